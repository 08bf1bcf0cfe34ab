/** Lists as the Office edits them: checked, with a history, and everything counted anew where sectors change. */
import { beforeEach, expect, test } from "vitest";
import type { CatalogueId } from "#domain/catalogue.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { groupCommit } from "#functions/jobs/groupCommit.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import type { OperationContext } from "#functions/jobs/OperationContext.ts";
import { runOperation } from "#functions/jobs/operations.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { saveCatalogueItem } from "#functions/jobs/saveCatalogueItem.ts";
import { sweepHistory } from "#functions/jobs/sweepHistory.ts";
import {
  catalogueHistoryOf,
  catalogues,
  counting,
  internalFigures,
  publishedSummary,
  records,
} from "#functions/store/collections.ts";
import { andres, aStrategicInstrument, comision, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-catalogues");
const queued: string[] = [];
const work: OperationContext = {
  ...context,
  rollUps: groupCommit(context),
  enqueue: async (operationId) => void queued.push(operationId),
};

beforeEach(async () => {
  queued.length = 0;
  await reset();
});

let requests = 0;
const save = (
  catalogueId: CatalogueId,
  itemId: string,
  item: object,
  { version = 1, actor = andres, requestId = `q${requests++}` } = {},
) => saveCatalogueItem(work, actor, { requestId, catalogueId, itemId, version, item });
const themes = async () => (await catalogues(db).doc("themes").get()).data();
const OCEAN = { nameEs: "Océanos", nameEn: "Oceans", active: true };
const reason = (name: string) =>
  expect.objectContaining({ details: expect.objectContaining({ reason: name }) });

test("a new item stands at the end of its list, and the history says who added it", async () => {
  expect(await save("themes", "oceans", OCEAN)).toEqual({ version: 2 });
  expect((await themes())?.items.at(-1)).toEqual({ id: "oceans", ...OCEAN });
  const [first, second] = (
    await catalogueHistoryOf(catalogues(db).doc("themes")).orderBy("version").get()
  ).docs.map((entry) => entry.data());
  expect(first).toMatchObject({ version: 1, action: "seed" });
  expect(second).toMatchObject({
    ...{ version: 2, action: "add", itemId: "oceans", by: "oficina", byName: "Andrés Soto" },
    ...{ before: {}, after: { id: "oceans", ...OCEAN } },
  });
  expect(await sweepHistory(context)).toEqual([]);
});

test("a change keeps the item's place, and the history holds what it said before", async () => {
  const before = (await themes())?.items ?? [];
  await save("themes", "security", { ...OCEAN, active: false });
  const after = (await themes())?.items ?? [];
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const entry = (await catalogueHistoryOf(catalogues(db).doc("themes")).doc("2").get()).data();
  expect(entry).toMatchObject({
    action: "change",
    before: { nameEs: "Seguridad", active: true },
    after: { nameEs: "Océanos", active: false },
  });
});

test("a repeat of the request changes nothing; another on the version that has passed is refused", async () => {
  const again = { requestId: "same" };
  expect(await save("themes", "oceans", OCEAN, again)).toEqual({ version: 2 });
  expect(await save("themes", "oceans", OCEAN, again)).toEqual({ version: 2 });
  expect((await themes())?.version).toBe(2);
  await expect(save("themes", "seas", { ...OCEAN, nameEs: "Mares" })).rejects.toEqual(
    reason("changed-meanwhile"),
  );
});

test.each<[string, NamedActor]>([
  ["a focal point", marta],
  ["a member of the Commission", comision],
])("%s changes no list", async (_, actor) => {
  await expect(save("themes", "oceans", OCEAN, { actor })).rejects.toEqual(reason("office-only"));
  expect((await themes())?.version).toBe(1);
});

test("what is wrong is told by field, and nothing is written", async () => {
  await expect(save("entities", "new", OCEAN)).rejects.toEqual(
    expect.objectContaining({ details: { problems: [{ path: "parentId", code: "missing" }] } }),
  );
  expect((await catalogues(db).doc("entities").get()).data()?.version).toBe(1);
});

test("an entity of another sector: what it did counts for that sector, once everything is counted anew", async () => {
  await records(db, "sdm").doc("r1").set(aStrategicInstrument());
  await rollUp(context, ["entities/sdm/records/r1"]);
  const bySector = async () => {
    await foldAndPublish(context);
    const { figures = [] } = (await internalFigures(db).get()).data() ?? {};
    return figures.find(({ indicatorId }) => indicatorId === "l1-r1");
  };
  expect(JSON.stringify(await bySector())).toContain('"movilidad"');
  const sdm = (await context.catalogues.get()).entities.find(({ id }) => id === "sdm");
  const { nameEs = "", nameEn = "", active = true, shortEs = "", shortEn = "" } = sdm ?? {};
  const moved = { nameEs, nameEn, active, shortEs, shortEn, parentId: "ambiente" };
  const { operationId } = await save("entities", "sdm", moved);
  expect(queued).toEqual([operationId]);
  expect((await counting(db).get()).data()?.version).toBe(2);
  await runOperation(work, operationId ?? "", true);
  const after = JSON.stringify(await bySector());
  expect(after).toContain('"ambiente"');
  expect(after).not.toContain('"movilidad"');
});

test("renaming what counts nowhere begins no count, and citizens read the new name with the next fold", async () => {
  const { operationId } = await save("sectors", "movilidad", {
    ...{ nameEs: "Movilidad sostenible", nameEn: "Sustainable mobility", active: true },
  });
  expect(operationId).toBeUndefined();
  await foldAndPublish(context);
  const { sectors = [] } = (await publishedSummary(db).get()).data() ?? {};
  expect(sectors.find(({ id }) => id === "movilidad")?.nameEs).toBe("Movilidad sostenible");
});
