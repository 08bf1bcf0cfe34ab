/** The files that prove a record, while it is written: picked, dropped or photographed, watched, removed. */

import { useState } from "preact/hooks";
import { EVIDENCE_LIMITS, EVIDENCE_TYPE_IDS, EVIDENCE_TYPES, type Evidence } from "#domain/evidence.ts";
import { Await, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import type { Stored } from "../../../data/read.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";
import { AskFirst } from "../AskFirst.tsx";
import { Download } from "./Download.tsx";
import { problemWords, sizeWords, uploadWords } from "./fileWords.ts";
import { fileText } from "./texts.ts";
import type { Upload } from "./UploadQueue.ts";
import type { Uploads } from "./useUploads.ts";

/** By extension and by type: each system looks at the one or the other. */
const ACCEPT = EVIDENCE_TYPE_IDS.flatMap((id) => {
  const { mime, extensions } = EVIDENCE_TYPES[id];
  return [mime, ...extensions.map((extension) => `.${extension}`)];
}).join(",");

export function EvidenceEditor({ address, uploads }: { address: RecordAddress; uploads: Uploads }) {
  const { queue, loaded, reload } = uploads;
  return (
    <section class="group evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{app("files")}</h2>
      <p class="note" id="evidence-help">
        {fileText("filesHelp", { size: sizeWords(EVIDENCE_LIMITS.bytes), files: EVIDENCE_LIMITS.files })}
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(files) => (
          <ul class="files">
            {files
              .filter(({ id }) => !queue.uploads.some((upload) => upload.id === id))
              .map((file) => (
                <StoredFile key={file.id} address={address} file={file} remove={uploads.remove} />
              ))}
          </ul>
        )}
      </Await>
      <ul class="files">
        {queue.uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
      <Pick add={uploads.add} />
      <p class="visually-hidden" role="status">
        {queue.uploads
          .filter(({ phase }) => phase !== "sending" && phase !== "waiting")
          .map((upload) => `${upload.name}: ${uploadWords(upload)}`)
          .join(". ")}
      </p>
    </section>
  );
}

/** Buttons for all; on a desk files can be dropped beside them, on a telephone photographed. */
function Pick({ add }: { add: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const picked = (event: { currentTarget: HTMLInputElement }) => {
    add([...(event.currentTarget.files ?? [])]);
    // So that the same file can be picked again.
    event.currentTarget.value = "";
  };
  return (
    <fieldset
      class={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <legend class="visually-hidden">{fileText("filesAdd")}</legend>
      <span class="pick">
        <input
          type="file"
          id="pick-files"
          class="file-input"
          multiple
          accept={ACCEPT}
          aria-describedby="evidence-help"
          onChange={picked}
        />
        <label for="pick-files" class="button secondary">
          {fileText("filesPick")}
        </label>
      </span>
      <span class="pick by-touch">
        <input
          type="file"
          id="take-photo"
          class="file-input"
          accept="image/*"
          capture="environment"
          onChange={picked}
        />
        <label for="take-photo" class="button secondary">
          {fileText("filesPhoto")}
        </label>
      </span>
      <span class="note by-mouse">{fileText("filesDrop")}</span>
    </fieldset>
  );
}

function UploadRow({ upload, uploads: { queue } }: { upload: Upload; uploads: Uploads }) {
  const { id, name, file, sent, phase } = upload;
  const { error, run } = useAct();
  const isBad = phase === "failed" || phase === "refused";
  return (
    <li class={isBad ? "file bad" : "file"}>
      <div class="file-text">
        <p class="file-name" id={`file-${id}`}>
          {name}
        </p>
        {!isBad && <progress value={sent} max={file.size} aria-labelledby={`file-${id}`} />}
        <p class={isBad ? "file-problem" : "note"}>{uploadWords(upload)}</p>
        <Failure error={error} />
      </div>
      <div class="file-acts">
        {phase === "failed" && (
          <button
            type="button"
            class="button secondary"
            aria-describedby={`file-${id}`}
            onClick={() => queue.retry(id)}
          >
            {app("retry")}
          </button>
        )}
        <button
          type="button"
          class="link-button"
          aria-describedby={`file-${id}`}
          onClick={() => void run(() => queue.cancel(id))}
        >
          {fileText(isBad ? "fileDismiss" : "fileCancel")}
        </button>
      </div>
    </li>
  );
}

interface StoredProps {
  readonly address: RecordAddress;
  readonly file: Stored<Evidence>;
  readonly remove: (id: string) => Promise<void>;
}

function StoredFile({ address, file, remove }: StoredProps) {
  const { running, error, run } = useAct();
  const { id, data } = file;
  const { name, bytes, state, problem } = data;
  const act = () => void run(() => remove(id));
  return (
    <li class={state === "quarantined" ? "file bad" : "file"}>
      <div class="file-text">
        <p class="file-name" id={`file-${id}`}>
          {name}
        </p>
        {state === "ready" && <p class="note">{sizeWords(bytes)}</p>}
        {state === "uploading" && <p class="file-problem">{fileText("fileHalf")}</p>}
        {problem && <p class="file-problem">{problemWords(problem)}</p>}
        <Failure error={error} />
      </div>
      <div class="file-acts">
        {state === "ready" ? (
          <>
            <Download address={address} file={file} />
            <AskFirst
              act={fileText("fileRemove")}
              question={fileText("fileRemoveQuestion", { name })}
              confirm={fileText("fileRemoveConfirm")}
              running={running}
              onConfirm={act}
            />
          </>
        ) : (
          <button
            type="button"
            class="link-button"
            aria-describedby={`file-${id}`}
            disabled={running}
            onClick={act}
          >
            {fileText("fileDismiss")}
          </button>
        )}
      </div>
    </li>
  );
}
