/** One edition: how far it has come, what is to be done next, its files, its figures, and what has changed. */

import { bogotaDay } from "#domain/calendar.ts";
import { type Edition, isFinal, isForCitizens, subjectOf } from "#domain/edition.ts";
import { reportName } from "#domain/editions/editionNames.ts";
import { BY_APPROVAL, BY_SCHEDULE } from "#domain/editions/reportSchedule.ts";
import { formatLongDay } from "#domain/format.ts";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { loadEdition, loadEditionsOfReport } from "../../../data/editions.ts";
import { orDenied } from "../../../data/orDenied.ts";
import type { Stored } from "../../../data/read.ts";
import { language } from "../../../i18n/language.ts";
import "../../../styles/editions.css";
import { hasRole, useApp } from "../../context.ts";
import { AskFirst } from "../../record/AskFirst.tsx";
import { go } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { Denied } from "../Denied.tsx";
import { NotFound } from "../NotFound.tsx";
import { EditionChanges } from "./EditionChanges.tsx";
import { EditionFailure } from "./EditionFailure.tsx";
import { EditionFigures } from "./EditionFigures.tsx";
import { EditionFiles } from "./EditionFiles.tsx";
import { PublishEdition } from "./PublishEdition.tsx";
import { SignEdition } from "./SignEdition.tsx";
import { Stages } from "./Stages.tsx";
import { Standing, StandingTag } from "./Standing.tsx";
import { text } from "./texts.ts";

interface Loaded {
  readonly stored: Stored<Edition>;
  /** The others of the same report, among them those that it names. */
  readonly others: readonly Stored<Edition>[];
}

async function load(id: string): Promise<Loaded | undefined> {
  const stored = await loadEdition(id);
  if (!stored) return undefined;
  const { reportId, entityId } = stored.data;
  const all = await loadEditionsOfReport(reportId, entityId);
  return { stored, others: all.filter((other) => other.id !== id) };
}

export function EditionPage({ editionId }: { editionId: string }) {
  const [loaded, reload] = useLoaded(`edition/${editionId}`, () => orDenied(load(editionId)));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) => {
        if (found === "denied") return <Denied title={text("deniedTitle")} why={text("denied")} />;
        return found ? <Shown {...found} reload={reload} /> : <NotFound />;
      }}
    </Await>
  );
}

function Shown({ stored, others, reload }: Loaded & { reload: () => Promise<void> }) {
  const { session } = useApp();
  const { id, data } = stored;
  const isOffice = hasRole(session, "office");
  const previous = others.find((other) => other.id === data.previousId);
  const published = others
    .filter((other) => other.data.publishedAt)
    .toSorted((a, b) => b.data.number - a.data.number)[0]?.data;
  const isMade = data.state === "ready";
  return (
    <>
      <Breadcrumb
        steps={[
          { href: "/app/ediciones", name: text("title") },
          {
            name: `${reportName(data, language())}, ${text("number", { number: data.number }).toLowerCase()}`,
          },
        ]}
      />
      <p class="overline">{text("number", { number: data.number })}</p>
      <h1>{reportName(data, language())}</h1>
      <p class="note">
        {text("cutOff", { day: formatLongDay(data.cutOffOn, language()) })} {originWords(data)}
      </p>
      {isMade && isForCitizens(data) && <Stages edition={data} />}
      {isMade && !isForCitizens(data) && <StandingTag edition={data} />}
      {!isFinal(data) && <Making stored={stored} isOffice={isOffice} reload={reload} />}
      {(data.state === "failed" || data.state === "cancelled") && (
        <Ended stored={stored} isOffice={isOffice} />
      )}
      {data.state === "unchanged" && <Same edition={data} others={others} />}
      {data.publishedAt && <Published edition={data} others={others} />}
      {isMade && isOffice && isForCitizens(data) && !data.publishedAt && (
        <>
          {data.signature && (
            <PublishEdition key={`publish ${id}`} stored={stored} replaced={published} onPublished={reload} />
          )}
          <SignEdition key={`sign ${data.signature?.sha256}`} stored={stored} onSigned={reload} />
        </>
      )}
      {isOffice && !data.publishedAt && data.issuedOn === undefined && (
        <p>
          <a href={`/app/informes/${data.reportId}`}>{text("compose")}</a>
        </p>
      )}
      {isMade && <EditionFiles stored={stored} />}
      {isMade && previous && <EditionChanges stored={stored} previous={previous} />}
      {isMade && <EditionFigures edition={data} previous={previous?.data} />}
    </>
  );
}

