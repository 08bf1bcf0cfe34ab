/**
 * Who deals with a partner: what each entity may know of the work of the others before it begins its own (strategy,
 * footnote 12). One document for each record, so that none grows without bound and ten thousand imported rows meet on none.
 */
import * as z from "zod/mini";
import { isDay, monthOf } from "./calendar.ts";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { KINDS } from "./record/kinds.ts";
import type { DraftRecord } from "./record/record.ts";

export const dealingSchema = z.strictObject({
  partnerIds: z.array(idSchema).check(z.minLength(1), z.maxLength(LIMITS.list)),
  entityId: idSchema,
  kind: z.enum(KINDS),
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  /** Whether it is still to come. */
  isPlanned: z.boolean(),
  /** Of what is approved and public alone: what everyone who is in may read in the record itself. */
  open: z.exactOptional(
    z.strictObject({
      recordId: idSchema,
      title: z.string().check(z.maxLength(LIMITS.title)),
      /** The day that it was held or signed. */
      on: z.iso.date(),
      participants: z.array(idSchema).check(z.maxLength(20)),
      instrumentKind: z.exactOptional(idSchema),
    }),
  ),
});
export type Dealing = z.infer<typeof dealingSchema>;

const isPlan = (record: DraftRecord): boolean =>
  record.kind === "interaction" && record.details.status === "planned";

/** Of drafts a plan alone is told, once its entity has said that it is public. */
const isTold = (record: DraftRecord): boolean =>
  record.disclosure === "public" &&
  !record.isExample &&
  (record.state === "draft" ? isPlan(record) : record.state !== "withdrawn");

/**
 * What others may know of the record: of a plan and of what was sent the partners, the kind, the month and the entity; of
 * what is approved also which record it is; of what is classified, reserved or not said to be public, nothing.
 */
export function dealingOf(record: DraftRecord, recordId: string): Dealing | undefined {
  const { partnerIds = [], entityId, kind, happenedOn = "", title = "", participants = [] } = record;
  if (!isTold(record) || partnerIds.length === 0 || !isDay(happenedOn)) return undefined;
  const instrumentKind = record.kind === "instrument" ? record.details.instrumentKind : undefined;
  return {
    ...{ partnerIds: [...new Set(partnerIds)], entityId, kind, month: monthOf(happenedOn) },
    isPlanned: isPlan(record),
    ...(record.state === "approved" && {
      open: {
        ...{ recordId, title, on: happenedOn, participants },
        ...(instrumentKind !== undefined && instrumentKind !== "" && { instrumentKind }),
      },
    }),
  };
}
