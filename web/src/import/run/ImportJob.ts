/** An import that is under way: what it brings, and what became of each row, as this computer keeps it until it is done. */
import type { Problem } from "#domain/problem.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Values } from "../../forms/values.ts";

export interface JobRow {
  readonly recordId: string;
  readonly kind: Kind;
  readonly values: Values;
  readonly files: readonly string[];
  /** The sheet, where the file has several. */
  readonly sheet?: string;
  readonly number: number;
}

export interface ProposedPartner {
  readonly partnerId: string;
  readonly name: string;
  readonly categoryId: string;
}

export interface ImportJob {
  /** The person's: one import at a time. */
  readonly uid: string;
  readonly entityId: string;
  readonly fileName: string;
  /** Whether the records are submitted, or stay drafts. */
  readonly submits: boolean;
  readonly partners: readonly ProposedPartner[];
  readonly rows: readonly JobRow[];
}

/**
 * `sent`: with the Office; `draft`: in Bitácora, not sent, with the files that were not taken; `refused`: it did not get
 * in, or not beyond a draft, for these problems or this reason.
 */
export type Outcome =
  | { readonly state: "sent" }
  | { readonly state: "draft"; readonly files?: readonly string[] }
  | { readonly state: "refused"; readonly problems?: readonly Problem[]; readonly reason?: string };

/** By record id. */
export type Outcomes = Readonly<Record<string, Outcome>>;
