/** All fields of the editor, and which of them a path in a definition is of. */
import { COUNTED_FIELDS, TOLD_FIELDS } from "./countedTexts.ts";
import { MEASURE_FIELDS, PUBLICATION_FIELDS, WORDS_FIELDS } from "./measureTexts.ts";
import { TARGET_FIELDS } from "./targetTexts.ts";

/** In the order of the form. */
export const INDICATOR_FIELDS = {
  ...MEASURE_FIELDS,
  ...COUNTED_FIELDS,
  ...TOLD_FIELDS,
  ...WORDS_FIELDS,
  ...TARGET_FIELDS,
  ...PUBLICATION_FIELDS,
} as const;

export type EditorName = keyof typeof INDICATOR_FIELDS;

const NUMBERED = /^(rule\.where|states|observations)\.(\d+)\./;
const KEYED = /^(target\.byYear|target\.byEntity)\.(.+)$/;

/** The field that a path is of, and what its `{n}` is; `undefined` for a path that no field asks. */
export function editorFieldAt(path: string): { readonly name: EditorName; readonly n: string } | undefined {
  const [, , index] = NUMBERED.exec(path) ?? [];
  const [, keyed, key] = KEYED.exec(path) ?? [];
  const name = keyed ?? path.replace(NUMBERED, "$1.").replace(/\.\d+$/, "");
  if (!Object.hasOwn(INDICATOR_FIELDS, name)) return undefined;
  return { name: name as EditorName, n: index === undefined ? (key ?? "") : String(Number(index) + 1) };
}
