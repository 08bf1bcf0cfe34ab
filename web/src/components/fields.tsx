/** The parts that every form field is made of: its label, help and error around a control. */
import type { ComponentChildren } from "preact";
import { app } from "../i18n/app/app.ts";
import type { Option } from "./matchText.ts";
import { CleanedNote, useCleaned } from "./useCleaned.tsx";

export interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
}

/** The ids that describe a control, for `aria-describedby`. */
export const describedBy = ({ id, help, error }: FieldWords): string | undefined =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

const optionalMark = (optional: boolean | undefined) =>
  optional ? <span class="optional"> {app("optional")}</span> : null;

function HelpAndError({ id, help, error }: FieldWords) {
  return (
    <>
      {help && (
        <p id={`${id}-help`} class="help">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="error-message">
          <span class="visually-hidden">{app("errorPrefix")}</span> {error}
        </p>
      )}
    </>
  );
}

/** A labelled control. */
export function Field({ words, children }: { words: FieldWords; children: ComponentChildren }) {
  return (
    <div class={words.error ? "field wrong" : "field"}>
      <label id={`${words.id}-label`} for={words.id}>
        {words.label}
        {optionalMark(words.optional)}
      </label>
      <HelpAndError {...words} />
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly words: FieldWords;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly many?: boolean;
  /** Side by side where there is room: for a few short words. */
  readonly across?: boolean;
  readonly onChange: (chosen: string[]) => void;
}

/** Radio buttons, or check boxes where `many`. The first bears the field's id, for the summary's link. */
export function Choices({ words, options, chosen, many = false, across = false, onChange }: ChoiceProps) {
  return (
    <fieldset
      class={["field choices", words.error && "wrong", across && "across"].filter(Boolean).join(" ")}
      aria-describedby={describedBy(words)}
    >
      <legend>
        {words.label}
        {optionalMark(words.optional)}
      </legend>
      <HelpAndError {...words} />
      {options.map(({ id, label }, index) => {
        const controlId = index === 0 ? words.id : `${words.id}-${id}`;
        return (
          <div key={id} class="choice">
            <input
              id={controlId}
              type={many ? "checkbox" : "radio"}
              name={words.id}
              checked={chosen.includes(id)}
              onChange={(event) => {
                if (!many) onChange([id]);
                else if (event.currentTarget.checked) onChange([...chosen, id]);
                else onChange(chosen.filter((other) => other !== id));
              }}
            />
            <label for={controlId}>{label}</label>
          </div>
        );
      })}
    </fieldset>
  );
}

interface SelectProps {
  readonly words: FieldWords;
  readonly options: readonly Option[];
  readonly value: string;
  /** What no choice is called; "choose" where one must be made. */
  readonly blank?: string;
  readonly onChange: (value: string) => void;
}

export function Select({ words, options, value, blank, onChange }: SelectProps) {
  return (
    <Field words={words}>
      <select
        id={words.id}
        class="input"
        aria-describedby={describedBy(words)}
        aria-invalid={words.error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{blank ?? app("chooseOne")}</option>
        {options.map(({ id, label }) => (
          <option key={id} value={id} selected={id === value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface TextProps {
  readonly words: FieldWords;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "url" | "search";
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly long?: boolean;
  /** Widths follow what is expected: a day is short. */
  readonly short?: boolean;
  readonly autocomplete?: "email" | "current-password" | "off";
  /** What belongs to the control: buttons at its side, what was understood below it. */
  readonly beside?: ComponentChildren;
}

export function TextField({
  words,
  value,
  onChange,
  type,
  inputMode,
  long,
  short,
  autocomplete = "off",
  beside,
}: TextProps) {
  const { removed, onInput } = useCleaned(
    type === "password" ? undefined : long ? "lines" : "line",
    onChange,
  );
  const common = {
    id: words.id,
    class: short ? "input short" : "input",
    "aria-describedby": describedBy(words),
    "aria-invalid": words.error ? true : undefined,
    value,
  } as const;
  // Preact's types know one input for each type, and none whose type is a variable.
  const typed = { type: type ?? "text" } as { type: "text" };
  return (
    <Field words={words}>
      {long ? (
        <textarea {...common} rows={4} onInput={onInput} />
      ) : (
        <input
          {...common}
          {...typed}
          inputMode={inputMode ?? "text"}
          autocomplete={autocomplete}
          onInput={onInput}
        />
      )}
      {beside}
      <CleanedNote removed={removed} />
    </Field>
  );
}
