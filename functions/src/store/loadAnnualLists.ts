/** Reads the short lists of a report: instruments, portfolio, sessions, decisions and half-year reports; public ones alone. */
import type { Firestore } from "firebase-admin/firestore";
import type { AnnualSnapshot } from "../domain/annualReport/annualSnapshot.ts";
import type { KnownPartner } from "../domain/annualReport/yearParts.ts";
import { bogotaDay, type Day } from "../domain/calendar.ts";
import { dueOnOf } from "../domain/halfYear/obligation.ts";
import { reportStatusOf, SECTION_IDS } from "../domain/halfYearReport.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import type { ReportDecision, ReportInstrument, ReportSession } from "../domain/reports/snapshotParts.ts";
import { asOf } from "./asOf.ts";
import { decisions, obligations, reports } from "./collections.ts";
import { publicRecords } from "./publicRecords.ts";
import type { DaySpan } from "./spanRecords.ts";

/** `a`, then `b`; for texts that a machine's language must not reorder. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const recordIdOf = (path: string): string => path.split("/").at(-1) ?? "";

/** The instruments that a report names, with the names of their partners. */
export async function loadInstruments(
  db: Firestore,
  partners: ReadonlyMap<string, KnownPartner>,
  { until, cutOffOn }: { until: Day; cutOffOn: Day },
): Promise<ReportInstrument[]> {
  const found: { path: string; on: Day; instrument: ReportInstrument }[] = [];
  for await (const { path, record: current } of publicRecords(db, "instrument")) {
    const record = await asOf(db, path, current, cutOffOn);
    const { details } = record;
    const on = details.signedOn || record.happenedOn || "";
    if (on === "" || on > until) continue;
    const status = details.status ?? "negotiating";
    const ended = (details.validUntil || "9999") < cutOffOn && (status === "signed" || status === "active");
    const instrument: ReportInstrument = {
      ...{ entityId: record.entityId, recordId: recordIdOf(path), version: record.version },
      title: record.title ?? "",
      partners: (record.partnerIds ?? []).map((id) => partners.get(id)?.name ?? id),
      kindId: details.instrumentKind ?? "",
      scope: details.scope ?? "bilateral",
      ...(details.signedOn && { signedOn: details.signedOn }),
      ...(details.validUntil && { validUntil: details.validUntil }),
      status: ended ? "expired" : status,
      strategic: record.review?.strategic ?? false,
      participantIds: record.participants ?? [],
    };
    found.push({ path, on, instrument });
  }
  return found
    .sort((a, b) => byText(a.on, b.on) || byText(a.path, b.path))
    .map(({ instrument }) => instrument);
}

/** Practices and needs until a day, the oldest first. */
export async function loadOffers(
  db: Firestore,
  until: Day,
): Promise<Omit<AnnualSnapshot["portfolio"], "transfers">> {
  const practices: AnnualSnapshot["portfolio"]["practices"] = [];
  const needs: AnnualSnapshot["portfolio"]["needs"] = [];
  const offered = (path: string, { entityId, version, happenedOn = "", title = "" }: DraftRecord) => ({
    ...{ entityId, recordId: recordIdOf(path), version, on: happenedOn, title },
  });
  for await (const { path, record } of publicRecords(db, "practice"))
    if (record.happenedOn && record.happenedOn <= until && record.details.maturity)
      practices.push({ ...offered(path, record), maturity: record.details.maturity });
  for await (const { path, record } of publicRecords(db, "need"))
    if (record.happenedOn && record.happenedOn <= until && record.details.maturity)
      needs.push({ ...offered(path, record), maturity: record.details.maturity });
  const inOrder = <T extends { on: string; entityId: string; recordId: string }>(all: T[]): T[] =>
    all.sort(
      (a, b) => byText(a.on, b.on) || byText(a.entityId, b.entityId) || byText(a.recordId, b.recordId),
    );
  return { practices: inOrder(practices), needs: inOrder(needs) };
}

