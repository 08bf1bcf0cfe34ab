/** What is counted: source, kind, what of it, on which conditions, broken down how. */

import { summableOf } from "#domain/counting/partsOf.ts";
import { DIMENSIONS, DISTINCT_OF, type Rule } from "#domain/indicator.ts";
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import { Choices, Select } from "../../../components/fields.tsx";
import type { Option } from "../../../components/matchText.ts";
import { formFieldsOf } from "../../../forms/formFields.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { say } from "../../../i18n/language.ts";
import { ConditionFields } from "./ConditionFields.tsx";
import { dimensionsFor } from "./definitionFromValues.ts";
import { type Editor, fixedOptions } from "./Editor.ts";
import { countedOf, type IndicatorValues } from "./IndicatorValues.ts";
import { OverlapFields } from "./OverlapFields.tsx";
import { editorText } from "./texts.ts";

const SOURCES = ["records", "decisions", "editions"] as const;

/** What can be added up, in the words of the kind's own form. */
export function summableOptions(kind: Kind): Option[] {
  const fields = formFieldsOf(kind);
  return summableOf(kind).map((id) => {
    const asked = fields.find(({ path }) => path === id);
    return { id, label: asked ? say(asked.text.label) : editorText("sumOfMoney") };
  });
}

const kindOptions = ({ type }: IndicatorValues): Option[] =>
  (Object.keys(KIND_FORMS) as Kind[])
    .filter((kind) => type !== "sum" || summableOf(kind).length > 0)
    .map((kind) => ({ id: kind, label: say(KIND_FORMS[kind].name) }));

/** The source as a rule, once it is chosen; its conditions do not matter here. */
export function ruleOf(values: IndicatorValues): Rule | undefined {
  const { source, kind } = countedOf(values);
  if (source !== "records") return source === "external" ? { source } : { source, where: [] };
  return kind ? { source, kind, where: [] } : undefined;
}

interface Props {
  readonly editor: Editor;
  /** Indicators that it was found or meant to overlap with. */
  readonly overlapping: readonly string[];
}

export function CountedFields({ editor, overlapping }: Props) {
  const { values, change, words } = editor;
  const { type } = values;
  const { source } = countedOf(values);
  const rule = ruleOf(values);
  const dimensions = dimensionsFor(values);
  return (
    <section class="group">
      <h2>{editorText("countedGroup")}</h2>
      {type === "milestone" && <p>{editorText("milestoneCounts")}</p>}
      {type === "count" && (
        <Choices
          words={words("rule.source")}
          options={fixedOptions("rule.source")}
          chosen={[values.source]}
          onChange={([chosen]) => change({ source: SOURCES.find((known) => known === chosen) ?? "records" })}
        />
      )}
      {source === "records" && type !== "milestone" && (
        <Select
          words={words("rule.kind")}
          options={kindOptions(values)}
          value={values.kind}
          onChange={(chosen) => change({ kind: KINDS.find((kind) => kind === chosen) ?? "" })}
        />
      )}
      {type === "sum" && values.kind !== "" && (
        <Choices
          words={words("of")}
          options={summableOptions(values.kind)}
          chosen={[values.sumOf]}
          onChange={([sumOf = ""]) => change({ sumOf })}
        />
      )}
      {type === "distinct" && (
        <Choices
          words={words("of")}
          options={DISTINCT_OF.map((id) => ({ id, label: editorText(`distinct_${id}`) }))}
          chosen={[values.distinctOf]}
          onChange={([distinctOf = ""]) => change({ distinctOf })}
        />
      )}
      {rule && <ConditionFields editor={editor} rule={rule} />}
      <OverlapFields editor={editor} indicatorIds={overlapping} />
      {dimensions.length > 0 && (
        <Choices
          words={words("dimensions")}
          options={dimensions.map((id) => ({ id, label: app(`by_${id}`) }))}
          chosen={values.dimensions}
          many
          onChange={(chosen) =>
            change({ dimensions: chosen.flatMap((id) => DIMENSIONS.find((known) => known === id) ?? []) })
          }
        />
      )}
    </section>
  );
}
