/** The entity whose record would be merged away reads both, and confirms or says why they are two. */
import { useState } from "preact/hooks";
import type { Merge } from "#domain/merge.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { loadMerge } from "../../../data/directory.ts";
import { loadRecord } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { RecordSide } from "./RecordSide.tsx";
import { duplicateText } from "./texts.ts";

interface Loaded {
  readonly merge: Merge;
  readonly kept: DraftRecord;
  readonly merged: DraftRecord;
}

async function load(mergeId: string): Promise<Loaded | undefined> {
  const merge = (await loadMerge(mergeId))?.data;
  if (!merge) return undefined;
  const [kept, merged] = await Promise.all([
    loadRecord({ entityId: merge.keptEntityId, recordId: merge.keptRecordId }),
    loadRecord({ entityId: merge.mergedEntityId, recordId: merge.mergedRecordId }),
  ]);
  return kept && merged && { merge, kept: kept.data, merged: merged.data };
}

export function DecideMerge({ mergeId }: { mergeId: string }) {
  const [loaded, reload] = useLoaded(`merge ${mergeId}`, () => load(mergeId));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) => (found ? <Decision mergeId={mergeId} {...found} /> : <NotFound />)}
    </Await>
  );
}

function Decision({ mergeId, merge, kept, merged }: Loaded & { readonly mergeId: string }) {
  const [isDeclining, decline] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [answer, setAnswer] = useState<"confirmed" | "declined">();
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const decide = (confirm: boolean) => {
    setTried(true);
    if (!confirm && reason.trim() === "") return document.getElementById("decline-reason")?.focus();
    void run(async () => {
      await call("decideMerge", { requestId, mergeId, confirm, ...(!confirm && { reason: reason.trim() }) });
      setAnswer(confirm ? "confirmed" : "declined");
    });
  };
  const keptAt = `/app/registros/${merge.keptEntityId}/${merge.keptRecordId}`;
  if (answer || merge.state !== "proposed")
    return (
      <>
        <h1>{duplicateText("decideTitle")}</h1>
        <p class={answer ? "notice good" : "notice"} role="status">
          {duplicateText(answer ?? "decidedAlready")}
        </p>
        <div class="actions">
          <a class="button" href={keptAt}>
            {duplicateText("openKept")}
          </a>
          <a class="button secondary" href="/app/registros">
            {duplicateText("toRecords")}
          </a>
        </div>
      </>
    );
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/registros", name: app("myRecords") }, { name: duplicateText("decideTitle") }]}
      />
      <h1>{duplicateText("decideTitle")}</h1>
      <p class="lead">{duplicateText("decideLead", { reason: merge.reason })}</p>
      <div class="two-sides">
        <RecordSide heading={duplicateText("kept")} recordId={merge.keptRecordId} record={kept} />
        <RecordSide heading={duplicateText("merged")} recordId={merge.mergedRecordId} record={merged} />
      </div>
      <Failure error={error} />
      {isDeclining ? (
        <>
          <TextField
            words={{
              ...{ id: "decline-reason", label: duplicateText("declineReason") },
              error: isTried && reason.trim() === "" ? duplicateText("declineMissing") : undefined,
            }}
            value={reason}
            onChange={setReason}
            long
          />
          <div class="actions">
            <button type="button" class="button" disabled={running} onClick={() => decide(false)}>
              {duplicateText("declineDo")}
            </button>
            <button type="button" class="link-button" onClick={() => decline(false)}>
              {app("cancel")}
            </button>
          </div>
        </>
      ) : (
        <div class="actions">
          <button type="button" class="button" disabled={running} onClick={() => decide(true)}>
            {duplicateText("confirm")}
          </button>
          <button type="button" class="button secondary" onClick={() => decline(true)}>
            {duplicateText("decline")}
          </button>
        </div>
      )}
    </>
  );
}
