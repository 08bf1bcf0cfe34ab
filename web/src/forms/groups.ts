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

/** Line and activity, which the kind proposes. */
export const strategy = {
  title: both("Su lugar en la Estrategia", "Its place in the Strategy"),
  fields: STRATEGY,
  proposed: true,
} as const;
/** Of kinds that must say which programmes and goals they serve. */
export const alignment = {
  title: both("A qué aporta", "What it serves"),
  fields: ALIGNED,
} as const;

export const whoMayKnow = { title: both("Publicación", "Publication"), fields: FILED } as const;

const MORE = both("Más datos, si los tiene", "More details, if you have them");
const ENVELOPE_MORE = [
  ...BENEFIT,
  ...PAPERS,
  "endsOn",
  "modality",
] as const satisfies readonly EnvelopeName[];

/**
 * What may be told besides, folded: first the kind's own, then what every record may say; `without` are the fields that the
 * kind asks before, or never.
 */
export const more = <Own extends string>(
  own: readonly Own[],
  { without = [], aligned = false }: { without?: readonly EnvelopeName[]; aligned?: boolean } = {},
) => ({
  title: MORE,
  fields: [...own, ...(aligned ? [] : ALIGNED), ...ENVELOPE_MORE.filter((name) => !without.includes(name))],
  folded: true as const,
});
