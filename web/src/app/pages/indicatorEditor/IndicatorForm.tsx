/** The form of an indicator: kept on this computer as it is written, checked and saved when the person says so. */

import { useMemo, useRef, useState } from "preact/hooks";
import { definitionOf, type Indicator } from "#domain/indicator.ts";
import type { Problem } from "#domain/problem.ts";
import { ErrorSummary } from "../../../components/ErrorSummary.tsx";
import type { FieldWords } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { CallError, call, newRequestId } from "../../../data/call.ts";
import { app } from "../../../i18n/app/app.ts";
import { say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { AskFirst } from "../../record/AskFirst.tsx";
import { controlId } from "../../record/FormControl.tsx";
import { useKept } from "../../useKept.ts";
import { ChangedMeanwhile } from "./ChangedMeanwhile.tsx";
import { CountedFields } from "./CountedFields.tsx";
import { consequenceOf } from "./consequenceOf.ts";
import { definitionFromValues, inOrder } from "./definitionFromValues.ts";
import type { Editor } from "./Editor.ts";
import { PublicationFields, RuleWordsFields } from "./ExplainedFields.tsx";
import { blankIndicator, type IndicatorValues } from "./IndicatorValues.ts";
import { idFromName } from "./idFromName.ts";
import { fieldAt, indicatorMessage } from "./indicatorMessage.ts";
import { asAsked, indicatorProblems } from "./indicatorProblems.ts";
import { MeasureFields } from "./MeasureFields.tsx";
import { ObservationFields } from "./ObservationFields.tsx";
import { StateFields } from "./StateFields.tsx";
import { TargetFields } from "./TargetFields.tsx";
import { editorText } from "./texts.ts";
import { valuesOfDefinition } from "./valuesOfDefinition.ts";

interface Props {
  /** Absent for a new one. */
  readonly indicator?: Indicator;
  readonly indicators: readonly Indicator[];
  /** Reads it again, where another person was first. */
  readonly reload: () => Promise<void>;
  readonly onSaved: (indicatorId: string, version: number) => Promise<void>;
}

/** The answers, and the version that they were made on. */
interface Kept {
  readonly version: number;
  readonly values: IndicatorValues;
}

/** Addresses of the app that are no indicator's. */
const RESERVED = ["nuevo"];

const firstOf = (indicator: Indicator | undefined, indicators: readonly Indicator[]): Kept => {
  if (indicator) return { version: indicator.version, values: valuesOfDefinition(definitionOf(indicator)) };
  return { version: 0, values: blankIndicator(1 + Math.max(0, ...indicators.map(({ order }) => order))) };
};

export function IndicatorForm({ indicator, indicators, reload, onSaved }: Props) {
  const { session, reference } = useApp();
  const first = firstOf(indicator, indicators);
  const key = `bitacora/indicator/${session.actor.uid}/${indicator?.id ?? "nuevo"}`;
  const { kept, keep, forget } = useKept<Kept>(key, first);
  const { values } = kept;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [offered, setOffered] = useState<readonly string[]>(values.overlapsWith);
  const [attempt, setAttempt] = useState(0);
  const request = useRef({ content: "", id: "" });
  const saved = useMemo(() => new Set(first.values.observations.map(({ key: one }) => one)), [first.version]);
  const { running, error, run } = useAct();

  const context = {
    catalogues: reference.catalogues,
    others: indicators.filter(({ id }) => id !== indicator?.id),
  };
  const editor: Editor = {
    values,
    change: (part) => {
      const next = { ...values, ...part };
      keep({ values: next });
      if (problems.length === 0) return;
      // What was told stays until it is put right; nothing new is told before the next attempt.
      const isTold = ({ path, code }: Problem) =>
        problems.some((one) => one.path === path && one.code === code);
      setProblems(indicatorProblems(next, context).filter(isTold));
    },
    words: (path): FieldWords => {
      const found = fieldAt(path, values, reference);
      const problem = problems.find((one) => one.path === path);
      const { label, help } = found?.field.text ?? {};
      return {
        id: controlId(path),
        label: label ? say(label) : path,
        help: found?.field.field.input === "day" ? app("dayHelp") : help && say(help),
        error: problem && indicatorMessage(problem, values, reference),
        optional: found?.field.field.required === false,
      };
    },
  };

  const tell = (found: readonly Problem[]) => {
    const others = found.flatMap((problem) => (problem.code === "overlaps" ? (problem.others ?? []) : []));
    setOffered((before) => [...new Set([...before, ...others])]);
    setProblems(found);
    setAttempt((before) => before + 1);
  };

  const startAgain = () => {
    forget();
    setProblems([]);
  };

  const save = async () => {
    const written = { ...values, observations: inOrder(values.observations) };
    keep({ values: written });
    const found = indicatorProblems(written, context);
    tell(found);
    const definition = definitionFromValues(written);
    if (found.length > 0 || consequenceOf(indicator, definition) === "nothing") return;
    const taken = new Set([...RESERVED, ...indicators.map(({ id }) => id)]);
    const indicatorId = indicator?.id ?? idFromName(written.nameEs, taken);
    // One id for each content, so that a second click or a retry after a lost answer saves nothing twice.
    const content = JSON.stringify([kept.version, definition]);
    if (request.current.content !== content) request.current = { content, id: newRequestId() };
    await run(async () => {
      try {
        const { version } = await call<{ version: number }>("saveIndicator", {
          ...{ requestId: request.current.id, indicatorId, version: kept.version, definition },
        });
        forget();
        await onSaved(indicatorId, version);
      } catch (refusal) {
        if (!(refusal instanceof CallError)) throw refusal;
        if (refusal.problems.length > 0) return tell(asAsked(refusal.problems, written));
        const isOvertaken = refusal.reason === "changed-meanwhile" || refusal.reason === "count-running";
        if (isOvertaken) await reload();
        // Of one that was there, the page now says itself what came first.
        if (!isOvertaken || !indicator) throw refusal;
      }
    });
  };

  const consequence = consequenceOf(indicator, definitionFromValues(values));
  const isStale = indicator !== undefined && kept.version < indicator.version;
  return (
    <form
      class="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary
        errors={problems.map((problem) => ({
          id: controlId(problem.path),
          message: indicatorMessage(problem, values, reference),
        }))}
        attempt={attempt}
      />
      <h1>{indicator ? app("editIndicator") : editorText("newIndicator")}</h1>
      {isStale && (
        <ChangedMeanwhile
          indicator={indicator}
          onKeep={() => keep({ version: indicator.version })}
          onDrop={startAgain}
        />
      )}
      <MeasureFields editor={editor} />
      {values.type === "statistic" ? (
        <ObservationFields editor={editor} saved={saved} />
      ) : (
        <CountedFields editor={editor} overlapping={offered} />
      )}
      {values.type === "milestone" && <StateFields editor={editor} />}
      <RuleWordsFields editor={editor} />
      <TargetFields editor={editor} />
      <PublicationFields editor={editor} isNew={!indicator} />
      {consequence && (
        <div class="notice" role="status">
          <p>{editorText(`consequence_${consequence}`, { version: indicator?.version ?? 0 })}</p>
        </div>
      )}
      <Failure error={error} />
      {!isStale && (
        <div class="action-bar">
          <button type="submit" class="button" disabled={running}>
            {app("saveIndicator")}
          </button>
          <p class="save-status">{editorText("indicatorKept")}</p>
        </div>
      )}
      {JSON.stringify(values) !== JSON.stringify(first.values) && (
        <AskFirst
          act={editorText("dropChanges")}
          question={editorText("dropChangesQuestion")}
          confirm={editorText("dropChangesConfirm")}
          running={running}
          onConfirm={startAgain}
        />
      )}
    </form>
  );
}
