/** Makes one partner of two: the Office sees both, says which one stays, and what will follow. */
import { useState } from "preact/hooks";
import { Choices } from "../../../components/fields.tsx";
import { Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { useApp } from "../../context.ts";
import { NotFound } from "../NotFound.tsx";
import { PartnerFacts } from "./PartnerFacts.tsx";
import { partnerText } from "./texts.ts";

export function MergePartners({ partnerId, otherId }: { partnerId: string; otherId: string }) {
  const { reference, reloadPartners } = useApp();
  const [keptId, keep] = useState<string>();
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const both = [partnerId, otherId].flatMap(
    (id) => reference.partners.find((partner) => partner.id === id) ?? [],
  );
  const merged = both.find(({ id }) => id !== keptId);
  const kept = both.find(({ id }) => id === keptId);
  if (both.length < 2 || partnerId === otherId) return <NotFound />;
  if (isDone && kept)
    return (
      <>
        <h1>{partnerText("mergeTitle")}</h1>
        <p class="notice good" role="status">
          {partnerText("mergeDone")}
        </p>
        <div class="actions">
          <a class="button" href={`/app/actores/${kept.id}`}>
            {partnerText("toPartner")}
          </a>
          <a class="button secondary" href="/app/operaciones">
            {partnerText("toOperations")}
          </a>
        </div>
      </>
    );
  const merge = () => {
    setTried(true);
    if (!kept || !merged) return document.getElementById("which-stays")?.focus();
    void run(async () => {
      await call("mergePartners", {
        ...{ requestId, keptId: kept.id, keptVersion: kept.data.version },
        ...{ mergedId: merged.id, mergedVersion: merged.data.version },
      });
      await reloadPartners();
      setDone(true);
    });
  };
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/actores", name: partnerText("title") }, { name: partnerText("mergeTitle") }]}
      />
      <h1>{partnerText("mergeTitle")}</h1>
      <p class="lead">{partnerText("mergeLead")}</p>
      <div class="two-sides">
        {both.map(({ id, data }) => (
          <section key={id} class="side">
            <h2>{data.name}</h2>
            <PartnerFacts partner={data} />
          </section>
        ))}
      </div>
      <Choices
        words={{
          id: "which-stays",
          label: partnerText("whichStays"),
          error: isTried && !kept ? partnerText("whichMissing") : undefined,
        }}
        options={both.map(({ id, data }) => ({ id, label: data.name }))}
        chosen={keptId === undefined ? [] : [keptId]}
        onChange={([id]) => keep(id)}
      />
      <Failure error={error} />
      <button type="button" class="button warning" disabled={running} onClick={merge}>
        {partnerText("mergeDo")}
      </button>
    </>
  );
}
