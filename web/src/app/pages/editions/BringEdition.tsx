/** The Office brings in a monthly report that was made before Bitácora: its month, and the signed PDF as it is. */
import { useState } from "preact/hooks";
import { bogotaDay, monthOf, monthsOf, STRATEGY_YEARS, yearOf } from "#domain/calendar.ts";
import { formatMonth } from "#domain/format.ts";
import { Select } from "../../../components/fields.tsx";
import { Breadcrumb } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { language } from "../../../i18n/language.ts";
import "../../../styles/editions.css";
import { go } from "../../router.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { SignedFileFields } from "./SignedFileFields.tsx";
import { text } from "./texts.ts";
import { useSignedFile } from "./useSignedFile.ts";

/** The months of the strategy that have ended, the latest first. */
function pastMonths(): string[] {
  const today = bogotaDay(new Date());
  const years = Array.from(
    { length: Math.min(yearOf(today), STRATEGY_YEARS.last) - STRATEGY_YEARS.first + 1 },
    (_, index) => STRATEGY_YEARS.first + index,
  );
  return years
    .flatMap(monthsOf)
    .filter((month) => month < monthOf(today))
    .reverse();
}

const monthWords = (month: string): string =>
  language() === "es"
    ? `${formatMonth(month, "es")} de ${month.slice(0, 4)}`
    : `${formatMonth(month, "en")} ${month.slice(0, 4)}`;

export function BringEdition() {
  const [month, setMonth] = useState("");
  const signed = useSignedFile(month === "" ? `${STRATEGY_YEARS.first}-01-01` : `${month}-01`);
  const [tried, setTried] = useState(false);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const send = () => {
    setTried(true);
    const first = month === "" ? "bring-month" : signed.problems[0]?.id;
    if (first) return document.getElementById(first)?.focus();
    void run(async () => {
      const { editionId } = await call<{ editionId: string }>("bringEdition", {
        ...{ month, requestId },
        ...(await signed.send()),
      });
      go(`/app/ediciones/${editionId}`);
    });
  };
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/ediciones", name: text("title") }, { name: text("bringTitle") }]} />
      <h1>{text("bringTitle")}</h1>
      <p class="lead">{text("bringLead")}</p>
      <form
        class="narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Select
          words={{
            ...{ id: "bring-month", label: text("askMonth") },
            error: tried && month === "" ? text("askMonthMissing") : undefined,
          }}
          options={pastMonths().map((id) => ({ id, label: monthWords(id) }))}
          value={month}
          onChange={setMonth}
        />
        <SignedFileFields signed={signed} tried={tried} onLabel={text("bringOn")} />
        <EditionFailure error={error} />
        <button type="submit" class="button" disabled={running}>
          {text("bringSend")}
        </button>
      </form>
    </>
  );
}
