/** Choosing what to log, and for which entity. */
import { useState } from "preact/hooks";
import { KINDS, OFFICE_KINDS } from "#domain/record/kinds.ts";
import { Select } from "../../components/fields.tsx";
import { Breadcrumb } from "../../components/parts.tsx";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { nameOf, say } from "../../i18n/language.ts";
import { hasRole, useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";

const SameAgain = lazily(async () => (await import("../list/SameAgain.tsx")).SameAgain);

const ORDER = Object.keys(KIND_FORMS) as (keyof typeof KIND_FORMS)[];

export function NewRecord() {
  const { session, reference } = useApp();
  const { entityIds } = session.actor;
  const [entityId, setEntity] = useState(entityIds[0] ?? "");
  const [recordId] = useState(() => crypto.randomUUID());
  const kinds = ORDER.filter((kind) => KINDS.includes(kind)).filter(
    (kind) => hasRole(session, "office") || !OFFICE_KINDS.includes(kind),
  );
  const options = entityIds.map((id) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return { id, label: entity ? nameOf(entity) : id };
  });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/registros", name: app("myRecords") }, { name: app("newRecord") }]} />
      <h1>{app("whatToLog")}</h1>
      {entityIds.length > 1 && (
        <Select
          words={{ id: "entity", label: app("forEntity") }}
          options={options}
          value={entityId}
          onChange={setEntity}
        />
      )}
      <ul class="kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`/app/registros/nuevo/${kind}/${entityId}/${recordId}`}>{say(KIND_FORMS[kind].name)}</a>
            <p>{say(KIND_FORMS[kind].purpose)}</p>
          </li>
        ))}
      </ul>
      <SameAgain />
    </>
  );
}
