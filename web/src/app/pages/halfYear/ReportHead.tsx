/** What stands above a report, whoever reads it: of which half-year, whose, how it stands and until when it is owed. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay, formatPeriod } from "#domain/format.ts";
import { dueOnOf, extensionOf, mustReport, type Obligation } from "#domain/halfYear/obligation.ts";
import { standingOf, statusIn } from "#domain/halfYear/standings.ts";
import { type DraftReport, isOwed } from "#domain/halfYearReport.ts";
import { Breadcrumb } from "../../../components/parts.tsx";
import { itemOf } from "../../../data/reference.ts";
import type { ReportAddress } from "../../../data/reports.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { dueWords } from "./dueWords.ts";
import { ReportStatusTag } from "./ReportStatusTag.tsx";
import { told } from "./texts.ts";

interface Props {
  readonly address: ReportAddress;
  readonly report: DraftReport | undefined;
  readonly obligation: Obligation | undefined;
  /** The page of which this one is a part. */
  readonly above: { readonly href: string; readonly name: string };
  /** Drawn after the breadcrumb: the summary of what is wrong. */
  readonly children?: preact.ComponentChildren;
}

export function ReportHead({ address, report, obligation, above, children }: Props) {
  const { reference } = useApp();
  const { entityId, periodId } = address;
  const entity = itemOf(reference.catalogues.entities, entityId);
  const title = told("reportOf", { period: formatPeriod(periodId, language()) });
  const standings = report && { entities: { [entityId]: standingOf(report) } };
  const status = obligation ? statusIn(obligation, standings, entityId) : undefined;
  return (
    <>
      <Breadcrumb steps={[above, { name: title }]} />
      {children}
      <h1>{title}</h1>
      <p class="record-line">
        {status && <ReportStatusTag status={status} />} {entity ? nameOf(entity) : entityId}
      </p>
      {obligation && status && <DueLine obligation={obligation} entityId={entityId} status={status} />}
    </>
  );
}

function DueLine({
  obligation,
  entityId,
  status,
}: {
  obligation: Obligation;
  entityId: string;
  status: ReturnType<typeof statusIn>;
}) {
  if (!mustReport(obligation, entityId)) return <p class="note">{told("notOwed")}</p>;
  if (status === "not-owed" || !isOwed(status)) return null;
  const extension = extensionOf(obligation, entityId);
  return (
    <p class="due-line">
      {dueWords(dueOnOf(obligation, entityId), bogotaDay(new Date()))}{" "}
      {extension &&
        told("extended", { day: formatDay(extension.dueOn, language()), reason: extension.reason })}
    </p>
  );
}
