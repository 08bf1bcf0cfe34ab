/** One person: what she may do, how to change or take it away, and all that was ever granted. */

import { useRef, useState } from "preact/hooks";
import type { Access, AccessEntry } from "#domain/access.ts";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { loadPerson, revokeAccess } from "../../../data/people.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { useApp } from "../../context.ts";
import { AskFirst } from "../../record/AskFirst.tsx";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { claimsWords, lossWords } from "./claimsWords.ts";
import { PersonForm } from "./PersonForm.tsx";
import { peopleText } from "./texts.ts";

export function PersonPage({ uid }: { uid: string }) {
  const { reference } = useApp();
  const [loaded, reload] = useLoaded(`person/${uid}`, () => loadPerson(uid));
  const [isDone, setDone] = useState(false);
  const saved = async () => {
    await reload();
    setDone(true);
    scrollTo(0, 0);
  };
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {({ access, history }) => {
        const person = access ?? history[0];
        if (!person) return <NotFound />;
        return (
          <>
            <Breadcrumb steps={[{ href: "/app/personas", name: app("people") }, { name: person.name }]} />
            <h1>{person.name}</h1>
            {isDone && (
              <p class="notice good" role="status">
                {peopleText("personSaved")}
              </p>
            )}
            <p class="lead">
              {person.email}
              <br />
              {access ? claimsWords(access, reference) : peopleText("personWithoutAccess")}
            </p>
            <h2 class="apart">{peopleText(access ? "personChange" : "personAgain")}</h2>
            <PersonForm
              key={history[0]?.version}
              initial={access ?? { ...person, roles: [], entityIds: [] }}
              version={access?.version ?? 0}
              onSaved={() => void saved()}
            />
            {access && <Revoke uid={uid} access={access} onRevoked={() => void saved()} />}
            <History entries={history} />
          </>
        );
      }}
    </Await>
  );
}

function Revoke({ uid, access, onRevoked }: { uid: string; access: Access; onRevoked: () => void }) {
  const { reference, session } = useApp();
  const request = useRef(newRequestId());
  const { running, error, run } = useAct();
  const { name, version } = access;
  if (uid === session.actor.uid) return <p class="note">{peopleText("personIsYou")}</p>;
  return (
    <section class="apart">
      <h2>{peopleText("personRevoke")}</h2>
      <Failure error={error} />
      <AskFirst
        act={peopleText("personRevokeAct")}
        question={[
          peopleText("revokeLoses", { name }),
          ...lossWords(access, reference),
          peopleText("revokeKeeps"),
        ].join(" ")}
        confirm={peopleText("revokeConfirm")}
        running={running}
        onConfirm={() =>
          void run(async () => {
            await revokeAccess({ requestId: request.current, uid, version });
            onRevoked();
          })
        }
      />
    </section>
  );
}

function History({ entries }: { entries: readonly AccessEntry[] }) {
  const { reference } = useApp();
  const words = (claims: AccessEntry["before"]) =>
    claims ? claimsWords(claims, reference) : peopleText("accessNone");
  return (
    <section class="apart">
      <h2>{peopleText("personHistory")}</h2>
      <DataTable
        caption={peopleText("personHistory")}
        rows={entries}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            head: app("columnWhen"),
            rowHead: true,
            cell: ({ at }) => `${formatDay(bogotaDay(at), language())} ${timeOf(at)}`,
          },
          { head: peopleText("columnDone"), cell: ({ action }) => peopleText(`access_${action}`) },
          { head: peopleText("columnBy"), cell: ({ byName }) => byName },
          { head: app("columnBefore"), cell: ({ before }) => words(before) },
          { head: app("columnAfter"), cell: ({ after }) => words(after) },
        ]}
      />
    </section>
  );
}
