/** What makes two snapshots of a report the same. */
import type { ZodMiniType } from "zod/mini";
import { canonicalJson } from "../canonicalJson.ts";
import type { ReportHead } from "./ReportKind.ts";

/** All but the days on which they looked, and what they are compared with. */
export function comparableText<Snapshot extends ReportHead>(
  schema: ZodMiniType<Snapshot, unknown>,
  snapshot: Snapshot,
): string {
  const {
    cutOffOn: _cutOffOn,
    consultedOn: _consultedOn,
    changes: _changes,
    ...data
  } = schema.parse(snapshot);
  return canonicalJson(data);
}
