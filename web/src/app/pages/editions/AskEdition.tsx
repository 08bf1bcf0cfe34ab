/** The Office asks for a report: of a year, a month, or an entity's half-year. */
import { useState } from "preact/hooks";
import {
  bogotaDay,
  monthOf,
  monthsOf,
  periodOf,
  STRATEGY_PERIODS,
  STRATEGY_YEARS,
  yearOf,
} from "#domain/calendar.ts";
import { formatMonth, formatPeriod } from "#domain/format.ts";
import { REPORT_KINDS, type ReportKindId } from "#domain/reports/ReportKind.ts";
import type { ReportSubject } from "#domain/reports/reportId.ts";
import { Choices, Select } from "../../../components/fields.tsx";
import { Breadcrumb } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { type TextKey, text } from "./texts.ts";

const KIND_TEXTS: Readonly<Record<ReportKindId, TextKey>> = {
  ...{ annual: "askAnnual", monthly: "askMonthly", "half-year": "askHalfYear" },
};

export function AskEdition() {
  const { reference } = useApp();
  const today = bogotaDay(new Date());
  const [kind, setKind] = useState<ReportKindId>();
  const [chosen, setChosen] = useState({ year: "", month: "", entityId: "", periodId: "" });
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const choose = (change: Partial<typeof chosen>) => setChosen({ ...chosen, ...change });
  const years = Array.from({ length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 }, (_, index) =>
    String(STRATEGY_YEARS.first + index),
  ).filter((year) => Number(year) <= yearOf(today));
  const missing = missingOf(kind, chosen);
  const ask = () => {
    setTried(true);
    const [first] = missing;
    if (first) return document.getElementById(first)?.focus();
    const subject = subjectFrom(kind, chosen);
    if (!subject) return;
    void run(async () => {
      const { editionId } = await call<{ editionId: string }>("requestEdition", { subject, requestId });
      go(`/app/ediciones/${editionId}`);
    });
  };
  const wrong = (id: Missing, key: TextKey) => (tried && missing.includes(id) ? text(key) : undefined);
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/ediciones", name: text("title") }, { name: text("askTitle") }]} />
      <h1>{text("askTitle")}</h1>
      <form
        class="narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Choices
          words={{ id: "ask-kind", label: text("askKind"), error: wrong("ask-kind", "askKindMissing") }}
          options={REPORT_KINDS.map((id) => ({ id, label: text(KIND_TEXTS[id]) }))}
          chosen={kind ? [kind] : []}
          onChange={([id]) => setKind(REPORT_KINDS.find((each) => each === id))}
        />
        {(kind === "annual" || kind === "monthly") && (
          <Select
            words={{
              id: "ask-year",
              label: text(kind === "annual" ? "askYear" : "askMonthYear"),
              error: wrong("ask-year", "askYearMissing"),
            }}
            options={years.map((id) => ({ id, label: id }))}
            value={chosen.year}
            onChange={(year) => choose({ year, month: "" })}
          />
        )}
        {kind === "monthly" && chosen.year !== "" && (
          <Select
            words={{ id: "ask-month", label: text("askMonth"), error: wrong("ask-month", "askMonthMissing") }}
            options={monthsOf(Number(chosen.year))
              .filter((month) => month <= monthOf(today))
              .map((id) => ({ id, label: formatMonth(id, language()) }))}
            value={chosen.month}
            onChange={(month) => choose({ month })}
          />
        )}
        {kind === "half-year" && (
          <>
            <Select
              words={{
                ...{ id: "ask-entity", label: text("askEntity"), help: text("askHalfYearHelp") },
                error: wrong("ask-entity", "askEntityMissing"),
              }}
              options={reference.catalogues.entities.map((item) => ({ id: item.id, label: nameOf(item) }))}
              value={chosen.entityId}
              onChange={(entityId) => choose({ entityId })}
            />
            <Select
              words={{
                ...{ id: "ask-period", label: text("askPeriod") },
                error: wrong("ask-period", "askPeriodMissing"),
              }}
              options={STRATEGY_PERIODS.filter((id) => id <= periodOf(today)).map((id) => ({
                ...{ id, label: formatPeriod(id, language()) },
              }))}
              value={chosen.periodId}
              onChange={(periodId) => choose({ periodId })}
            />
          </>
        )}
        {kind && <p class="note">{text("askHelp")}</p>}
        <EditionFailure error={error} />
        <button type="submit" class="button" disabled={running}>
          {text("askSend")}
        </button>
      </form>
    </>
  );
}

interface Chosen {
  readonly year: string;
  readonly month: string;
  readonly entityId: string;
  readonly periodId: string;
}

type Missing = "ask-kind" | "ask-year" | "ask-month" | "ask-entity" | "ask-period";

/** The controls that must still be answered, in their order. */
function missingOf(kind: ReportKindId | undefined, chosen: Chosen): Missing[] {
  if (!kind) return ["ask-kind"];
  const asked: readonly (readonly [Missing, string])[] = {
    annual: [["ask-year", chosen.year]] as const,
    monthly: [
      ["ask-year", chosen.year],
      ["ask-month", chosen.year === "" ? "none yet" : chosen.month],
    ] as const,
    "half-year": [
      ["ask-entity", chosen.entityId],
      ["ask-period", chosen.periodId],
    ] as const,
  }[kind];
  return asked.filter(([, value]) => value === "").map(([id]) => id);
}

function subjectFrom(kind: ReportKindId | undefined, chosen: Chosen): ReportSubject | undefined {
  const { year, month, entityId, periodId } = chosen;
  if (kind === "annual") return { kind, year: Number(year) };
  if (kind === "monthly") return { kind, month };
  return kind && { kind, entityId, periodId };
}
