/** The list as a file; what writes it is loaded only now. */
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { useApp } from "../context.ts";
import { listText } from "./texts.ts";

export function Download({ rows }: { rows: readonly MirrorRow[] }) {
  const { local, reference } = useApp();
  const { running, error, run } = useAct();
  const download = (as: "csv" | "xlsx") =>
    void run(async () => {
      const { exportRecords } = await import("./exportRecords.ts");
      await exportRecords(rows, local.mirror, reference, as);
    });
  return (
    <details class="download">
      <summary>{listText("export")}</summary>
      <Failure error={error} />
      <div class="actions">
        <button
          type="button"
          class="button secondary"
          disabled={running || rows.length === 0}
          onClick={() => download("xlsx")}
        >
          {listText("asXlsx")}
        </button>
        <button
          type="button"
          class="button secondary"
          disabled={running || rows.length === 0}
          onClick={() => download("csv")}
        >
          {listText("asCsv")}
        </button>
      </div>
    </details>
  );
}
