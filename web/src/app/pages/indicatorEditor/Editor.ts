/** What each part of the editor works with: the answers, a way to change them, and the words of a field. */
import type { FieldWords } from "../../../components/fields.tsx";
import type { Option } from "../../../components/matchText.ts";
import { say } from "../../../i18n/language.ts";
import type { EditorField } from "./EditorField.ts";
import type { IndicatorValues } from "./IndicatorValues.ts";
import { type EditorName, INDICATOR_FIELDS } from "./indicatorFields.ts";

export interface Editor {
  readonly values: IndicatorValues;
  readonly change: (part: Partial<IndicatorValues>) => void;
  /** The label, help and error of the field at the path. */
  readonly words: (path: string) => FieldWords;
}

/** The fixed choices of a field, in its order. */
export function fixedOptions(name: EditorName): Option[] {
  const { text }: EditorField = INDICATOR_FIELDS[name];
  return Object.entries(text.options ?? {}).map(([id, words]) => ({ id, label: say(words) }));
}
