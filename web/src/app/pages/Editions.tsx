/** Reports as editions: the Office asks for one, watches it being made, downloads it. */
import { collection, limit, orderBy, query } from "firebase/firestore/lite";
import { useState } from "preact/hooks";
import { bogotaDay, STRATEGY_YEARS, yearOf } from "#domain/calendar.ts";
import { type Edition, editionSchema } from "#domain/edition.ts";
import { formatDay, formatLongDay, formatNumber } from "#domain/format.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Select } from "../../components/fields.tsx";
import { Await, Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError, call, idToken, newRequestId } from "../../data/call.ts";
import { services } from "../../data/firebase.ts";
import { readQuery, type Stored } from "../../data/read.ts";
import { app } from "../../i18n/app/app.ts";
import { language } from "../../i18n/language.ts";
import { ProgressBar } from "../../indicators/ProgressBar.tsx";
import { hasRole, useApp } from "../context.ts";
import { useLoaded } from "../useLoaded.ts";
import { usePolling } from "../usePolling.ts";
import { DisclosureIndex } from "./DisclosureIndex.tsx";

const loadEditions = () =>
  readQuery(
    query(collection(services().db, "editions"), orderBy("requestedAt", "desc"), limit(50)),
    editionSchema,
  );

const isRunning = ({ data }: Stored<Edition>): boolean =>
  data.state === "queued" || data.state === "composing" || data.state === "rendering";

export function Editions() {
  const { session } = useApp();
  const [loaded, reload] = useLoaded("editions", loadEditions);
  usePolling(loaded.state === "ready" && loaded.value.some(isRunning), reload);
  return (
    <>
      <h1>{app("editions")}</h1>
      <p class="note">{app("editionsHelp")}</p>
      {hasRole(session, "office") && <Ask onAsked={reload} />}
      <Await loaded={loaded} retry={() => void reload()}>
        {(all) =>
          all.length === 0 ? <p class="empty">{app("noEditions")}</p> : <EditionTable editions={all} />
        }
      </Await>
      {hasRole(session, "office", "admin") && <DisclosureIndex />}
    </>
  );
}

function Ask({ onAsked }: { onAsked: () => Promise<void> }) {
  const thisYear = yearOf(bogotaDay(new Date()));
  const [year, setYear] = useState(String(Math.min(thisYear, STRATEGY_YEARS.last)));
  const { running, error, run } = useAct();
  const years = Array.from({ length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 }, (_, index) =>
    String(STRATEGY_YEARS.first + index),
  );
  return (
    <form
      class="ask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (year === "") return;
        void run(async () => {
          await call("requestEdition", {
            subject: { kind: "annual", year: Number(year) },
            requestId: newRequestId(),
          });
          await onAsked();
        });
      }}
    >
      <Select
        words={{ id: "year", label: app("editionYear") }}
        options={years.filter((id) => Number(id) <= thisYear).map((id) => ({ id, label: id }))}
        value={year}
        onChange={setYear}
      />
      <button type="submit" class="button" disabled={running}>
        {app("generate")}
      </button>
      <Failure error={error} />
    </form>
  );
}

function EditionTable({ editions }: { editions: readonly Stored<Edition>[] }) {
  return (
    <DataTable
      caption={app("editions")}
      rows={editions}
      rowKey={({ id }) => id}
      columns={[
        {
          head: app("columnReport"),
          rowHead: true,
          cell: ({ data }) => app("annualReport", { year: data.year }),
        },
        { head: app("columnAsked"), cell: ({ data }) => formatDay(bogotaDay(data.requestedAt), language()) },
        { head: app("columnCutOff"), cell: ({ data }) => formatLongDay(data.cutOffOn, language()) },
        { head: app("columnState"), cell: (edition) => <Standing edition={edition} editions={editions} /> },
      ]}
    />
  );
}

function Standing(props: { edition: Stored<Edition>; editions: readonly Stored<Edition>[] }) {
  const { id, data } = props.edition;
  if (data.state === "ready") return <Download id={id} edition={data} />;
  if (data.state === "failed" || data.state === "cancelled")
    return (
      <span class="bad-words">
        {app("editionFailed")} {data.error}
      </span>
    );
  if (data.state === "unchanged") {
    const same = props.editions.find((one) => one.id === data.sameAs);
    return (
      <>
        <p>{app("editionUnchanged")}</p>
        {same && <Download id={same.id} edition={same.data} />}
      </>
    );
  }
  return (
    <div role="status">
      {app(`edition_${data.state}`)} {formatNumber(data.progress, language())} %
      <ProgressBar share={data.progress / 100} />
    </div>
  );
}

function Download({ id, edition }: { id: string; edition: Edition }) {
  const { running, error, run } = useAct();
  const pdf = edition.files.find(({ format }) => format === "pdf");
  const download = () =>
    run(async () => {
      const response = await fetch(`/api/editions/${id}/es.pdf`, {
        headers: { authorization: `Bearer ${await idToken()}` },
      });
      if (!response.ok) throw new CallError(String(response.status), await response.json());
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement("a");
      link.href = address;
      link.download = `${app("annualReport", { year: edition.year })}.pdf`;
      link.click();
      URL.revokeObjectURL(address);
    });
  return (
    <>
      <button type="button" class="button secondary" disabled={running} onClick={() => void download()}>
        {app("download")}
      </button>
      <p class="note">
        {app("editionSize", {
          pages: pdf?.pages ?? 0,
          size: formatNumber((pdf?.bytes ?? 0) / 1024, language(), 0),
        })}
      </p>
      <Failure error={error} />
    </>
  );
}
