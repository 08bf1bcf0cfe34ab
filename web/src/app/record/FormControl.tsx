/** The control of one field, chosen by how the domain says that it is entered. */
import { Choices, describedBy, Field, type FieldWords, Select, TextField } from "../../components/fields.tsx";
import type { Option } from "../../components/matchText.ts";
import { PickMany } from "../../components/PickMany.tsx";
import type { FormField } from "../../forms/formFields.ts";
import type { Value } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { say } from "../../i18n/language.ts";
import { lazily } from "../lazily.tsx";
import { TypedField } from "./form/TypedField.tsx";

const ProposePartner = lazily(async () => (await import("./ProposePartner.tsx")).ProposePartner);

interface Props {
  readonly formField: FormField;
  readonly value: Value | undefined;
  /** A number that cannot be read yet, as it was typed. */
  readonly unread: string | undefined;
  readonly error: string | undefined;
  readonly options: readonly Option[];
  readonly entityId: string;
  readonly onChange: (value: Value | undefined) => void;
  readonly onUnread: (typed: string) => void;
}

/** The most choices that are all shown at once. */
const SHOWN_AT_ONCE = 7;

/** Letters of all choices that fit side by side on a desk. */
const ONE_LINE = 44;

const isShort = (options: readonly Option[]): boolean =>
  options.length > 1 && options.reduce((sum, { label }) => sum + label.length, 0) <= ONE_LINE;

export const controlId = (path: string): string => `field-${path.replace(".", "-")}`;

export function FormControl(props: Props) {
  const { formField, value, options, error, onChange } = props;
  const { field, text, path, needed } = formField;
  const help = text.help ? say(text.help) : field.input === "day" ? app("dayHelp") : undefined;
  const words: FieldWords = {
    id: controlId(path),
    label: say(text.label),
    help: field.input === "day" && text.help ? `${say(text.help)} ${app("dayHelp")}` : help,
    error,
    optional: !needed,
  };
  const chosen = Array.isArray(value) ? (value as string[]) : typeof value === "string" ? [value] : [];
  switch (field.input) {
    case "choice":
    case "reference":
      return field.options && options.length <= SHOWN_AT_ONCE ? (
        <Choices
          words={words}
          options={options}
          chosen={chosen}
          across={isShort(options)}
          onChange={([one]) => onChange(one)}
        />
      ) : (
        <Select words={words} options={options} value={chosen[0] ?? ""} onChange={onChange} />
      );
    case "choices":
    case "references":
      if (field.from !== "partners" && options.length <= SHOWN_AT_ONCE)
        return <Choices words={words} options={options} chosen={chosen} many onChange={onChange} />;
      return (
        <Field words={words}>
          <PickMany
            id={words.id}
            describedBy={describedBy(words)}
            invalid={error !== undefined}
            options={options}
            chosen={chosen}
            onChange={onChange}
            {...(field.from === "partners" && {
              orElse: (typed: string, done: () => void) => (
                <ProposePartner
                  typed={typed}
                  entityId={props.entityId}
                  onProposed={(partnerId) => {
                    onChange([...chosen, partnerId]);
                    done();
                  }}
                />
              ),
            })}
          />
        </Field>
      );
    case "paragraph":
      return <TextField words={words} value={String(value ?? "")} onChange={onChange} long />;
    case "link":
      return <TextField words={words} value={String(value ?? "")} onChange={onChange} type="url" />;
    case "line":
      return <TextField words={words} value={String(value ?? "")} onChange={onChange} />;
    default:
      return <TypedField {...props} words={words} />;
  }
}
