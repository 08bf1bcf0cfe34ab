/** The form of a draft or a returned record: kept as it is written, checked and sent when the person says so. */
import { useState } from "preact/hooks";
import type { Problem } from "#domain/problem.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { ErrorSummary } from "../../components/ErrorSummary.tsx";
import { Breadcrumb, Failure, StateTag } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError } from "../../data/call.ts";
import type { Stored } from "../../data/read.ts";
import { deleteDraft, type RecordAddress, recordPath } from "../../data/records.ts";
import { draftProblems } from "../../forms/formCheck.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import type { Value } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { say } from "../../i18n/language.ts";
import { forgetFilesOf, hasKeptFiles } from "../../local/keptFiles.ts";
import { checkContext, useApp } from "../context.ts";
import { lazily } from "../lazily.tsx";
import { go } from "../router.ts";
import { useLater } from "../useLater.ts";
import { AskFirst } from "./AskFirst.tsx";
import { forgetDraft, keepDraft, type LocalDraft } from "./localDrafts.ts";
import { RecordFields, summaryOf } from "./RecordFields.tsx";
import { Clashes, SaveStatus } from "./SaveStatus.tsx";
import { flushed, useDraft } from "./useDraft.ts";
import "../../styles/form.css";

const RecordFiles = lazily(async () => (await import("./evidence/RecordFiles.tsx")).RecordFiles);

interface Props {
  readonly address: RecordAddress;
  readonly stored: Stored<DraftRecord> | undefined;
  readonly kept: LocalDraft | undefined;
  readonly onSent: () => void;
  /** It was sent, and waits for the connection. */
  readonly onQueued: () => void;
}

export function EditRecord({ address, stored, kept, onSent, onQueued }: Props) {
  const { session, reference, local } = useApp();
  const { outbox } = local;
  const keeper = useDraft(stored, kept, address);
  const { draft } = keeper;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { running, error, run } = useAct();
  const [areFilesBusy, setFilesBusy] = useState(false);
  const isLater = useLater();

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
      const isSaved = await keeper.flush();
      if (!isSaved && keeper.state !== "unreachable") return;
      const { values, version } = keeper.draft;
      // A version is sent as it stands; what waits here goes before it.
      const isWhole = isSaved && !(await hasKeptFiles(session.actor.uid, address));
      const attempt = await outbox.send({
        ...address,
        kind: draft.kind,
        title: String(values.title ?? ""),
        ...(isWhole && { version }),
      });
      if (attempt.is === "stuck") {
        await outbox.takeBack(address);
        if (attempt.problems.length > 0) return tell(attempt.problems);
        throw new CallError("FAILED_PRECONDITION", { reason: attempt.reason });
      }
      if (attempt.is === "sent") return onSent();
      // Taken back without a connection, it is here to be written on.
      keepDraft(session.actor.uid, keeper.draft);
      onQueued();
    });
  };

  const remove = () =>
    run(async () => {
      keeper.close();
      if (draft.version > 0) await deleteDraft(address);
      await local.mirror.remove([recordPath(address)]);
      forgetDraft(session.actor.uid, address);
      await forgetFilesOf(session.actor.uid, address);
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
      {isLater && (
        <RecordFiles
          address={address}
          exists={draft.version > 0}
          saveRecord={() => flushed(keeper)}
          onBusy={setFilesBusy}
        />
      )}
      <Failure error={error} />
      <div class="action-bar">
        <button type="submit" class="button" disabled={running || areFilesBusy}>
          {app(reason === undefined ? "send" : "sendAgain")}
        </button>
        <SaveStatus keeper={keeper} />
        {areFilesBusy && <p class="save-status">{app("filesBusy")}</p>}
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
