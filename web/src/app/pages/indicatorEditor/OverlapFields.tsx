/** Other indicators that count some of the same: each is meant to, or what counts must change. */

import { Choices } from "../../../components/fields.tsx";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import type { Editor } from "./Editor.ts";
import { editorText } from "./texts.ts";

interface Props {
  readonly editor: Editor;
  readonly indicatorIds: readonly string[];
}

export function OverlapFields({ editor, indicatorIds }: Props) {
  const { reference } = useApp();
  const { values, change, words } = editor;
  if (indicatorIds.length === 0) return null;
  return (
    <Choices
      words={words("overlapsWith")}
      options={indicatorIds.map((id) => {
        const indicator = reference.indicators.find((one) => one.id === id);
        return { id, label: editorText("alsoCountsOf", { name: indicator ? nameOf(indicator) : id }) };
      })}
      chosen={values.overlapsWith}
      many
      onChange={(overlapsWith) => change({ overlapsWith })}
    />
  );
}
