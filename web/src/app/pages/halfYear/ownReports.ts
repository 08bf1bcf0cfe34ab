/** What a person's entities owe, and how it stands: the truth itself, since their own reports are few. */
import { bogotaDay, type Day, daysOf } from "#domain/calendar.ts";
import { dueOnOf, extensionOf, mustReport, type Obligation } from "#domain/halfYear/obligation.ts";
import { standingOf, statusIn } from "#domain/halfYear/standings.ts";
import { type DraftReport, isOwed } from "#domain/halfYearReport.ts";
import { loadObligations } from "../../../data/obligations.ts";
import { loadEntityReports, type ReportAddress } from "../../../data/reports.ts";
import type { ShownStatus } from "./ReportStatusTag.tsx";

export interface OwnReport extends ReportAddress {
  readonly dueOn: Day;
  readonly extensionReason?: string;
  readonly status: ShownStatus;
  /** Whether the entity must still do something about it. */
  readonly isOwed: boolean;
  readonly report?: DraftReport;
}

/** Of the half-years that have begun, the latest first. */
export function ownReportsOf(
  entityId: string,
  obligations: readonly Obligation[],
  filed: readonly DraftReport[],
  today: Day,
): OwnReport[] {
  return obligations
    .filter(({ periodId }) => daysOf(periodId)[0] <= today)
    .map((obligation): OwnReport => {
      const { periodId } = obligation;
      const report = filed.find((one) => one.periodId === periodId);
      const status = statusIn(
        obligation,
        report && { entities: { [entityId]: standingOf(report) } },
        entityId,
      );
      const extension = extensionOf(obligation, entityId);
      return {
        ...{ entityId, periodId, status, dueOn: dueOnOf(obligation, entityId) },
        isOwed: status !== "not-owed" && mustReport(obligation, entityId) && isOwed(status),
        ...(extension && { extensionReason: extension.reason }),
        ...(report && { report }),
      };
    })
    .toReversed();
}

/** Eight documents or so, and one for each report that the entities have begun. */
export async function loadOwnReports(entityIds: readonly string[]): Promise<OwnReport[]> {
  const today = bogotaDay(new Date());
  const [obligations, filed] = await Promise.all([
    loadObligations(),
    Promise.all(entityIds.map(loadEntityReports)),
  ]);
  return entityIds.flatMap((entityId, index) =>
    ownReportsOf(
      entityId,
      obligations,
      (filed[index] ?? []).map(({ data }) => data),
      today,
    ),
  );
}

/** The one to do first: returned ones, then what falls due next, then what is late the shortest. */
export function mostPressing(reports: readonly OwnReport[], today: Day): OwnReport | undefined {
  const owed = reports.filter((report) => report.isOwed);
  const returned = owed.find(({ status }) => status === "returned");
  const ahead = owed.filter(({ dueOn }) => dueOn >= today).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const late = owed.filter(({ dueOn }) => dueOn < today).toSorted((a, b) => b.dueOn.localeCompare(a.dueOn));
  return returned ?? ahead[0] ?? late[0];
}
