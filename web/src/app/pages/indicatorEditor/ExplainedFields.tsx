/** What readers are told: the counting rule in plain words, and who sees the indicator at all. */

import { Choices, TextField } from "../../../components/fields.tsx";
import { type Editor, fixedOptions } from "./Editor.ts";
import { editorText } from "./texts.ts";

export function RuleWordsFields({ editor }: { editor: Editor }) {
  const { values, change, words } = editor;
  return (
    <section class="group">
      <h2>{editorText("explainedGroup")}</h2>
      <TextField
        words={words("ruleEs")}
        value={values.ruleEs}
        onChange={(ruleEs) => change({ ruleEs })}
        long
      />
      <TextField
        words={words("ruleEn")}
        value={values.ruleEn}
        onChange={(ruleEn) => change({ ruleEn })}
        long
      />
    </section>
  );
}

/** A new indicator is in use from the first. */
export function PublicationFields({ editor, isNew }: { editor: Editor; isNew: boolean }) {
  const { values, change, words } = editor;
  return (
    <section class="group">
      <h2>{editorText("publicationGroup")}</h2>
      <Choices
        words={words("public")}
        options={fixedOptions("public")}
        chosen={[values.public]}
        onChange={([chosen]) => change({ public: chosen === "yes" ? "yes" : "no" })}
      />
      {!isNew && (
        <Choices
          words={words("active")}
          options={fixedOptions("active")}
          chosen={[values.active ? "yes" : "no"]}
          onChange={([chosen]) => change({ active: chosen === "yes" })}
        />
      )}
    </section>
  );
}
