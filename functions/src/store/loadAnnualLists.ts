/** Reads the lists of an annual report: instruments, sessions, decisions and half-year reports; public ones alone. */
import type { Firestore } from "firebase-admin/firestore";
import type { AnnualSnapshot } from "../domain/annualReport/annualSnapshot.ts";
import { bogotaDay, type Day, yearOf } from "../domain/calendar.ts";
import type { CatalogueItem, Catalogues } from "../domain/catalogue.ts";
import { earlierContentsOf } from "../domain/counting/earlierContentsOf.ts";
import { reportStatusOf } from "../domain/halfYearReport.ts";
import type { Partner } from "../domain/partner.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { amendmentsOf, decisions, obligations, partners, reports } from "./collections.ts";
import { publicRecords } from "./publicRecords.ts";

/** Documents that are read by one request. */
const BATCH = 300;

const nameIn = (items: readonly CatalogueItem[], id: string): string =>
  items.find((item) => item.id === id)?.nameEs ?? id;

const shortIn = (items: readonly CatalogueItem[], id: string): string => {
  const item = items.find((known) => known.id === id);
  return item?.shortEs ?? item?.nameEs ?? id;
};

/** `a`, then `b`; for texts that a machine's language must not reorder. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function loadPartnerNames(db: Firestore, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const all = [...new Set(ids)];
  for (let at = 0; at < all.length; at += BATCH) {
    const refs = all.slice(at, at + BATCH).map((id) => partners(db).doc(id));
    for (const snapshot of await db.getAll(...refs)) {
      const partner = snapshot.data() as Partner | undefined;
      names.set(snapshot.id, partner?.name ?? snapshot.id);
    }
  }
  return names;
}

/** What a record said on a day: what is amended from a later one on is taken back, unless it was no public record then. */
async function asOf<R extends DraftRecord>(db: Firestore, path: string, record: R, day: Day): Promise<R> {
  if (!record.derived?.amendments) return record;
  const { docs } = await amendmentsOf(db.doc(path)).where("state", "==", "approved").get();
  const amendments = docs.map((snapshot) => snapshot.data());
  const then = earlierContentsOf(record, amendments).find(({ until }) => day < until)?.data;
  return then?.disclosure === "public" ? (then as R) : record;
}

/**
 * All that were signed by the end of the year, the oldest first; and those not signed, by their own day. Each says what
 * it said on the cut-off day.
 */
export async function loadInstruments(
  db: Firestore,
  catalogues: Catalogues,
  { year, cutOffOn }: { year: number; cutOffOn: Day },
): Promise<AnnualSnapshot["instruments"]> {
  const found: { path: string; on: Day; partnerIds: readonly string[]; instrument: Instrument }[] = [];
  for await (const { path, record: current } of publicRecords(db, "instrument")) {
    const record = await asOf(db, path, current, cutOffOn);
    const { details } = record;
    const on = details.signedOn || record.happenedOn || "";
    if (on === "" || yearOf(on) > year) continue;
    const status = details.status ?? "negotiating";
    const ended = (details.validUntil || "9999") < cutOffOn && (status === "signed" || status === "active");
    const instrument = {
      title: record.title ?? "",
      kind: nameIn(catalogues.instrumentKinds, details.instrumentKind ?? ""),
      scope: details.scope ?? "bilateral",
      ...(details.signedOn && { signedOn: details.signedOn }),
      ...(details.validUntil && { validUntil: details.validUntil }),
      status: ended ? ("expired" as const) : status,
      strategic: record.review?.strategic ?? false,
      lead: shortIn(catalogues.entities, record.entityId),
      participants: (record.participants ?? []).map((id) => shortIn(catalogues.entities, id)),
    };
    found.push({ path, on, partnerIds: record.partnerIds ?? [], instrument });
  }
  const names = await loadPartnerNames(
    db,
    found.flatMap(({ partnerIds }) => partnerIds),
  );
  return found
    .sort((a, b) => byText(a.on, b.on) || byText(a.path, b.path))
    .map(({ partnerIds, instrument }) => ({
      ...instrument,
      partners: partnerIds.map((id) => names.get(id) ?? id),
    }));
}

type Instrument = Omit<AnnualSnapshot["instruments"][number], "partners">;

/** The public sessions that were held in the year. */
export async function loadSessions(db: Firestore, year: number): Promise<AnnualSnapshot["sessions"]> {
  const found: { path: string; session: AnnualSnapshot["sessions"][number] }[] = [];
  for await (const { path, record } of publicRecords(db, "session")) {
    const { happenedOn, details, title = "" } = record;
    if (!happenedOn || yearOf(happenedOn) !== year || details.status !== "held" || !details.body) continue;
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

/** The public decisions of the year. */
export async function loadDecisions(
  db: Firestore,
  catalogues: Catalogues,
  year: number,
): Promise<AnnualSnapshot["decisions"]> {
  const { docs } = await decisions(db)
    .where("decidedOn", ">=", `${year}-01-01`)
    .where("decidedOn", "<=", `${year}-12-31`)
    .get();
  return docs
    .map((snapshot) => ({ id: snapshot.id, decision: snapshot.data() }))
    .filter(
      ({ decision }) => decision.disclosure === "public" && !decision.isExample && !decision.withdrawnAt,
    )
    .sort((a, b) => byText(a.decision.decidedOn, b.decision.decidedOn) || byText(a.id, b.id))
    .map(({ decision: { body, decidedOn, number, text, responsibleEntityId, dueOn, status } }) => ({
      ...{ body, decidedOn, number, text, status },
      responsible: shortIn(catalogues.entities, responsibleEntityId),
      ...(dueOn && { dueOn }),
    }));
}

/** How each entity that owes a report stands, in the year's half-years that anyone owes one for. */
export async function loadPeriods(
  db: Firestore,
  catalogues: Catalogues,
  year: number,
): Promise<AnnualSnapshot["periods"]> {
  const owed = await Promise.all([`${year}-S1`, `${year}-S2`].map((id) => obligations(db).doc(id).get()));
  return Promise.all(
    owed
      .flatMap((snapshot) => {
        const obligation = snapshot.data();
        return obligation ? [obligation] : [];
      })
      .map(async ({ periodId, dueOn, entityIds }) => {
        const found = await Promise.all(entityIds.map((id) => reports(db, id).doc(periodId).get()));
        const statuses = found.map((snapshot, index) => {
          const report = snapshot.data();
          const submittedOn = report?.submittedAt && bogotaDay(report.submittedAt);
          return {
            entity: nameIn(catalogues.entities, entityIds[index] ?? ""),
            status: reportStatusOf(report, submittedOn, dueOn),
          };
        });
        return { id: periodId, dueOn, statuses };
      }),
  );
}
