/** When reports are made by themselves: the Office sets the days, and sees when the next ones come. */
import { useState } from "preact/hooks";
import { bogotaDay, type Day, isDay, monthOf, STRATEGY_YEARS, yearOf } from "#domain/calendar.ts";
import {
  annualDueOn,
  type DueDays,
  monthlyDueOn,
  type ReportSchedule,
  type ScheduleChoices,
} from "#domain/editions/reportSchedule.ts";
import { formatLongDay, formatMonth } from "#domain/format.ts";
import { Choices, TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call } from "../../../data/call.ts";
import { loadSchedule } from "../../../data/editions.ts";
import { language } from "../../../i18n/language.ts";
import { useLoaded } from "../../useLoaded.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { text } from "./texts.ts";

export function ReportSchedulePage() {
  const [loaded, reload] = useLoaded("report-schedule", loadSchedule);
  const [saved, setSaved] = useState(false);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/ediciones", name: text("title") }, { name: text("scheduleTitle") }]}
      />
      <h1>{text("scheduleTitle")}</h1>
      <p class="lead">{text("scheduleLead")}</p>
      {saved && (
        <p class="notice good" role="status">
          {text("scheduleSaved")}
        </p>
      )}
      <Await loaded={loaded} retry={() => void reload()}>
        {({ schedule, obligations }) => (
          <ScheduleForm
            key={schedule?.version ?? 0}
            schedule={schedule}
            obligations={obligations}
            onSaved={async () => {
              await reload();
              setSaved(true);
              scrollTo(0, 0);
            }}
          />
        )}
      </Await>
    </>
  );
}

interface Props {
  readonly schedule: ReportSchedule | undefined;
  readonly obligations: readonly DueDays[];
  readonly onSaved: () => Promise<void>;
}

/** `03-01` as it is typed: `1/3`. */
const typedFrom = (annualOn: string): string => annualOn.split("-").map(Number).reverse().join("/");

/** `1/3` as it is stored; `undefined` for what is no day of every year. */
function yearlyFrom(typed: string): string | undefined {
  const [, day = "", month = ""] = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*$/.exec(typed) ?? [];
  const yearly = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(`2025-${yearly}`) ? yearly : undefined;
}

function ScheduleForm({ schedule, obligations, onSaved }: Props) {
  const [isFixed, fix] = useState(schedule?.annualOn !== undefined);
  const [typed, type] = useState(schedule?.annualOn === undefined ? "" : typedFrom(schedule.annualOn));
  const [monthly, setMonthly] = useState(schedule?.monthly ?? true);
  const [tried, setTried] = useState(false);
  const { running, error, run } = useAct();
  const annualOn = isFixed ? yearlyFrom(typed) : undefined;
  const isMissing = isFixed && annualOn === undefined;
  const choices: ScheduleChoices = { monthly, ...(annualOn !== undefined && { annualOn }) };
  const save = () => {
    setTried(true);
    if (isMissing) return document.getElementById("annual-on")?.focus();
    void run(async () => {
      await call("saveReportSchedule", { choices, version: schedule?.version ?? 0 });
      await onSaved();
    });
  };
  return (
    <form
      class="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Choices
        words={{ id: "annual-when", label: text("scheduleAnnual") }}
        options={[
          { id: "usual", label: text("scheduleAnnualUsual") },
          { id: "fixed", label: text("scheduleAnnualOn") },
        ]}
        chosen={[isFixed ? "fixed" : "usual"]}
        onChange={([id]) => fix(id === "fixed")}
      />
      {isFixed && (
        <TextField
          words={{
            ...{ id: "annual-on", label: text("scheduleDay"), help: text("scheduleDayHelp") },
            error: tried && isMissing ? text("scheduleDayMissing") : undefined,
          }}
          value={typed}
          onChange={type}
          short
        />
      )}
      <Choices
        words={{ id: "monthly-when", label: text("scheduleMonthly") }}
        options={[
          { id: "yes", label: text("scheduleMonthlyYes") },
          { id: "no", label: text("scheduleMonthlyNo") },
        ]}
        chosen={[monthly ? "yes" : "no"]}
        onChange={([id]) => setMonthly(id === "yes")}
      />
      <p>{text("scheduleHalfYear")}</p>
      {!isMissing && <Next choices={choices} obligations={obligations} />}
      <EditionFailure error={error} />
      <button type="submit" class="button" disabled={running}>
        {text("scheduleSave")}
      </button>
    </form>
  );
}

/** The first annual report of the strategy whose day is still to come, and the month that ends next. */
function Next({ choices, obligations }: { choices: ScheduleChoices; obligations: readonly DueDays[] }) {
  const today = bogotaDay(new Date());
  const year = Array.from(
    { length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 },
    (_, index) => STRATEGY_YEARS.first + index,
  ).find((each) => annualDueOn(each, choices, obligations) > today);
  const words = (day: Day) => formatLongDay(day, language());
  return (
    <div class="notice" role="status">
      {year !== undefined && (
        <p>{text("scheduleNext", { year, day: words(annualDueOn(year, choices, obligations)) })}</p>
      )}
      {choices.monthly && yearOf(today) <= STRATEGY_YEARS.last && (
        <p>
          {text("scheduleNextMonthly", {
            month: formatMonth(monthOf(today), language()),
            day: words(monthlyDueOn(monthOf(today))),
          })}
        </p>
      )}
    </div>
  );
}
