/** The groups of fields that most kinds share, in the order in which a person knows the answers. */
import { both, type EnvelopeName } from "./fieldText.ts";

const PARTNERED = ["partnerIds", "countries", "participants"] as const satisfies readonly EnvelopeName[];
const STRATEGY = ["lineId", "activityId"] as const satisfies readonly EnvelopeName[];
const ALIGNED = ["programmes", "sdgs"] as const satisfies readonly EnvelopeName[];
const BENEFIT = [
  "summary",
  "themes",
  "populations",
  "territory",
  "citizenBenefit",
] as const satisfies readonly EnvelopeName[];
const FILED = [
  "disclosure",
  "exception",
  "legalGround",
  "classifiedOn",
  "reservedUntil",
  "lateReason",
] as const satisfies readonly EnvelopeName[];
const PAPERS = ["nationalCoordination", "fileNumber"] as const satisfies readonly EnvelopeName[];

export const withWhom = { title: both("Con quién", "With whom"), fields: PARTNERED } as const;

/** Kinds that must say which programmes and goals they serve. */
export const alignedStrategy = {
  title: both("Su lugar en la Estrategia y el Plan", "Its place in the Strategy and the Plan"),
  fields: [...STRATEGY, ...ALIGNED],
} as const;
export const strategy = {
  title: both("Su lugar en la Estrategia", "Its place in the Strategy"),
  fields: STRATEGY,
} as const;

export const whoMayKnow = { title: both("Publicación", "Publication"), fields: FILED } as const;

const MORE = both("Más datos, si los tiene", "More details, if you have them");
/** What may be told besides; each kind says which of these it leaves out because it asks them before. */
export const more = {
  title: MORE,
  fields: [...BENEFIT, ...PAPERS, "endsOn", "modality"],
  folded: true,
} as const;
export const moreWithAlignment = { title: MORE, fields: [...ALIGNED, ...more.fields], folded: true } as const;
export const moreWithoutModality = {
  title: MORE,
  fields: [...BENEFIT, ...PAPERS, "endsOn"],
  folded: true,
} as const;
