/** The Office lays two records side by side, says which one stays and why, and proposes it to the other entity. */
import { useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { Choices, TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { loadPair } from "../../../data/directory.ts";
import type { Stored } from "../../../data/read.ts";
import { app } from "../../../i18n/app/app.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { loadPairRecords } from "./loadPairRecords.ts";
import { entityNamed, RecordSide } from "./RecordSide.tsx";
import { duplicateText } from "./texts.ts";

export function ProposeMerge({ pairId }: { pairId: string }) {
  const [loaded, reload] = useLoaded(`pair ${pairId}`, async () => {
    const pair = await loadPair(pairId);
    return pair && loadPairRecords(pair);
  });
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(pair) => {
        const [one, other] = pair?.records ?? [];
        return one && other ? <Proposal both={[one, other]} /> : <NotFound />;
      }}
    </Await>
  );
}

type Both = readonly [Stored<DraftRecord>, Stored<DraftRecord>];

const named = ({ id, data }: Stored<DraftRecord>) => ({
  ...{ entityId: data.entityId, recordId: id, version: data.version },
});

function Proposal({ both }: { readonly both: Both }) {
  const { reference } = useApp();
  const [keptId, keep] = useState<string>();
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const kept = both.find(({ id }) => id === keptId);
  const merged = both.find(({ id }) => id !== keptId);
  const entity = kept && merged ? entityNamed(reference, merged.data.entityId) : "";
  const propose = () => {
    setTried(true);
    if (!kept || !merged) return document.getElementById("which-stays")?.focus();
    if (reason.trim() === "") return document.getElementById("merge-reason")?.focus();
    void run(async () => {
      await call("proposeMerge", {
        ...{ requestId, kept: named(kept), merged: named(merged), reason: reason.trim() },
      });
      setDone(true);
    });
  };
  return (
    <>
      <Breadcrumb
        steps={[
          { href: "/app/duplicados", name: duplicateText("title") },
          { name: duplicateText("proposeTitle") },
        ]}
      />
      <h1>{duplicateText("proposeTitle")}</h1>
      {isDone ? (
        <>
          <p class="notice good" role="status">
            {duplicateText("proposed", { entity })}
          </p>
          <a class="button" href="/app/duplicados">
            {duplicateText("back")}
          </a>
        </>
      ) : (
        <>
          <p class="lead">{duplicateText("proposeLead")}</p>
          <div class="two-sides">
            {both.map(({ id, data }) => (
              <RecordSide
                key={id}
                heading={entityNamed(reference, data.entityId)}
                recordId={id}
                record={data}
              />
            ))}
          </div>
          <Choices
            words={{
              ...{ id: "which-stays", label: duplicateText("whichStays") },
              help: duplicateText("whichStaysHelp"),
              error: isTried && !kept ? duplicateText("whichMissing") : undefined,
            }}
            options={both.map(({ id, data }) => ({
              id,
              label: `${data.title ?? app("untitled")} (${entityNamed(reference, data.entityId)})`,
            }))}
            chosen={keptId === undefined ? [] : [keptId]}
            onChange={([id]) => keep(id)}
          />
          <TextField
            words={{
              ...{ id: "merge-reason", label: duplicateText("reason"), help: duplicateText("reasonHelp") },
              error: isTried && reason.trim() === "" ? duplicateText("reasonMissing") : undefined,
            }}
            value={reason}
            onChange={setReason}
            long
          />
          <Failure error={error} />
          <button type="button" class="button" disabled={running} onClick={propose}>
            {entity === "" ? duplicateText("proposeBlank") : duplicateText("propose", { entity })}
          </button>
        </>
      )}
    </>
  );
}