/** The public sessions that were held in the span. */
export async function loadSessions(db: Firestore, { first, last }: DaySpan): Promise<ReportSession[]> {
  const found: { path: string; session: ReportSession }[] = [];
  for await (const { path, record } of publicRecords(db, "session")) {
    const { happenedOn, details, title = "" } = record;
    if (!happenedOn || happenedOn < first || happenedOn > last) continue;
    if (details.status !== "held" || !details.body) continue;
    const { body, minutesNumber, minutesApprovedOn } = details;
    const session = {
      ...{ body, heldOn: happenedOn, title },
      ...(minutesNumber && { minutesNumber }),
      ...(minutesApprovedOn && { minutesApprovedOn }),
    };
    found.push({ path, session });
  }
  return found
    .sort((a, b) => byText(a.session.heldOn, b.session.heldOn) || byText(a.path, b.path))
    .map(({ session }) => session);
}

/** The public decisions of the span, and the earlier ones that are open. Needs the index `decisions`: status, decidedOn. */
export async function loadDecisions(db: Firestore, { first, last }: DaySpan): Promise<ReportDecision[]> {
  const [ofSpan, earlier] = await Promise.all([
    decisions(db).where("decidedOn", ">=", first).where("decidedOn", "<=", last).get(),
    decisions(db).where("status", "==", "open").where("decidedOn", "<", first).get(),
  ]);
  return [...earlier.docs, ...ofSpan.docs]
    .map((snapshot) => ({ id: snapshot.id, decision: snapshot.data() }))
    .filter(
      ({ decision }) => decision.disclosure === "public" && !decision.isExample && !decision.withdrawnAt,
    )
    .sort((a, b) => byText(a.decision.decidedOn, b.decision.decidedOn) || byText(a.id, b.id))
    .map(({ decision: { body, decidedOn, number, text, responsibleEntityId, dueOn, status } }) => ({
      ...{ body, decidedOn, number, text, status },
      responsibleId: responsibleEntityId,
      ...(dueOn && { dueOn }),
    }));
}

interface PeriodReports {
  readonly periods: AnnualSnapshot["periods"];
  /** Of approved reports alone, by entity and then by half-year. */
  readonly narratives: AnnualSnapshot["narratives"];
}

/** How each entity that owes a report stands in half-years that anyone owes one for, and what the approved ones tell. */
export async function loadPeriods(db: Firestore, periodIds: readonly string[]): Promise<PeriodReports> {
  const owed = await Promise.all(periodIds.map((id) => obligations(db).doc(id).get()));
  const found = await Promise.all(
    owed
      .flatMap((snapshot) => snapshot.data() ?? [])
      .map(async (obligation) => {
        const { periodId, dueOn, entityIds } = obligation;
        const all = await Promise.all(
          entityIds.map(async (entityId) => ({
            entityId,
            report: (await reports(db, entityId).doc(periodId).get()).data(),
          })),
        );
        const statuses = all.map(({ entityId, report }) => {
          const submittedOn = report?.submittedAt && bogotaDay(report.submittedAt);
          return { entityId, status: reportStatusOf(report, submittedOn, dueOnOf(obligation, entityId)) };
        });
        const narratives = all.flatMap(({ entityId, report }) =>
          report?.state === "approved"
            ? SECTION_IDS.flatMap((section) => {
                const text = report[section]?.trim();
                return text ? [{ entityId, periodId, section, text }] : [];
              })
            : [],
        );
        return { id: periodId, dueOn, statuses, narratives };
      }),
  );
  const entityIds = [...new Set(found.flatMap(({ statuses }) => statuses.map(({ entityId }) => entityId)))];
  return {
    periods: found.map(({ narratives: _narratives, ...period }) => period),
    narratives: entityIds.flatMap((id) =>
      found.flatMap(({ narratives }) => narratives.filter(({ entityId }) => entityId === id)),
    ),
  };
}