function originWords({ requestedBy, requestedAt, issuedOn }: Edition): string {
  const day = formatLongDay(bogotaDay(requestedAt), language());
  if (issuedOn !== undefined) return text("broughtOn", { day, issued: formatLongDay(issuedOn, language()) });
  if (requestedBy === BY_SCHEDULE) return text("askedBySchedule", { day });
  return requestedBy === BY_APPROVAL ? text("askedByApproval", { day }) : text("asked", { day });
}

interface PartProps {
  readonly stored: Stored<Edition>;
  readonly isOffice: boolean;
}

function Making({ stored, isOffice, reload }: PartProps & { reload: () => Promise<void> }) {
  const { running, error, run } = useAct();
  const cancel = () =>
    run(async () => {
      await call("cancelEdition", { editionId: stored.id });
      await reload();
    });
  return (
    <section class="edition-step">
      <Standing stored={stored} onEnded={reload} />
      <p>{text("waiting")}</p>
      {isOffice && (
        <AskFirst
          act={text("cancel")}
          question={text("cancelQuestion")}
          confirm={text("cancelConfirm")}
          running={running}
          onConfirm={() => void cancel()}
        />
      )}
      <EditionFailure error={error} />
    </section>
  );
}

/** What went wrong, or who stopped it, and the way on. */
function Ended({ stored, isOffice }: PartProps) {
  const { data } = stored;
  const { running, error, run } = useAct();
  const again = () =>
    run(async () => {
      const asked = { subject: subjectOf(data), requestId: newRequestId() };
      const { editionId } = await call<{ editionId: string }>("requestEdition", asked);
      go(`/app/ediciones/${editionId}`);
    });
  return (
    <section class={data.state === "failed" ? "notice bad" : "notice"}>
      <p>
        <strong>{text(data.state === "failed" ? "failedTitle" : "state_cancelled")}</strong>
      </p>
      <p>{data.state === "failed" ? data.error : text("cancelled")}</p>
      <EditionFailure error={error} />
      {isOffice && (
        <button type="button" class="button" disabled={running} onClick={() => void again()}>
          {text("askAgain")}
        </button>
      )}
    </section>
  );
}

interface AmongProps {
  readonly edition: Edition;
  readonly others: readonly Stored<Edition>[];
}

function Same({ edition, others }: AmongProps) {
  const same = others.find(({ id }) => id === edition.sameAs);
  return (
    <section class="notice">
      <p>
        <strong>{text("sameTitle")}</strong>
      </p>
      {same && (
        <>
          <p>{text("same", { number: same.data.number })}</p>
          <p>
            <a href={`/app/ediciones/${same.id}`}>{text("sameOpen", { number: same.data.number })}</a>
          </p>
        </>
      )}
    </section>
  );
}

function Published({ edition, others }: AmongProps) {
  const replaced = others.find(({ id }) => id === edition.replacesId);
  const day = edition.publishedAt ? formatLongDay(bogotaDay(edition.publishedAt), language()) : "";
  return (
    <section class="notice good">
      <p>
        <strong>{text("publishedTitle")}</strong>
      </p>
      <p>
        {text("published", { day })}
        {replaced && ` ${text("publishedReplaces", { number: replaced.data.number })}`}
      </p>
    </section>
  );
}
