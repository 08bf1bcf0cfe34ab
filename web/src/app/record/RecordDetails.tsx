/** A record to be read: all that was answered, in the form's order and words. */
import type { DraftRecord } from "#domain/record/record.ts";
import { formGroupsOf } from "../../forms/formFields.ts";
import { isBlank } from "../../forms/isBlank.ts";
import { valuesOf } from "../../forms/values.ts";
import { say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { loadLinkable, NOTHING_LINKABLE } from "./options.ts";
import { showValue } from "./showValue.ts";

export function RecordDetails({ record }: { record: DraftRecord }) {
  const { reference } = useApp();
  const { kind, entityId } = record;
  const values = valuesOf(record);
  const [linkable] = useLoaded(`${kind} ${entityId}`, () => loadLinkable(kind, entityId));
  const links = linkable.state === "ready" ? linkable.value : NOTHING_LINKABLE;
  return (
    <>
      {formGroupsOf(kind).map(({ title, fields }) => {
        const answered = fields.filter(
          ({ path, text }) => path !== "title" && !isBlank(values[path]) && (text.showWhen?.(values) ?? true),
        );
        if (answered.length === 0) return null;
        return (
          <section key={title.es} class="details-group">
            <h2 class="details-title">{say(title)}</h2>
            <dl>
              {answered.map((formField) => (
                <div key={formField.path}>
                  <dt>{say(formField.text.label)}</dt>
                  <dd>
                    {showValue(
                      formField,
                      values[formField.path],
                      { kind, entityId, values },
                      reference,
                      links,
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
