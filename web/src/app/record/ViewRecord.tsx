/** A record to be read, with what the reader may do about it. */

import type { DraftRecord } from "#domain/record/record.ts";
import { isOffice, writesFor } from "#domain/record/states.ts";
import { Breadcrumb, StateTag } from "../../components/parts.tsx";
import type { RecordAddress } from "../../data/records.ts";
import { itemOf } from "../../data/reference.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { nameOf, say } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { Decide } from "../pages/review/Decide.tsx";
import { Discussion } from "../pages/review/Discussion.tsx";
import { SinceLast } from "../pages/review/SinceLast.tsx";
import { Amendments } from "./Amendments.tsx";
import { Decisions } from "./Decisions.tsx";
import { EvidenceFiles } from "./evidence/EvidenceFiles.tsx";
import { History } from "./History.tsx";
import { RecordDetails } from "./RecordDetails.tsx";
import { viewText } from "./viewTexts.ts";
import { WithdrawOrRestore } from "./WithdrawOrRestore.tsx";

interface Props {
  readonly address: RecordAddress;
  readonly record: DraftRecord;
  readonly onChanged: () => Promise<void>;
}

export function ViewRecord({ address, record, onChanged }: Props) {
  const { session, reference } = useApp();
  const { actor } = session;
  const isOwn = writesFor(actor, record.entityId);
  const seesAll = isOwn || isOffice(actor);
  const entity = itemOf(reference.catalogues.entities, record.entityId);
  const title = record.title ?? app("untitled");
  const key = `${record.version}`;
  return (
    <>
      <Breadcrumb
        steps={[
          isOffice(actor)
            ? { href: "/app/revision", name: app("queue") }
            : isOwn
              ? { href: "/app/registros", name: app("myRecords") }
              : { href: "/app/vistas", name: app("explore") },
          { name: title },
        ]}
      />
      {record.isExample && <p class="example-mark">{app("examplesTitle")}</p>}
      <h1>{title}</h1>
      <p class="record-line">
        <StateTag state={record.state} /> {say(KIND_FORMS[record.kind].name)} ·{" "}
        {entity ? nameOf(entity) : record.entityId}
      </p>
      <div class={isOffice(actor) ? "beside" : undefined}>
        <div>
          <StandingNote record={record} isOwn={isOwn} />
          {isOffice(actor) && record.state === "submitted" && (
            <SinceLast key={key} address={address} record={record} />
          )}
          <RecordDetails record={record} />
          <EvidenceFiles address={address} record={record} />
        </div>
        <div>
          {isOffice(actor) && record.state === "submitted" && (
            <Decide key={key} address={address} record={record} onDone={onChanged} />
          )}
          {seesAll && record.state === "approved" && (
            <Amendments key={key} address={address} record={record} onDone={onChanged} />
          )}
          {seesAll && record.kind === "session" && record.state === "approved" && (
            <Decisions address={address} record={record} />
          )}
          {seesAll && <Discussion address={address} record={record} />}
          {seesAll && <History key={key} address={address} kind={record.kind} />}
          {isOffice(actor) && (record.state === "approved" || record.state === "withdrawn") && (
            <WithdrawOrRestore key={key} address={address} record={record} onDone={onChanged} />
          )}
        </div>
      </div>
    </>
  );
}

function StandingNote({ record, isOwn }: { record: DraftRecord; isOwn: boolean }) {
  const { state, review } = record;
  if (state === "submitted" && isOwn)
    return (
      <div class="notice good" role="status">
        <p>{app("sent")}</p>
      </div>
    );
  if (state === "withdrawn" && review?.reason)
    return (
      <div class="notice">
        <p>{viewText("withdrawnWith", { reason: review.reason })}</p>
        {record.mergedInto && (
          <p>
            {viewText("mergedIntoRecord")}{" "}
            <a href={`/app/registros/${record.mergedInto.entityId}/${record.mergedInto.recordId}`}>
              {viewText("mergedIntoOpen")}
            </a>
          </p>
        )}
      </div>
    );
  if (state === "approved" && review?.strategic)
    return (
      <div class="notice good">
        <p>
          <strong>{viewText("isStrategic")}</strong>
          {review.strategicReason && ` ${review.strategicReason}`}
        </p>
      </div>
    );
  return null;
}
