/** The fields of a record's form in their groups; what is not asked is not shown. */
import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { Problem } from "#domain/problem.ts";
import { fieldOf, isShown } from "../../forms/formCheck.ts";
import { type FormField, formFieldsOf, formGroupsOf } from "../../forms/formFields.ts";
import { isBlank } from "../../forms/isBlank.ts";
import { messageOf } from "../../forms/messages.ts";
import type { Value } from "../../forms/values.ts";
import { say } from "../../i18n/language.ts";
import { checkContext, useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";
import { controlId, FormControl } from "./FormControl.tsx";
import { Proposed } from "./form/Proposed.tsx";
import type { LocalDraft } from "./localDrafts.ts";
import { optionsOf } from "./options.ts";
import { useLinkable } from "./useLinkable.ts";

const AlreadyDone = lazily(async () => (await import("./form/AlreadyDone.tsx")).AlreadyDone);

interface Props {
  readonly draft: LocalDraft;
  readonly problems: readonly Problem[];
  readonly onChange: (path: string, value: Value | undefined) => void;
  readonly onUnread: (path: string, typed: string) => void;
}

/** The problems as lines of the error summary. */
export const summaryOf = (problems: readonly Problem[], draft: LocalDraft) =>
  problems.map((problem) => {
    const formField = formFieldsOf(draft.kind).find(({ path }) => path === fieldOf(problem.path));
    const message = formField ? messageOf(problem, formField, draft.values) : problem.path;
    return { id: controlId(fieldOf(problem.path)), message };
  });

/** Draws the control of a field of the draft, with what belongs to it. */
function useControls({ draft, problems, onChange, onUnread }: Props) {
  const { reference } = useApp();
  const { kind, entityId, values, unread } = draft;
  const linkable = useLinkable(kind, entityId);
  const context = checkContext(reference);
  /** Of a partner that is added, the country is known. */
  const proposeCountries = (value: Value | undefined) => {
    const before = (values.partnerIds as string[] | undefined) ?? [];
    const added = ((value as string[] | undefined) ?? []).filter((id) => !before.includes(id));
    const named = (values.countries as string[] | undefined) ?? [];
    const known = reference.partners.filter(({ id }) => added.includes(id));
    const more = known.flatMap(({ data }) => data.country ?? []).filter((code) => !named.includes(code));
    if (more.length > 0) onChange("countries", [...named, ...new Set(more)]);
  };
  const control = (formField: FormField, told?: string) => {
    const { path } = formField;
    const problem = problems.find((one) => fieldOf(one.path) === path);
    const field = (
      <FormControl
        key={path}
        formField={formField}
        value={values[path]}
        unread={unread[path]}
        error={told ?? (problem && messageOf(problem, formField, values))}
        options={optionsOf(formField, draft, reference, linkable)}
        entityId={entityId}
        onChange={(value) => {
          onChange(path, value);
          if (path === "partnerIds") proposeCountries(value);
        }}
        onUnread={(typed) => onUnread(path, typed)}
      />
    );
    if (path !== "partnerIds") return field;
    return (
      <Fragment key={path}>
        {field}
        <AlreadyDone draft={draft} />
      </Fragment>
    );
  };
  return { control, context };
}

export function RecordFields(props: Props) {
  const { draft, problems } = props;
  const { kind, values } = draft;
  const groups = useMemo(() => formGroupsOf(kind), [kind]);
  const { control, context } = useControls(props);
  return (
    <>
      {groups.map(({ title, folded, proposed, fields }) => {
        const shown = fields.filter((formField) => isShown(formField, values, kind, context));
        if (shown.length === 0) return null;
        const isWrong = shown.some(({ path }) => problems.some((problem) => fieldOf(problem.path) === path));
        if (proposed)
          return (
            <Proposed key={title.es} title={say(title)} draft={draft} isOpen={isWrong}>
              {shown.map((formField) => control(formField))}
            </Proposed>
          );
        const isOpen = isWrong || shown.some(({ path }) => !isBlank(values[path]));
        return folded ? (
          <details key={title.es} class="group" open={isOpen}>
            <summary>
              <h2 class="folded-title">{say(title)}</h2>
            </summary>
            {shown.map((formField) => control(formField))}
          </details>
        ) : (
          <section key={title.es} class="group">
            <h2>{say(title)}</h2>
            {shown.map((formField) => control(formField))}
          </section>
        );
      })}
    </>
  );
}

interface NoteProps extends Omit<Props, "problems"> {
  /** The fields that are asked, in their order, and what they are called here. */
  readonly words: Readonly<Record<string, { readonly label: string; readonly help?: string }>>;
  /** Of the first. */
  readonly error: string | undefined;
}

/** Some of the fields alone, under other names; whatever else the kind asks is asked later. */
export function NoteFields({ words, error, ...props }: NoteProps) {
  const { control } = useControls({ ...props, problems: [] });
  const fields = useMemo(() => formFieldsOf(props.draft.kind), [props.draft.kind]);
  return (
    <>
      {Object.entries(words).map(([path, { label, help }], index) => {
        const field = fields.find((one) => one.path === path);
        const named = { label: { es: label, en: label }, ...(help && { help: { es: help, en: help } }) };
        return (
          field &&
          control(
            { ...field, needed: path !== "partnerIds", text: { ...field.text, ...named } },
            index === 0 ? error : undefined,
          )
        );
      })}
    </>
  );
}
