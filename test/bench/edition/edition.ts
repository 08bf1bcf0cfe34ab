/**
 * `npm run bench -- edition`: an annual edition from Firestore to the bucket, on the emulators, beside the mere reading of
 * its records. Fails where a goal is not reached.
 */
import { join } from "node:path";
import type { Firestore } from "firebase-admin/firestore";
import { editions } from "#functions/store/editions.ts";
import { CATALOGUES, PARTNERS } from "../../../scripts/seed/catalogueData.ts";
import { loadCatalogues } from "../../../scripts/seed/loadCatalogues.ts";
import { onProject } from "../../../scripts/seed/onProject.ts";
import { aRecord } from "../../support/builders.ts";
import { emptyFirestore } from "../../support/emptyFirestore.ts";
import { randomFrom } from "../../support/random.ts";
import { asFunction } from "../asFunction.ts";
import { bundle } from "../bundle.ts";
import { judge } from "../goal.ts";
import { recordsOf } from "../report/content.ts";
import { writeAll } from "../writeAll.ts";
import { goalsOf } from "./goals.ts";
import { CONTENDERS, COUNTS, type ContenderName, type EditionFigures, type Outcome } from "./Outcome.ts";

const PROJECT_ID = "demo-bench";

/** Approved public records of the year, of every entity; the first ones are the same however many there are. */
function documentsOf(count: number, from: number): Map<string, object> {
  const random = randomFrom(20_250_101);
  const partnerIds = [...PARTNERS.keys()];
  const documents = new Map<string, object>();
  let index = 0;
  for (const { entityId, recordId, on, title } of recordsOf(
    count,
    CATALOGUES.entities.map(({ id }) => id),
  )) {
    const partners = random.chance(0.8) ? [random.pick(partnerIds)] : [];
    const about = { entityId, title, happenedOn: on, partnerIds: partners, state: "approved" };
    if (index++ >= from)
      documents.set(`entities/${entityId}/records/${recordId}`, aRecord("interaction", about));
  }
  return documents;
}

async function runOne(script: string, name: ContenderName, count: number): Promise<Outcome> {
  const { seconds, peakMiB, files, bytes } = await asFunction<Outcome>([script, name, PROJECT_ID]);
  console.log(
    [
      name.padEnd(10),
      `${count.toLocaleString("en")} records`.padStart(15),
      `${seconds.toFixed(2)} s`.padStart(10),
      `${peakMiB.toFixed(0)} MiB`.padStart(10),
      `${files} files`.padStart(12),
      `${(bytes / 2 ** 20).toFixed(2)} MiB`.padStart(12),
    ].join(""),
  );
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return { seconds: rounded(seconds), peakMiB: rounded(peakMiB), files, bytes };
}

/** Each edition is the first of its report: compared with none, and never the same as another. */
const forgetEditions = (db: Firestore) => db.recursiveDelete(editions(db));

export const edition = (): Promise<EditionFigures> =>
  onProject(PROJECT_ID, async (db) => {
    const figures = Object.fromEntries(CONTENDERS.map((name) => [name, {}])) as EditionFigures;
    const script = await bundle(join(import.meta.dirname, "runOne.ts"));
    await emptyFirestore(PROJECT_ID);
    await loadCatalogues(db, new Date());
    let written = 0;
    for (const count of COUNTS) {
      await writeAll(db, documentsOf(count, written));
      written = count;
      for (const name of CONTENDERS) {
        figures[name][count] = await runOne(script, name, count);
        await forgetEditions(db);
      }
    }
    judge(goalsOf(figures));
    return figures;
  });
