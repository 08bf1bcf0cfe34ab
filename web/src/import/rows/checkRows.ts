/** Checks the rows of a table one after the other: which are ready, which are not and why, which say the same twice. */
import { canonicalJson } from "#domain/canonicalJson.ts";
import type { Row } from "../table/Table.ts";
import type { CompiledMapping } from "./compileMapping.ts";
import { type Check, draftOfRow } from "./draftOfRow.ts";
import type { RowDraft } from "./RowDraft.ts";
import { recordIdOf } from "./recordIdOf.ts";

export interface CheckedRow extends RowDraft {
  /** Of `Table.rows`. */
  readonly index: number;
  readonly sheet: number;
  readonly number: number;
  /** Absent where it has no title, and so no id. */
  readonly recordId?: string;
  /** The row that says the same: this one is left out. */
  readonly sameAs?: number;
}

/** Rows that are told at once, so that whoever listens can draw in between. */
export const BATCH = 200;

interface Seen {
  readonly number: number;
  readonly content: string;
}

/**
 * Tells the rows in batches, in their order. Of two rows of one key the second is left out when both say the same, else
 * it is told as a problem.
 */
export async function checkRows(
  rows: readonly { readonly row: Row; readonly index: number }[],
  compiled: CompiledMapping,
  check: Check,
  tell: (checked: readonly CheckedRow[]) => void,
): Promise<void> {
  const seen = new Map<string, Seen>();
  for (let at = 0; at < rows.length; at += BATCH) {
    const checked = await Promise.all(
      rows.slice(at, at + BATCH).map(async ({ row, index }): Promise<CheckedRow> => {
        const draft = draftOfRow(row, compiled, check);
        const place = { ...draft, index, sheet: row.sheet, number: row.number };
        return draft.key === "" ? place : { ...place, recordId: await recordIdOf(check.entityId, draft.key) };
      }),
    );
    tell(checked.map((row) => withTwin(row, seen, compiled)));
  }
}

function withTwin(row: CheckedRow, seen: Map<string, Seen>, { targets }: CompiledMapping): CheckedRow {
  const { recordId, kind, values, files, number } = row;
  if (recordId === undefined) return row;
  const content = canonicalJson({ kind, values, files });
  const twin = seen.get(recordId);
  if (!twin) {
    seen.set(recordId, { number, content });
    return row;
  }
  if (twin.content === content) return { ...row, sameAs: twin.number };
  const hasOwnKey = targets.some((target) => target?.to === "key");
  const column = targets.findIndex((target) => target?.to === (hasOwnKey ? "key" : "title"));
  const problem = {
    path: hasOwnKey ? "key" : "title",
    code: "same-key",
    value: String(twin.number),
  } as const;
  return {
    ...row,
    problems: [...row.problems, { ...problem, ...(column >= 0 && { column }) }],
  };
}
