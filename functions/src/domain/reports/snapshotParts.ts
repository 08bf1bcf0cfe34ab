/** What the snapshots of several kinds of report share: their head, and the short lists that they hold. */
import * as z from "zod/mini";
import { idSchema } from "../fields.ts";
import { instrument } from "../record/kinds/instrument.ts";
import { session } from "../record/kinds/session.ts";
import { changesSchema } from "./changes/changes.ts";
import { namesSchema } from "./names.ts";
import { textsSchema } from "./reportText.ts";

export const whole = z.int().check(z.gte(0));
const text = z.string();

export const snapshotHead = {
  /** Last day that the figures look at. */
  cutOffOn: z.iso.date(),
  /** The day on which the records were read: later approvals are not in it. */
  consultedOn: z.iso.date(),
  isDemo: z.boolean(),
  names: namesSchema,
  /** What the Office wrote for this report. */
  texts: textsSchema,
  /** The records listed beside the snapshot: how many, and the SHA-256 of their lines, in hex. */
  listed: z.strictObject({ count: whole, sha256: text }),
  /** Against the edition that came before; absent for the first one. */
  changes: z.exactOptional(changesSchema),
};

export const INSTRUMENT_STATUSES = ["negotiating", "signed", "active", "ended", "expired"] as const;

/** Where a record is, and which version of it was read. */
const source = { entityId: idSchema, recordId: idSchema, version: z.int().check(z.gte(1)) };

export const instrumentSchema = z.strictObject({
  ...source,
  title: text,
  /** Names. */
  partners: z.array(text),
  kindId: text,
  scope: instrument.scope.complete,
  signedOn: z.exactOptional(z.iso.date()),
  validUntil: z.exactOptional(z.iso.date()),
  /** As it stood on the cut-off day; `expired` is derived from `validUntil`. */
  status: z.enum(INSTRUMENT_STATUSES),
  strategic: z.boolean(),
  participantIds: z.array(idSchema),
});
export type ReportInstrument = z.infer<typeof instrumentSchema>;

export const sessionSchema = z.strictObject({
  body: session.body.complete,
  heldOn: z.iso.date(),
  title: text,
  minutesNumber: z.exactOptional(text),
  minutesApprovedOn: z.exactOptional(z.iso.date()),
});
export type ReportSession = z.infer<typeof sessionSchema>;

export const decisionSchema = z.strictObject({
  body: session.body.complete,
  decidedOn: z.iso.date(),
  number: text,
  text,
  responsibleId: idSchema,
  dueOn: z.exactOptional(z.iso.date()),
  status: z.enum(["open", "closed"]),
});
export type ReportDecision = z.infer<typeof decisionSchema>;
