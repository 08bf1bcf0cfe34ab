/** The states of a milestone in their order, and the one in which it is achieved. */

import { Choices, TextField } from "../../../components/fields.tsx";
import { language } from "../../../i18n/language.ts";
import { controlId } from "../../record/FormControl.tsx";
import type { Editor } from "./Editor.ts";
import { blankState, newKey, type StateValues } from "./IndicatorValues.ts";
import { Repeated } from "./Repeated.tsx";
import { editorText } from "./texts.ts";

export function StateFields({ editor }: { editor: Editor }) {
  const { values, change, words } = editor;
  const { states } = values;
  const set = (state: StateValues, part: Partial<StateValues>) =>
    change({ states: states.map((other) => (other === state ? { ...state, ...part } : other)) });
  return (
    <section class="group">
      <h2>{editorText("statesGroup")}</h2>
      <p class="help">{editorText("statesHelp")}</p>
      <Repeated
        items={states}
        title={(number) => editorText("stateNumber", { number })}
        add={editorText("addState")}
        remove={(number) => editorText("removeState", { number })}
        least={2}
        onAdd={() => change({ states: [...states, blankState(newKey(states))] })}
        onRemove={(index) => change({ states: states.filter((_, other) => other !== index) })}
        firstControl={(index) => controlId(`states.${index}.nameEs`)}
      >
        {(state, index) => (
          <>
            <TextField
              words={words(`states.${index}.nameEs`)}
              value={state.nameEs}
              onChange={(nameEs) => set(state, { nameEs })}
            />
            <TextField
              words={words(`states.${index}.nameEn`)}
              value={state.nameEn}
              onChange={(nameEn) => set(state, { nameEn })}
            />
          </>
        )}
      </Repeated>
      <Choices
        words={words("achievedState")}
        options={states.map(({ key, nameEs, nameEn }, index) => ({
          id: key,
          label:
            (language() === "es" ? nameEs : nameEn).trim() ||
            editorText("stateNumber", { number: index + 1 }),
        }))}
        chosen={[values.achievedKey]}
        onChange={([achievedKey = ""]) => change({ achievedKey })}
      />
    </section>
  );
}
