/** A note between two meetings, on the telephone: what, when, with whom, a photo; kept as a draft, completed later. */
import { useRef, useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import { Field, Select } from "../../../components/fields.tsx";
import { Breadcrumb } from "../../../components/parts.tsx";
import type { RecordAddress } from "../../../data/records.ts";
import { itemOf } from "../../../data/reference.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { uploadWords } from "../../record/evidence/fileWords.ts";
import { type Uploads, useUploads } from "../../record/evidence/useUploads.ts";
import type { LocalDraft } from "../../record/localDrafts.ts";
import { NoteFields } from "../../record/RecordFields.tsx";
import { SaveStatus } from "../../record/SaveStatus.tsx";
import { flushed, useDraft } from "../../record/useDraft.ts";
import { noteText } from "./texts.ts";
import "../../../styles/form.css";

/** A meeting of today: a day is a fact, not a classification. */
const beginning = (address: RecordAddress): LocalDraft => {
  const values = { ...USUAL_ACTIVITY.interaction, happenedOn: bogotaDay(new Date()) };
  return { ...address, kind: "interaction", values, unread: {}, base: values, version: 0 };
};

export function QuickNote() {
  const { session, reference } = useApp();
  const { entityIds } = session.actor;
  const [entityId, setEntity] = useState(entityIds[0] ?? "");
  const [recordId, setRecord] = useState(() => crypto.randomUUID());
  const options = entityIds.map((id) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return { id, label: entity ? nameOf(entity) : id };
  });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/registros", name: app("myRecords") }, { name: noteText("title") }]} />
      {entityIds.length > 1 && (
        <Select
          words={{ id: "entity", label: app("forEntity") }}
          options={options}
          value={entityId}
          onChange={setEntity}
        />
      )}
      <Note
        key={`${entityId} ${recordId}`}
        address={{ entityId, recordId }}
        onAnother={() => setRecord(crypto.randomUUID())}
      />
    </>
  );
}

interface NoteProps {
  readonly address: RecordAddress;
  readonly onAnother: () => void;
}

type Phase = "writing" | "in Bitácora" | "on this device";

function Note({ address, onAnother }: NoteProps) {
  const keeper = useDraft(undefined, beginning(address), address);
  const uploads = useUploads(address, keeper.draft.version > 0, () => flushed(keeper));
  const [phase, setPhase] = useState<Phase>("writing");
  const [isTried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isBlank = String(keeper.draft.values.title ?? "").trim() === "";
  const save = async () => {
    setTried(true);
    if (isBlank) return document.getElementById("field-title")?.focus();
    const isSaved = await keeper.flush();
    setPhase(isSaved && uploads.queue.uploads.length === 0 ? "in Bitácora" : "on this device");
    heading.current?.focus();
  };
  if (phase !== "writing") return <Saved address={address} phase={phase} onAnother={onAnother} />;
  return (
    <form
      class="record-form quick-note"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {noteText("title")}
      </h1>
      <p class="lead">{noteText("lead")}</p>
      <NoteFields
        draft={keeper.draft}
        words={{
          title: { label: noteText("what"), help: noteText("whatHelp") },
          happenedOn: { label: noteText("when"), help: noteText("whenHelp") },
          partnerIds: { label: noteText("whom") },
        }}
        error={isTried && isBlank ? noteText("whatMissing") : undefined}
        onChange={(path, value) => keeper.change(path, value)}
        onUnread={(path, typed) => keeper.changeUnread(path, typed)}
      />
      <Photo uploads={uploads} />
      <div class="action-bar">
        <button type="submit" class="button" disabled={uploads.queue.isBusy}>
          {noteText("save")}
        </button>
        {uploads.queue.isBusy ? (
          <p class="save-status" role="status">
            {noteText("photoWaits")}
          </p>
        ) : (
          <SaveStatus keeper={keeper} />
        )}
      </div>
    </form>
  );
}

function Photo({ uploads: { queue, add } }: { readonly uploads: Uploads }) {
  const hasFailed = queue.uploads.some(({ phase }) => phase === "failed" || phase === "refused");
  return (
    <Field
      words={{ id: "note-photo", label: noteText("photo"), help: noteText("photoHelp"), optional: true }}
    >
      <span class="pick">
        <input
          type="file"
          id="note-photo"
          class="file-input"
          accept="image/*"
          capture="environment"
          aria-describedby="note-photo-help"
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <label for="note-photo" class="button secondary">
          {noteText("takePhoto")}
        </label>
      </span>
      <div role="status">
        {queue.uploads.map((upload) => (
          <p key={upload.id} class="file">
            <span class="file-name">{upload.name}</span>
            <span class="note">{uploadWords(upload)}</span>
          </p>
        ))}
      </div>
      {hasFailed && <p class="error-message">{noteText("photoLost")}</p>}
    </Field>
  );
}

interface SavedProps extends NoteProps {
  readonly phase: Exclude<Phase, "writing">;
}

function Saved({ address: { entityId, recordId }, phase, onAnother }: SavedProps) {
  const isHere = phase === "on this device";
  const at = isHere ? `nuevo/interaction/${entityId}/${recordId}` : `${entityId}/${recordId}`;
  return (
    <>
      <h1>{noteText("saved")}</h1>
      <div class={isHere ? "notice" : "notice good"} role="status">
        <p>{noteText(isHere ? "savedHere" : "savedInBitacora")}</p>
      </div>
      <div class="actions">
        <a class="button" href={`/app/registros/${at}`}>
          {noteText("complete")}
        </a>
        <button type="button" class="button secondary" onClick={onAnother}>
          {noteText("another")}
        </button>
        <a class="button secondary" href="/app/registros">
          {noteText("toRecords")}
        </a>
      </div>
    </>
  );
}
