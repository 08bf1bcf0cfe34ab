/** What citizens see of an approved public record: the fields listed here, by kind, and nothing else. */
import type { ENVELOPE } from "./record/envelope.ts";
import type { DETAILS, Kind } from "./record/kinds.ts";
import type { DraftRecord } from "./record/record.ts";

type Envelope = keyof typeof ENVELOPE;

/** Of every kind: what was done, when, with whom, and what for. */
export const PUBLIC_ENVELOPE: readonly Envelope[] = [
  "title",
  "happenedOn",
  "endsOn",
  "participants",
  "partnerIds",
  "countries",
  "lineId",
  "activityId",
  "programmes",
  "sdgs",
  "themes",
  "populations",
  "territory",
  "citizenBenefit",
];

/** Names, units and persons in charge stay inside; so does how a matter was negotiated. */
export const PUBLIC_DETAILS: { readonly [K in Kind]: readonly (keyof (typeof DETAILS)[K])[] } = {
  interaction: ["interactionKind", "channel", "status"],
  instrument: ["instrumentKind", "scope", "formality", "direction", "status", "signedOn", "validUntil"],
  project: ["status", "amountCopCents", "amountUsdCents", "amountEurCents", "beneficiaryCount"],
  practice: ["maturity"],
  need: ["maturity"],
  transfer: ["transferKind", "participantCount"],
  attraction: ["attractionKind", "quantity", "amountCents", "currency", "sourceOfFigure"],
  diaspora: ["topic", "channel", "participantCount"],
  session: ["body", "status", "minutesNumber", "minutesApprovedOn"],
  milestone: ["indicatorId", "stateId", "subject", "document", "documentLink"],
  communication: ["channel", "audience", "reach", "link"],
  opportunity: ["opportunityKind", "opensOn", "closesOn", "link", "audience"],
};

type Values = Readonly<Record<string, unknown>>;

const picked = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

/** The public fields of a record, `details` apart. Whether it may be shown at all is the caller's to know. */
export const publicFieldsOf = (
  record: DraftRecord,
): { readonly fields: Values; readonly details: Values } => ({
  fields: picked(record, PUBLIC_ENVELOPE),
  details: picked(record.details, PUBLIC_DETAILS[record.kind] as readonly string[]),
});
