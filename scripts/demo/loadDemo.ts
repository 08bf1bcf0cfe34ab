/** Loads a generated city into a `demo-` project, whose pages and reports then say that its data is generated. */
import type { Firestore } from "firebase-admin/firestore";
import { bogotaDay } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";
import type { DecisionEntry } from "#domain/historyEntry.ts";
import { Refusal } from "../emulators/Refusal.ts";
import { SEED } from "../seed/catalogueData.ts";
import type { Document } from "../seed/createMissing.ts";
import { type DemoCity, demoCity } from "./demoCity.ts";
import { DEMO_PARTNERS } from "./demoPartners.ts";

/** The one seed of the one city. */
export const DEMO_SEED = "bitacora";
/** Remembers that the city is there, whole. */
const MARK = "config/demo";
/** gRPC's code for a document that exists. */
const ALREADY_EXISTS = 6;

/** @throws Refusal unless the project is a `demo-` one */
export function refuseRealProject(projectId: string): void {
  if (!projectId.startsWith("demo-"))
    throw new Refusal(`Generated data belongs in demo- projects alone, and "${projectId}" is none.`);
}

/** The first entry of a decision's trail. */
const entryOf = (decision: Decision): DecisionEntry => ({
  ...{ version: 1, covers: 1, scope: "decisions", action: "seed", requestId: SEED.by },
  ...{ at: decision.createdAt, by: SEED.by, byName: SEED.name, before: {}, after: { ...decision } },
});

/** Every document of the city, by its path. */
export function documentsOf({ entities, decisions }: DemoCity): Document[] {
  return [
    ...[...DEMO_PARTNERS].map(([id, partner]): Document => [`partners/${id}`, partner]),
    ...[...decisions].flatMap(([id, decision]): Document[] => [
      [`decisions/${id}`, decision],
      [`decisions/${id}/history/1`, entryOf(decision)],
    ]),
    ...entities.flatMap((entity) =>
      [
        ...entity.records.map(({ id, record, history }) => ({
          path: `records/${id}`,
          item: record,
          history,
        })),
        ...entity.reports.map(({ periodId, report, history }) => ({
          path: `reports/${periodId}`,
          item: report,
          history,
        })),
      ].flatMap(({ path, item, history }): Document[] => [
        [`entities/${entity.id}/${path}`, item],
        ...history.map(
          (entry): Document => [`entities/${entity.id}/${path}/history/${entry.version}`, entry],
        ),
      ]),
    ),
  ];
}

/**
 * Adds what is missing of the city; once it is whole, nothing more, so that it can be worked on.
 *
 * @returns whether it added anything
 */
export async function loadDemo(db: Firestore, now: Date): Promise<boolean> {
  // First, so that no page ever shows generated data without saying so.
  await db.doc("config/system").set({ isDemo: true });
  const mark = db.doc(MARK);
  if ((await mark.get()).exists) return false;
  const writer = db.bulkWriter({ throttling: false });
  const written = documentsOf(demoCity(DEMO_SEED, bogotaDay(now))).map(([path, data]) =>
    writer.create(db.doc(path), data).catch((error: { code?: number }) => {
      if (error.code !== ALREADY_EXISTS) throw error;
    }),
  );
  await Promise.all([...written, writer.close()]);
  await mark.set({ loadedAt: now });
  return true;
}
