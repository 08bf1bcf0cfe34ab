/** The Office downloads the index of classified and reserved information that the law asks for. */
import { bogotaDay } from "#domain/calendar.ts";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError, idToken } from "../../data/call.ts";
import { saveFile } from "../../data/saveFile.ts";
import { app } from "../../i18n/app/app.ts";

async function download(): Promise<void> {
  const response = await fetch("/api/disclosure-index", {
    headers: { authorization: `Bearer ${await idToken()}` },
  });
  if (!response.ok) throw new CallError(String(response.status), await response.json());
  saveFile(
    await response.blob(),
    `Índice de información clasificada y reservada ${bogotaDay(new Date())}.csv`,
  );
}

export function DisclosureIndex() {
  const { running, error, run } = useAct();
  return (
    <section class="divided" aria-labelledby="disclosure-index-title">
      <h2 id="disclosure-index-title">{app("disclosureIndex")}</h2>
      <p>{app("disclosureIndexHelp")}</p>
      <Failure error={error} />
      <button type="button" class="button secondary" disabled={running} onClick={() => void run(download)}>
        {app("disclosureIndexDo")}
      </button>
    </section>
  );
}
