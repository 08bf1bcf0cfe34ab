/** What can be counted: a record, a decision of a body, or a published edition. */
import type { Day } from "../calendar.ts";
import { OFFICE_ENTITY_ID } from "../catalogue.ts";
import type { Decision } from "../decision.ts";
import type { Edition } from "../edition.ts";
import type { DraftRecord } from "../record/record.ts";

/** What a record said until an amendment changed it. */
export interface EarlierContent {
  /** The day from which the amendment holds. */
  readonly until: Day;
  readonly data: DraftRecord;
}

/** A countable document with its path; the path is its identity. */
export type Source =
  | {
      readonly from: "records";
      readonly path: string;
      readonly data: DraftRecord;
      /** Of an amended record, oldest first; `data` holds since the last of them. */
      readonly earlier?: readonly EarlierContent[];
    }
  | { readonly from: "decisions"; readonly path: string; readonly data: Decision }
  | { readonly from: "editions"; readonly path: string; readonly data: Edition };

/** The id of a source's ledger entry: its path, with the slashes made harmless. Ids hold no `~`. */
export const ledgerIdOf = (path: string): string => path.replaceAll("/", "~");

/** The inverse of `ledgerIdOf`. */
export const sourcePathOf = (ledgerId: string): string => ledgerId.replaceAll("~", "/");

/** The entity that leads what lies at the path: decisions and editions are the Office's. */
export const leadOf = (path: string): string =>
  path.startsWith("entities/") ? (path.split("/")[1] ?? "") : OFFICE_ENTITY_ID;

/** The collection that lies at the path without its last part. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

/** The collections whose sources an entity leads. */
export const foldersOf = (entityId: string): string[] => [
  `entities/${entityId}/records`,
  ...(entityId === OFFICE_ENTITY_ID ? ["decisions", "editions"] : []),
];
