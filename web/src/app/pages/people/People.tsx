/** Who may come in and what for, as administrators see it; and who was let in once and is no more. */

import { useState } from "preact/hooks";
import type { AccessEntry } from "#domain/access.ts";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { ROLES } from "#domain/record/states.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Select, TextField } from "../../../components/fields.tsx";
import { matching } from "../../../components/matchText.ts";
import { Await } from "../../../components/parts.tsx";
import { loadPeople, loadRevoked, type Person, uidIn } from "../../../data/people.ts";
import type { Stored } from "../../../data/read.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { entityNames, roleNames } from "./claimsWords.ts";
import { peopleText } from "./texts.ts";

async function load() {
  const people = await loadPeople();
  return { people, revoked: await loadRevoked(people) };
}

export function People() {
  const [loaded, reload] = useLoaded("people", load);
  return (
    <>
      <h1>{app("people")}</h1>
      <p class="lead">{peopleText("peopleHelp")}</p>
      <p>
        <a class="button" href="/app/personas/nueva">
          {peopleText("personNew")}
        </a>
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ people, revoked }) => (
          <>
            <Admitted people={people} />
            {revoked.length > 0 && <Revoked entries={revoked} />}
          </>
        )}
      </Await>
    </>
  );
}

const day = (instant: Date): string => formatDay(bogotaDay(instant), language());

function Admitted({ people }: { people: readonly Person[] }) {
  const { reference } = useApp();
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState("");
  const entities = ({ data }: Person) => entityNames(data.entityIds, reference);
  const wanted = matching(
    people.map((person) => ({
      id: person.id,
      label: person.data.name,
      alias: `${person.data.email} ${entities(person)}`,
    })),
    typed,
    people.length,
  ).map(({ id }) => id);
  const shown = people.filter(
    ({ id, data }) => wanted.includes(id) && (role === "" || data.roles.some((held) => held === role)),
  );
  return (
    <>
      <div class="filters wide">
        <TextField
          words={{ id: "find", label: peopleText("peopleFind") }}
          value={typed}
          onChange={setTyped}
        />
        <Select
          words={{ id: "role", label: peopleText("columnRole") }}
          options={ROLES.map((id) => ({ id, label: peopleText(`role_${id}`) }))}
          value={role}
          blank={peopleText("peopleAllRoles")}
          onChange={setRole}
        />
      </div>
      <p role="status">{peopleText("peopleShown", { shown: shown.length, all: people.length })}</p>
      {shown.length > 0 && (
        <DataTable
          caption={app("people")}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            {
              head: app("columnName"),
              rowHead: true,
              cell: ({ id, data }) => <a href={`/app/personas/${id}`}>{data.name}</a>,
            },
            { head: app("email"), cell: ({ data }) => data.email },
            { head: peopleText("columnRole"), cell: ({ data }) => roleNames(data) },
            { head: peopleText("columnEntities"), cell: (person) => entities(person) || "–" },
            { head: app("columnSince"), cell: ({ data }) => day(data.grantedAt) },
          ]}
        />
      )}
    </>
  );
}

const Revoked = ({ entries }: { entries: readonly Stored<AccessEntry>[] }) => (
  <section class="apart">
    <h2>{peopleText("peopleRevoked")}</h2>
    <DataTable
      caption={peopleText("peopleRevoked")}
      rows={entries}
      rowKey={({ path }) => path}
      columns={[
        {
          head: app("columnName"),
          rowHead: true,
          cell: ({ path, data }) => <a href={`/app/personas/${uidIn(path)}`}>{data.name}</a>,
        },
        { head: app("email"), cell: ({ data }) => data.email },
        { head: peopleText("columnRevokedOn"), cell: ({ data }) => day(data.at) },
        { head: peopleText("columnBy"), cell: ({ data }) => data.byName },
      ]}
    />
  </section>
);
