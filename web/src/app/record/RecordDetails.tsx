/** A record to be read: all that was answered, in the form's order and words. */
import type { DraftRecord } from "#domain/record/record.ts";
import { formGroupsOf } from "../../forms/formFields.ts";
import { isBlank } from "../../forms/isBlank.ts";
import { valuesOf } from "../../forms/values.ts";
import { say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { showValue } from "./showValue.ts";
import { useLinkable } from "./useLinkable.ts";

export function RecordDetails({ record }: { record: DraftRecord }) {
  const { reference } = useApp();
  const { kind, entityId } = record;
  const values = valuesOf(record);
  const links = useLinkable(kind, entityId);
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
