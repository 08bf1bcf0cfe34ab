/** Proposing a change of an approved record: the same form, what changes, from when and why. */

import { useState } from "preact/hooks";
import { changesBetween } from "#domain/amendment.ts";
import { isDay } from "#domain/calendar.ts";
import type { Problem } from "#domain/problem.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { ErrorSummary, type FieldError } from "../../components/ErrorSummary.tsx";
import { TextField } from "../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { CallError, call, newRequestId } from "../../data/call.ts";
import { loadRecord, type RecordAddress } from "../../data/records.ts";
import { draftProblems, writtenValues } from "../../forms/formCheck.ts";
import { dayFromTyped } from "../../forms/parse.ts";
import { recordPartOf, type Value, valuesOf, withValue } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { checkContext, useApp } from "../context.ts";
import type { LocalDraft } from "../record/localDrafts.ts";
import { RecordFields, summaryOf } from "../record/RecordFields.tsx";
import { viewText } from "../record/viewTexts.ts";
import { go } from "../router.ts";
import { useKept } from "../useKept.ts";
import { useLoaded } from "../useLoaded.ts";
import { NotFound } from "./NotFound.tsx";

export function AmendRecord(address: RecordAddress) {
  const [loaded, reload] = useLoaded(`${address.entityId}/${address.recordId}`, () => loadRecord(address));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(stored) =>
        stored?.data.state === "approved" ? <Form address={address} record={stored.data} /> : <NotFound />
      }
    </Await>
  );
}

/** The change as this computer keeps it until it is proposed. */
interface Kept {
  readonly values: LocalDraft["values"];
  readonly unread: LocalDraft["unread"];
  readonly from: string;
  readonly reason: string;
}

function Form({ address, record }: { address: RecordAddress; record: DraftRecord }) {
  const { session, reference } = useApp();
  const base = valuesOf(record);
  const key = `bitacora/amendment/${session.actor.uid}/${address.recordId}/${record.version}`;
  const { kept, keep, forget } = useKept<Kept>(key, { values: base, unread: {}, from: "", reason: "" });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [others, setOthers] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const { values, unread, from, reason } = kept;
  const draft: LocalDraft = { ...address, kind: record.kind, values, unread, base, version: record.version };
  const home = `/app/registros/${address.entityId}/${address.recordId}`;

  const change = (path: string, value: Value | undefined) => {
    const { [path]: _, ...rest } = unread;
    keep({ values: withValue(values, path, value), unread: rest });
  };
  const propose = () => {
    const context = checkContext(reference);
    const found = draftProblems(draft, context, {
      catalogues: reference.catalogues,
      indicators: reference.indicators,
      partnerIds: new Set(reference.partners.map(({ id }) => id)),
    });
    const effectiveOn = dayFromTyped(from);
    const next = { ...record, ...recordPartOf(writtenValues(draft, context)) };
    const changes = changesBetween(recordPartOf(base), recordPartOf(writtenValues(draft, context)));
    const missing = [
      ...(isDay(effectiveOn) ? [] : [{ id: "effective-on", message: viewText("effectiveOnMissing") }]),
      ...(reason.trim() === "" ? [{ id: "amendment-reason", message: app("amendmentWhyMissing") }] : []),
      ...(Object.keys(changes).length === 0
        ? [{ id: "amendment-reason", message: viewText("nothingChanges") }]
        : []),
    ];
    setProblems(found);
    setOthers(missing);
    setAttempt(attempt + 1);
    if (found.length + missing.length > 0) return;
    void run(async () => {
      try {
        await call("proposeAmendment", {
          ...address,
          version: next.version,
          requestId,
          changes,
          effectiveOn,
          reason: reason.trim(),
        });
      } catch (refusal) {
        if (refusal instanceof CallError && refusal.problems.length > 0) setProblems(refusal.problems);
        throw refusal;
      }
      forget();
      go(home, { replace: true });
    });
  };
  const errorOf = (id: string) => others.find((one) => one.id === id)?.message;
  return (
    <form
      class="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        propose();
      }}
    >
      <Breadcrumb
        steps={[{ href: home, name: record.title ?? app("untitled") }, { name: app("proposeAmendment") }]}
      />
      <ErrorSummary errors={[...summaryOf(problems, draft), ...others]} attempt={attempt} />
      <h1>{app("proposeAmendment")}</h1>
      <p class="lead">{viewText("amendHelp")}</p>
      <section class="group">
        <h2>{viewText("amendWhy")}</h2>
        <TextField
          words={{
            id: "effective-on",
            label: viewText("effectiveOn"),
            help: app("dayHelp"),
            error: errorOf("effective-on"),
          }}
          value={from}
          onChange={(typed) => keep({ from: typed })}
          short
        />
        <TextField
          words={{
            id: "amendment-reason",
            label: viewText("amendWhy"),
            error: errorOf("amendment-reason"),
          }}
          value={reason}
          onChange={(typed) => keep({ reason: typed })}
          long
        />
      </section>
      <RecordFields
        draft={draft}
        problems={problems}
        onChange={change}
        onUnread={(path, typed) => keep({ unread: { ...unread, [path]: typed } })}
      />
      <Failure error={error} />
      <div class="action-bar">
        <button type="submit" class="button" disabled={running}>
          {viewText("proposeAmendmentDo")}
        </button>
        <p class="save-status">{viewText("amendKept")}</p>
      </div>
    </form>
  );
}
