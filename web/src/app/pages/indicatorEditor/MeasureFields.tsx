/** What the indicator is: how it is measured, of which line, its names and its unit. */

import { INDICATOR_TYPES } from "#domain/indicator.ts";
import { Choices, TextField } from "../../../components/fields.tsx";
import { useApp } from "../../context.ts";
import { itemOption } from "../../record/options.ts";
import { type Editor, fixedOptions } from "./Editor.ts";
import { editorText } from "./texts.ts";

export function MeasureFields({ editor }: { editor: Editor }) {
  const { reference } = useApp();
  const { values, change, words } = editor;
  return (
    <section class="group">
      <h2>{editorText("indicatorGroup")}</h2>
      <TextField
        words={words("nameEs")}
        value={values.nameEs}
        onChange={(nameEs) => change({ nameEs })}
        long
      />
      <TextField
        words={words("nameEn")}
        value={values.nameEn}
        onChange={(nameEn) => change({ nameEn })}
        long
      />
      <Choices
        words={words("lineId")}
        options={reference.catalogues.lines.map((line) => itemOption(line, "lines"))}
        chosen={[values.lineId]}
        onChange={([lineId = ""]) => change({ lineId })}
      />
      <Choices
        words={words("type")}
        options={fixedOptions("type")}
        chosen={[values.type]}
        onChange={([chosen]) => {
          const type = INDICATOR_TYPES.find((known) => known === chosen);
          if (type) change({ type });
        }}
      />
      {values.type !== "milestone" && (
        <>
          <TextField
            words={words("unitEs")}
            value={values.unitEs}
            onChange={(unitEs) => change({ unitEs })}
          />
          <TextField
            words={words("unitEn")}
            value={values.unitEn}
            onChange={(unitEn) => change({ unitEn })}
          />
        </>
      )}
    </section>
  );
}
