/** The conditions on what is counted: each asks something of one field, and all must hold. */

import type { Rule } from "#domain/indicator.ts";
import { Choices, describedBy, Field, Select, TextField } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { useApp } from "../../context.ts";
import { controlId } from "../../record/FormControl.tsx";
import { type Editor, fixedOptions } from "./Editor.ts";
import {
  blankCondition,
  type ConditionValues,
  newKey,
  TESTS,
  type Test,
  whereKeyOf,
  whereOf,
} from "./IndicatorValues.ts";
import { type NamedField, namedFieldsOf } from "./namedFields.ts";
import { Repeated } from "./Repeated.tsx";
import { editorText } from "./texts.ts";

/** What a field can be asked, the most usual first. */
function testsOf({ options, isNumber }: NamedField): readonly Test[] {
  return TESTS.filter((test) => {
    if (test === "in") return options.length > 0;
    return test === "atLeast" ? isNumber : true;
  });
}

export function ConditionFields({ editor, rule }: { editor: Editor; rule: Rule }) {
  const { reference } = useApp();
  const { values, change } = editor;
  const conditions = whereOf(values);
  const fields = namedFieldsOf(rule, reference.catalogues);
  const set = (next: readonly ConditionValues[]) =>
    change({ where: { ...values.where, [whereKeyOf(values)]: next } });
  return (
    <fieldset class="field" id="field-rule-where">
      <legend>{editorText("conditions")}</legend>
      <p class="help">{editorText(conditions.length === 0 ? "conditionsNone" : "conditionsAll")}</p>
      <Repeated
        items={conditions}
        title={(number) => editorText("conditionNumber", { number })}
        add={editorText("addCondition")}
        remove={(number) => editorText("removeCondition", { number })}
        onAdd={() => set([...conditions, blankCondition(newKey(conditions))])}
        onRemove={(index) => set(conditions.filter((_, other) => other !== index))}
        firstControl={(index) => controlId(`rule.where.${index}.field`)}
      >
        {(condition, index) => (
          <OneCondition
            editor={editor}
            condition={condition}
            path={`rule.where.${index}`}
            fields={fields}
            onChange={(part) =>
              set(conditions.map((other) => (other === condition ? { ...condition, ...part } : other)))
            }
          />
        )}
      </Repeated>
    </fieldset>
  );
}

interface OneProps {
  readonly editor: Editor;
  readonly condition: ConditionValues;
  readonly path: string;
  readonly fields: readonly NamedField[];
  readonly onChange: (part: Partial<ConditionValues>) => void;
}

function OneCondition({ editor, condition, path, fields, onChange }: OneProps) {
  const field = fields.find((known) => known.path === condition.field);
  const tests = field ? testsOf(field) : [];
  return (
    <>
      <Select
        words={editor.words(`${path}.field`)}
        options={fields.map(({ path: id, label }) => ({ id, label }))}
        value={condition.field}
        onChange={(id) => {
          const chosen = fields.find((known) => known.path === id);
          onChange({ field: id, test: (chosen && testsOf(chosen)[0]) ?? "", among: [], least: "" });
        }}
      />
      {field && (
        <Select
          words={editor.words(`${path}.test`)}
          options={fixedOptions("rule.where.test").filter(({ id }) => tests.some((test) => test === id))}
          value={condition.test}
          onChange={(chosen) => onChange({ test: tests.find((test) => test === chosen) ?? "" })}
        />
      )}
      {field && condition.test === "in" && (
        <Among editor={editor} condition={condition} path={`${path}.in`} field={field} onChange={onChange} />
      )}
      {field && condition.test === "atLeast" && (
        <TextField
          words={editor.words(`${path}.atLeast`)}
          value={condition.least}
          onChange={(least) => onChange({ least })}
          inputMode="decimal"
          short
        />
      )}
    </>
  );
}

/** The most values that are all shown at once. */
const SHOWN_AT_ONCE = 7;

function Among({
  editor,
  condition,
  path,
  field,
  onChange,
}: Omit<OneProps, "fields"> & { field: NamedField }) {
  const words = editor.words(path);
  const { options } = field;
  if (options.length <= SHOWN_AT_ONCE)
    return (
      <Choices
        words={words}
        options={options}
        chosen={condition.among}
        many
        onChange={(among) => onChange({ among })}
      />
    );
  return (
    <Field words={words}>
      <PickMany
        id={words.id}
        describedBy={describedBy(words)}
        invalid={words.error !== undefined}
        options={options}
        chosen={condition.among}
        onChange={(among) => onChange({ among })}
      />
    </Field>
  );
}
