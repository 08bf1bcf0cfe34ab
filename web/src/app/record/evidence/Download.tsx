/** The button that saves a file of evidence on the reader's computer. */
import type { Evidence } from "#domain/evidence.ts";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { downloadEvidence } from "../../../data/evidenceFiles.ts";
import type { Stored } from "../../../data/read.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";

export function Download({ address, file }: { address: RecordAddress; file: Stored<Evidence> }) {
  const { running, error, run } = useAct();
  return (
    <>
      <button
        type="button"
        class="link-button"
        aria-describedby={`file-${file.id}`}
        disabled={running}
        onClick={() => void run(() => downloadEvidence(address, file))}
      >
        {app("download")}
      </button>
      <Failure error={error} />
    </>
  );
}
