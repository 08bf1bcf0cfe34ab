/** What was done with the sheet by itself: nothing is left out or repeated without a word. */
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { told } from "./texts.ts";

const WHYS = ["total", "section", "repeated-header"] as const;
/** Row numbers that are named. */
const NAMED = 10;

export function Notes({ flow }: { flow: ImportFlow }) {
  const { chosen, rows } = flow;
  if (!chosen) return null;
  const leftOut = WHYS.flatMap((why) => {
    const found = chosen.leftOut.filter((row) => row.why === why).map((row) => row.number);
    const named = found.slice(0, NAMED).join(", ");
    return found.length > 0
      ? [told(`note_${why}`, { rows: found.length > NAMED ? `${named}…` : named })]
      : [];
  });
  const unused = new Map<number, number>();
  for (const row of rows) for (const column of row.unused) unused.set(column, (unused.get(column) ?? 0) + 1);
  const notes = [
    ...leftOut,
    ...(chosen.filledFromMerges > 0
      ? [told("note_merges", { count: wholeNumber(chosen.filledFromMerges) })]
      : []),
    ...[...unused].map(([column, count]) =>
      told("note_unused", { column: chosen.columns[column]?.header ?? "", count: wholeNumber(count) }),
    ),
  ];
  if (notes.length === 0 && chosen.hiddenRows === 0) return null;
  return (
    <div class="sheet-notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {chosen.hiddenRows > 0 && (
        <div class="choice">
          <input
            id="with-hidden"
            type="checkbox"
            checked={flow.withHidden}
            onChange={(event) => void flow.useHidden(event.currentTarget.checked)}
          />
          <label for="with-hidden">
            {chosen.hiddenRows === 1
              ? told("note_hiddenOne")
              : told("note_hidden", { count: wholeNumber(chosen.hiddenRows) })}{" "}
            {told("withHidden")}
          </label>
        </div>
      )}
    </div>
  );
}
