/** The target: of which period, how much, and what a source itself allots to years or entities. */

import { STRATEGY_YEARS } from "#domain/calendar.ts";
import { CURRENCIES } from "#domain/indicator.ts";
import { Choices, describedBy, Field, TextField } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { useApp } from "../../context.ts";
import { controlId } from "../../record/FormControl.tsx";
import { itemOption } from "../../record/options.ts";
import { type Editor, fixedOptions } from "./Editor.ts";
import { isMoney, type TargetValues } from "./IndicatorValues.ts";
import { editorText } from "./texts.ts";

const PERS = ["none", "strategy", "year", "half-year", "month"] as const;

export function TargetFields({ editor }: { editor: Editor }) {
  const { values, words } = editor;
  const { target } = values;
  const set = (part: Partial<TargetValues>) => editor.change({ target: { ...target, ...part } });
  const isSet = target.per !== "" && target.per !== "none";
  return (
    <section class="group">
      <h2>{editorText("targetGroup")}</h2>
      {values.type !== "milestone" && (
        <Choices
          words={words("target.per")}
          options={fixedOptions("target.per")}
          chosen={[target.per]}
          onChange={([chosen]) => set({ per: PERS.find((per) => per === chosen) ?? "" })}
        />
      )}
      {values.type !== "milestone" && isSet && <Amounts editor={editor} set={set} />}
      <TextField
        words={words("targetSourceEs")}
        value={values.targetSourceEs}
        onChange={(targetSourceEs) => editor.change({ targetSourceEs })}
        long
      />
      <TextField
        words={words("targetSourceEn")}
        value={values.targetSourceEn}
        onChange={(targetSourceEn) => editor.change({ targetSourceEn })}
        long
      />
    </section>
  );
}

interface AmountProps {
  readonly editor: Editor;
  readonly set: (part: Partial<TargetValues>) => void;
}

function Amounts({ editor, set }: AmountProps) {
  const { values, words } = editor;
  const { target } = values;
  const atLeast = words("target.atLeast");
  return (
    <div class="inset">
      <TextField
        words={words("target.value")}
        value={target.value}
        onChange={(value) => set({ value })}
        inputMode="decimal"
        short
      />
      {isMoney(values) && (
        <Choices
          words={words("target.currency")}
          options={fixedOptions("target.currency")}
          chosen={[target.currency]}
          onChange={([chosen]) => set({ currency: CURRENCIES.find((known) => known === chosen) ?? "" })}
        />
      )}
      <div class="field">
        <div class="choice">
          <input
            id={atLeast.id}
            type="checkbox"
            checked={target.atLeast}
            onChange={(event) => set({ atLeast: event.currentTarget.checked })}
          />
          <label for={atLeast.id}>{editorText("targetAtLeast")}</label>
        </div>
      </div>
      {target.per === "strategy" && (
        <>
          <TextField
            words={words("target.baseline.value")}
            value={target.baselineValue}
            onChange={(baselineValue) => set({ baselineValue })}
            inputMode="decimal"
            short
          />
          <TextField
            words={words("target.baseline.year")}
            value={target.baselineYear}
            onChange={(baselineYear) => set({ baselineYear })}
            inputMode="numeric"
            short
          />
        </>
      )}
      <Allotted editor={editor} set={set} />
    </div>
  );
}

const YEARS = Array.from({ length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 }, (_, index) =>
  String(STRATEGY_YEARS.first + index),
);

/** Only what the source says: a target is never divided by us. */
function Allotted({ editor, set }: AmountProps) {
  const { reference } = useApp();
  const { byYear, byEntity } = editor.values.target;
  const years = [...new Set([...YEARS, ...Object.keys(byYear)])].sort();
  const isAny = [...Object.values(byYear), ...Object.values(byEntity)].some((typed) => typed.trim() !== "");
  const entities = { id: controlId("target.byEntity"), label: editorText("allottedEntities") };
  return (
    <details open={isAny}>
      <summary>{editorText("allotted")}</summary>
      <p class="help">{editorText("allottedHelp")}</p>
      <fieldset class="field">
        <legend>{editorText("allottedYears")}</legend>
        <div class="year-amounts">
          {years.map((year) => (
            <TextField
              key={year}
              words={editor.words(`target.byYear.${year}`)}
              value={byYear[year] ?? ""}
              onChange={(typed) => set({ byYear: { ...byYear, [year]: typed } })}
              inputMode="decimal"
              short
            />
          ))}
        </div>
      </fieldset>
      <Field words={entities}>
        <PickMany
          id={entities.id}
          describedBy={describedBy(entities)}
          invalid={false}
          options={reference.catalogues.entities
            .filter(({ id, active }) => active || id in byEntity)
            .map((entity) => itemOption(entity, "entities"))}
          chosen={Object.keys(byEntity)}
          onChange={(ids) => set({ byEntity: Object.fromEntries(ids.map((id) => [id, byEntity[id] ?? ""])) })}
        />
      </Field>
      {Object.entries(byEntity).map(([id, typed]) => (
        <TextField
          key={id}
          words={editor.words(`target.byEntity.${id}`)}
          value={typed}
          onChange={(next) => set({ byEntity: { ...byEntity, [id]: next } })}
          inputMode="decimal"
          short
        />
      ))}
    </details>
  );
}
