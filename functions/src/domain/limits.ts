/** Upper bounds that schemas, security rules and forms share, so that every document stays small. */

/** Characters are code points, as zod counts them: an emoji is one, though `String.length` says two. */
export const LIMITS = {
  /** Characters in a document id or a catalogue code. */
  id: 64,
  /** Characters of one line of text: names, places, references. */
  line: 200,
  title: 200,
  /** Characters of a paragraph: outcomes, reasons, agendas. */
  paragraph: 4_000,
  /** Characters of one message about a record. */
  message: 2_000,
  /** Characters of one narrative section of a half-year report: some two printed pages. */
  narrative: 6_000,
  /** Characters of what the Office asks to be changed in one section. */
  sectionReason: 1_000,
  /** Characters of a web address. */
  link: 500,
  /** Characters a half-typed date may hold in a draft. */
  draftDay: 24,
  /** Members of a list of codes or ids. */
  list: 60,
  /** People, visitors, events: any whole quantity. */
  count: 1_000_000_000,
  /** Minor units of a currency (cents): 90 billion in major units, far from `Number.MAX_SAFE_INTEGER`. */
  amountCents: 9_000_000_000_000,
  /** Bytes of a record document, well under the 512 KB that a trigger's event holds with before and after. */
  recordBytes: 200_000,
  /** Bytes of a half-year report, where every character takes the four that UTF-8 allows. */
  reportBytes: 150_000,
} as const;
