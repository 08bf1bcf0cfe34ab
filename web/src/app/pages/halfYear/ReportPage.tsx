/** A report of one's own entity: to be written while it may be, to be read afterwards. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { type DraftReport, PERIOD_PATTERN } from "#domain/halfYearReport.ts";
import { EDITABLE_STATES, writesFor } from "#domain/record/states.ts";
import { Await } from "../../../components/parts.tsx";
import type { Stored } from "../../../data/read.ts";
import { loadReport, type ReportAddress } from "../../../data/reports.ts";
import { language } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { EditReport } from "./EditReport.tsx";
import { ReportHead } from "./ReportHead.tsx";
import { ReportHistory } from "./ReportHistory.tsx";
import { ReportText } from "./ReportText.tsx";
import { loadReportFacts, type ReportFacts } from "./reportFacts.ts";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

export function ReportPage(address: ReportAddress) {
  const { session } = useApp();
  const { entityId, periodId } = address;
  const mayWrite = writesFor(session.actor, entityId) && PERIOD_PATTERN.test(periodId);
  const [loaded, reload] = useLoaded(`${entityId}/${periodId}`, async () =>
    mayWrite
      ? { stored: await loadReport(address), facts: await loadReportFacts(address, "own") }
      : undefined,
  );
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) => {
        if (!found) return <NotFound />;
        const { stored, facts } = found;
        if (stored && !EDITABLE_STATES.includes(stored.data.state))
          return <ReadReport address={address} stored={stored} facts={facts} />;
        return (
          <EditReport
            address={address}
            stored={stored}
            facts={facts}
            onSent={() => {
              scrollTo(0, 0);
              void reload();
            }}
          />
        );
      }}
    </Await>
  );
}

interface Props {
  readonly address: ReportAddress;
  readonly stored: Stored<DraftReport>;
  readonly facts: ReportFacts;
}

function ReadReport({ address, stored, facts }: Props) {
  const { data } = stored;
  const decidedAt = data.review?.decidedAt;
  return (
    <>
      <ReportHead
        address={address}
        report={data}
        obligation={facts.obligation}
        above={{ href: "/app/informe", name: told("myReports") }}
      />
      <div class="notice good" role="status">
        <p>
          {data.state === "approved" && decidedAt
            ? told("approvedNote", { day: formatDay(bogotaDay(decidedAt), language()) })
            : told("sentNote")}
        </p>
      </div>
      <ReportText said={data} facts={facts} periodId={address.periodId} />
      <ReportHistory key={data.version} address={address} />
    </>
  );
}
