/** The form of a draft or a returned record: kept as it is written, checked and sent when the person says so. */
import { useRef, useState } from "preact/hooks";
import type { Problem } from "#domain/problem.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { ErrorSummary } from "../../components/ErrorSummary.tsx";
import { Breadcrumb, Failure, StateTag } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError, call, newRequestId } from "../../data/call.ts";
import type { Stored } from "../../data/read.ts";
import { deleteDraft, type RecordAddress } from "../../data/records.ts";
import { draftProblems } from "../../forms/formCheck.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import type { Value } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { say } from "../../i18n/language.ts";
import { checkContext, useApp } from "../context.ts";
import { go } from "../router.ts";
import { AskFirst } from "./AskFirst.tsx";
import { EvidenceEditor } from "./evidence/EvidenceEditor.tsx";
import { useUploads } from "./evidence/useUploads.ts";
import { forgetDraft, type LocalDraft } from "./localDrafts.ts";
import { RecordFields, summaryOf } from "./RecordFields.tsx";
import { Clashes, SaveStatus } from "./SaveStatus.tsx";
import { useDraft } from "./useDraft.ts";
import "../../styles/form.css";

interface Props {
  readonly address: RecordAddress;
  readonly stored: Stored<DraftRecord> | undefined;
  readonly kept: LocalDraft | undefined;
  readonly onSent: () => void;
}

export function EditRecord({ address, stored, kept, onSent }: Props) {
  const { session, reference } = useApp();
  const keeper = useDraft(stored, kept, address);
  const { draft } = keeper;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const request = useRef({ version: 0, id: "" });
  const { running, error, run } = useAct();
  const uploads = useUploads(address, draft.version > 0, () => keeper.flush());

  const change = (path: string, value: Value | undefined) => {
    setProblems((before) => before.filter((problem) => problem.path !== path));
    keeper.change(path, value);
  };
  const tell = (found: readonly Problem[]) => {
    setProblems(found);
    setAttempt((before) => before + 1);
  };

  const send = async () => {
    const references = {
      catalogues: reference.catalogues,
      indicators: reference.indicators,
      partnerIds: new Set(reference.partners.map(({ id }) => id)),
    };
    const found = draftProblems(draft, checkContext(reference), references);
    if (found.length > 0) return tell(found);
    setProblems([]);
    await run(async () => {
      if (!(await keeper.flush())) return;
      const { version } = keeper.draft;
      // One id for each version, so that a second click or a retry after a lost answer sends nothing twice.
      if (request.current.version !== version) request.current = { version, id: newRequestId() };
      try {
        await call("submitRecord", { ...address, version, requestId: request.current.id });
      } catch (refusal) {
        if (refusal instanceof CallError && refusal.problems.length > 0) return tell(refusal.problems);
        throw refusal;
      }
      forgetDraft(session.actor.uid, address);
      onSent();
    });
  };

  const remove = () =>
    run(async () => {
      keeper.close();
      if (draft.version > 0) await deleteDraft(address);
      forgetDraft(session.actor.uid, address);
      go("/app/registros", { replace: true });
    });

  const reason = stored?.data.state === "returned" ? stored.data.review?.reason : undefined;
  const name = say(KIND_FORMS[draft.kind].name);
  return (
    <form
      class="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Breadcrumb steps={[{ href: "/app/registros", name: app("myRecords") }, { name }]} />
      <ErrorSummary errors={summaryOf(problems, draft)} attempt={attempt} />
      <h1>{name}</h1>
      <p>
        <StateTag state={stored?.data.state ?? "draft"} />
      </p>
      {reason !== undefined && (
        <div class="notice returned">
          <p>
            <strong>{app("returnedWith", { reason })}</strong>
          </p>
        </div>
      )}
      <Clashes keeper={keeper} />
      <RecordFields
        draft={draft}
        problems={problems}
        onChange={change}
        onUnread={(path, typed) => keeper.changeUnread(path, typed)}
      />
      <EvidenceEditor address={address} uploads={uploads} />
      <Failure error={error} />
      <div class="action-bar">
        <button type="submit" class="button" disabled={running || uploads.queue.isBusy}>
          {app(reason === undefined ? "send" : "sendAgain")}
        </button>
        <SaveStatus keeper={keeper} />
        {uploads.queue.isBusy && <p class="save-status">{app("filesBusy")}</p>}
      </div>
      {(stored?.data.state ?? "draft") === "draft" && (
        <AskFirst
          act={app("deleteDraft")}
          question={app("deleteDraftQuestion")}
          confirm={app("deleteDraftConfirm")}
          running={running}
          onConfirm={() => void remove()}
        />
      )}
    </form>
  );
}
