/** What the sheet does not say and records need: one answer for all rows. */
import { Choices, Field, Select, TextField } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, say } from "../../../i18n/language.ts";
import { choicesOf } from "../../../import/mapping/choices.ts";
import { isCoded, isList } from "../../../import/mapping/importFields.ts";
import type { MissingField } from "../../../import/mapping/missingFields.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { kindsOf } from "./mappableFields.ts";
import { told } from "./texts.ts";

/** Choices that are shown as buttons; of more, a list. */
const FEW = 4;

export function MapConstants({ flow, missing }: { flow: ImportFlow; missing: readonly MissingField[] }) {
  return (
    <section class="group">
      <h2>{told("constantsTitle")}</h2>
      <p>{told("constantsHelp")}</p>
      {missing.map((one) => (
        <Constant key={`${one.kinds.join()} ${one.field.path}`} flow={flow} missing={one} />
      ))}
    </section>
  );
}

function Constant({ flow, missing }: { flow: ImportFlow; missing: MissingField }) {
  const { field, kinds, isNeeded } = missing;
  const { path, label } = field;
  const value =
    flow.mapping.constants.find((one) => one.path === path && kinds.includes(one.kind))?.value ?? "";
  const set = (next: string) => flow.setConstant(kinds, path, next);
  const isOfSome = kinds.length < kindsOf(flow).length;
  const help = [
    isOfSome && told("constantKinds", { kinds: kinds.map((kind) => say(KIND_FORMS[kind].name)).join(", ") }),
    !isNeeded && told("constantOptional"),
  ].filter((one) => one !== false);
  const words = {
    id: `constant-${kinds[0]}-${path}`,
    label: say(label),
    ...(help.length > 0 && { help: help.join(". ") }),
    optional: !isNeeded,
  };
  if (!isCoded(field.field))
    return <TextField words={words} value={value} long={field.field.input === "paragraph"} onChange={set} />;
  const options = choicesOf(field, flow.setting.lookup).map((choice) => ({
    ...{ id: choice.id, label: choice.label[language()], alias: choice.names.join(" ") },
  }));
  if (isList(field.field))
    return (
      <Field words={words}>
        <PickMany
          id={words.id}
          describedBy={undefined}
          invalid={false}
          options={options}
          chosen={value === "" ? [] : value.split(",")}
          onChange={(chosen) => set(chosen.join(","))}
        />
      </Field>
    );
  return options.length <= FEW ? (
    <Choices words={words} options={options} chosen={[value]} onChange={([next = ""]) => set(next)} />
  ) : (
    <Select words={words} options={options} value={value} onChange={set} />
  );
}
