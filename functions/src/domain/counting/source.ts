/** What can be counted: a record, a decision of a body, or a published edition. */
import type { Decision } from "../decision.ts";
import type { DraftRecord } from "../record/record.ts";

/** A countable document with its path; the path is its identity. */
export type Source =
  | { readonly from: "records"; readonly path: string; readonly data: DraftRecord }
  | { readonly from: "decisions"; readonly path: string; readonly data: Decision };

/** The id of a source's ledger entry: its path, with the slashes made harmless. Ids hold no `~`. */
export const ledgerIdOf = (path: string): string => path.replaceAll("/", "~");
