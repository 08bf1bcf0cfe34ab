/** The files that prove a record, to be read. */

import type { DraftRecord } from "#domain/record/record.ts";
import { writesFor } from "#domain/record/states.ts";
import { Await } from "../../../components/parts.tsx";
import { loadEvidence } from "../../../data/evidenceFiles.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { Download } from "./Download.tsx";
import { sizeWords } from "./fileWords.ts";
import { fileText } from "./texts.ts";

export function EvidenceFiles({ address, record }: { address: RecordAddress; record: DraftRecord }) {
  const { session } = useApp();
  const whose = writesFor(session.actor, record.entityId) ? "own" : "others";
  const [loaded, reload] = useLoaded(`files ${address.recordId} ${record.version}`, () =>
    loadEvidence(address, whose),
  );
  return (
    <section class="details-group" aria-labelledby="evidence-title">
      <h2 id="evidence-title" class="details-title">
        {app("files")}
      </h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(all) => {
          const files = all.filter(({ data }) => data.state === "ready");
          if (files.length === 0) return <p class="note">{fileText("filesNone")}</p>;
          return (
            <ul class="files">
              {files.map((file) => (
                <li key={file.id} class="file">
                  <div class="file-text">
                    <p class="file-name" id={`file-${file.id}`}>
                      {file.data.name}
                    </p>
                    <p class="note">{sizeWords(file.data.bytes)}</p>
                  </div>
                  <div class="file-acts">
                    <Download address={address} file={file} />
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Await>
    </section>
  );
}
