/** A statistic as others published it, period by period, each with its source. */

import { TextField } from "../../../components/fields.tsx";
import { controlId } from "../../record/FormControl.tsx";
import type { Editor } from "./Editor.ts";
import { blankObservation, newKey, type ObservationValues } from "./IndicatorValues.ts";
import { Repeated } from "./Repeated.tsx";
import { editorText } from "./texts.ts";

const PARTS = ["period", "value", "citation", "link", "consultedOn"] as const;

interface Props {
  readonly editor: Editor;
  /** Keys of those that were there when the form was opened: they are folded away. */
  readonly saved: ReadonlySet<string>;
}

export function ObservationFields({ editor, saved }: Props) {
  const { values, change, words } = editor;
  const { observations } = values;
  const set = (observation: ObservationValues, part: Partial<ObservationValues>) =>
    change({
      observations: observations.map((other) =>
        other === observation ? { ...observation, ...part } : other,
      ),
    });
  return (
    <section class="group">
      <h2>{editorText("observationsGroup")}</h2>
      <p class="help">{editorText("observationsHelp")}</p>
      <Repeated
        items={observations}
        title={(number) => editorText("observationNumber", { number })}
        summary={({ key, period, value }) =>
          saved.has(key) ? editorText("observationShort", { period, value }) : undefined
        }
        add={editorText("addObservation")}
        remove={(number) => editorText("removeObservation", { number })}
        onAdd={() => change({ observations: [...observations, blankObservation(newKey(observations))] })}
        onRemove={(index) => change({ observations: observations.filter((_, other) => other !== index) })}
        firstControl={(index) => controlId(`observations.${index}.period`)}
      >
        {(observation, index) => (
          <>
            {PARTS.map((part) => (
              <TextField
                key={part}
                words={words(`observations.${index}.${part}`)}
                value={observation[part]}
                onChange={(typed) => set(observation, { [part]: typed })}
                long={part === "citation"}
                short={part !== "citation" && part !== "link"}
                type={part === "link" ? "url" : "text"}
              />
            ))}
          </>
        )}
      </Repeated>
    </section>
  );
}
