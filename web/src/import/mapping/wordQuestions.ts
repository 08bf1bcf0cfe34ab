/** The words of coded columns whose meaning a person confirms: what is certain, what is guessed, what is not known. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import type { CompiledMapping } from "../rows/compileMapping.ts";
import { type CodeFinder, keyOf } from "./codeFinder.ts";
import type { ColumnInfo } from "./columnInfo.ts";
import { isCoded, isList } from "./importFields.ts";

export interface WordQuestion {
  /** The field's path, or `kind`. */
  readonly to: string;
  readonly text: string;
  /** Rows that say it. */
  readonly count: number;
  /** Known for certain by its name; `guessed` by its likeness; `answered` by the mapping; else `open`. */
  readonly state: "sure" | "guessed" | "answered" | "open";
  readonly codes: readonly string[];
  readonly propose?: NonNullable<ImportMapping["values"][number]["propose"]>;
}

/** Words that are asked of one field: of more, the rest is told row by row. */
const MOST_ASKED = 300;

function question(
  to: string,
  text: string,
  count: number,
  finder: CodeFinder,
  mapping: ImportMapping,
): WordQuestion {
  const meant = mapping.values.find((value) => value.to === to && value.from === keyOf(text));
  if (meant)
    return {
      ...{ to, text, count, state: "answered", codes: meant.codes },
      ...(meant.propose && { propose: meant.propose }),
    };
  const sure = finder.sure(text);
  if (sure !== undefined) return { to, text, count, state: "sure", codes: [sure] };
  const guessed = finder.guess(text);
  return {
    ...{ to, text, count },
    ...(guessed === undefined ? { state: "open", codes: [] } : { state: "guessed", codes: [guessed] }),
  };
}

/** In the order of the columns; the words of one field together, those with a question first. */
export function wordQuestionsOf(
  infos: readonly ColumnInfo[],
  { mapping, codes, targets }: CompiledMapping,
  kindFinder: CodeFinder,
): WordQuestion[] {
  const paths = [...new Set(targets.flatMap((target) => (target ? [target.to] : [])))];
  return paths.flatMap((to) => {
    const field = codes.fields.get(to)?.field;
    const finder = to === "kind" ? kindFinder : field && isCoded(field) ? codes.finders.get(to) : undefined;
    if (!finder) return [];
    const counts = new Map<string, { text: string; count: number }>();
    for (const [column, info] of infos.entries()) {
      if (targets[column]?.to !== to) continue;
      for (const { text, count } of info.words) {
        const isAnswered = mapping.values.some((value) => value.to === to && value.from === keyOf(text));
        for (const part of field && isList(field) && !isAnswered ? finder.parts(text) : [text]) {
          const before = counts.get(keyOf(part));
          counts.set(keyOf(part), { text: before?.text ?? part, count: (before?.count ?? 0) + count });
        }
      }
    }
    const asked = [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_ASKED);
    return asked.map(({ text, count }) => question(to, text, count, finder, mapping));
  });
}
