/** The fields of a record's form in their groups; what is not asked is not shown. */
import { useMemo } from "preact/hooks";
import type { Problem } from "#domain/problem.ts";
import { fieldOf, isShown } from "../../forms/formCheck.ts";
import { type FormField, formFieldsOf, formGroupsOf } from "../../forms/formFields.ts";
import { isBlank } from "../../forms/isBlank.ts";
import { messageOf } from "../../forms/messages.ts";
import type { Value } from "../../forms/values.ts";
import { say } from "../../i18n/language.ts";
import { checkContext, useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { controlId, FormControl } from "./FormControl.tsx";
import type { LocalDraft } from "./localDrafts.ts";
import { loadLinkable, NOTHING_LINKABLE, optionsOf } from "./options.ts";

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

export function RecordFields({ draft, problems, onChange, onUnread }: Props) {
  const { reference } = useApp();
  const { kind, entityId, values, unread } = draft;
  const groups = useMemo(() => formGroupsOf(kind), [kind]);
  const [linkable] = useLoaded(`${kind} ${entityId}`, () => loadLinkable(kind, entityId));
  const context = checkContext(reference);
  const control = (formField: FormField) => {
    const { path } = formField;
    const problem = problems.find((one) => fieldOf(one.path) === path);
    return (
      <FormControl
        key={path}
        formField={formField}
        value={values[path]}
        unread={unread[path]}
        error={problem && messageOf(problem, formField, values)}
        options={optionsOf(
          formField,
          draft,
          reference,
          linkable.state === "ready" ? linkable.value : NOTHING_LINKABLE,
        )}
        entityId={entityId}
        onChange={(value) => onChange(path, value)}
        onUnread={(typed) => onUnread(path, typed)}
      />
    );
  };
  return (
    <>
      {groups.map(({ title, folded, fields }) => {
        const shown = fields.filter((formField) => isShown(formField, values, kind, context));
        if (shown.length === 0) return null;
        const isOpen = shown.some(
          ({ path }) => !isBlank(values[path]) || problems.some((problem) => fieldOf(problem.path) === path),
        );
        return folded ? (
          <details key={title.es} class="group" open={isOpen}>
            <summary>
              <h2 class="folded-title">{say(title)}</h2>
            </summary>
            {shown.map(control)}
          </details>
        ) : (
          <section key={title.es} class="group">
            <h2>{say(title)}</h2>
            {shown.map(control)}
          </section>
        );
      })}
    </>
  );
}
