/** Seeding a project: once, twice, after the Office's edits, with examples and without. */
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { describe, expect, test } from "vitest";
import { CATALOGUE_IDS, catalogueSchema } from "#domain/catalogue.ts";
import { countersOf } from "#domain/counting/counter.ts";
import { creditsOf } from "#domain/counting/creditsOf.ts";
import { publicSummarySchema } from "#domain/publicSummary.ts";
import { draftRecordSchema } from "#domain/record/record.ts";
import { withDates } from "#functions/store/converter.ts";
import { Refusal } from "../../scripts/emulators/Refusal.ts";
import { INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { EXAMPLE_RECORDS } from "../../scripts/seed/exampleRecords.ts";
import { loadExamples, removeExamples } from "../../scripts/seed/examples.ts";
import { loadAccounts } from "../../scripts/seed/loadAccounts.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "../../scripts/seed/sampleAccounts.ts";
import { seed } from "../../scripts/seed.ts";
import { adminApp, hosts } from "../support/emulators.ts";

const COUNTERS = countersOf(INDICATORS);
const NOW = new Date("2026-03-02T15:00:00Z");
const nothing = { examples: false, demo: false, accounts: false };

/** A Firestore in which nothing has been written yet. */
function emptyProject() {
  const projectId = `demo-seed-${crypto.randomUUID().slice(0, 8)}`;
  return { projectId, app: adminApp(projectId), db: getFirestore(adminApp(projectId)) };
}

/** All documents of the top-level collections, but the note of when the figures were last folded. */
async function everything(db: FirebaseFirestore.Firestore): Promise<Record<string, unknown>> {
  const collections = (await db.listCollections()).filter(({ id }) => id !== "leases");
  const snapshots = await Promise.all(collections.map((collection) => collection.get()));
  return Object.fromEntries(
    snapshots.flatMap(({ docs }) => docs.map((document) => [document.ref.path, document.data()])),
  );
}

describe("seeding", () => {
  test("loads every catalogue, the indicators, the networks, the obligations and the system's mark", async () => {
    const { projectId, db } = emptyProject();
    await seed({ projectId, ...nothing });
    const catalogues = await db.collection("catalogues").get();
    expect(catalogues.docs.map(({ id }) => id).sort()).toEqual([...CATALOGUE_IDS].sort());
    expect((await db.collection("indicators").count().get()).data().count).toBe(14);
    expect((await db.collection("partners").count().get()).data().count).toBe(8);
    expect((await db.collection("obligations").count().get()).data().count).toBe(8);
    expect((await db.doc("config/system").get()).data()).toEqual({ isDemo: false });
    expect(await db.collection("entities").listDocuments()).toEqual([]);
  });

  test("changes nothing when repeated", async () => {
    const { projectId, db } = emptyProject();
    await seed({ projectId, ...nothing, examples: true });
    const before = await everything(db);
    await seed({ projectId, ...nothing, examples: true });
    expect(await everything(db)).toEqual(before);
  });

  test("keeps what the Office changed, and adds what is missing beside it", async () => {
    const { db } = emptyProject();
    await loadCatalogues(db, NOW);
    const list = db.doc("catalogues/themes");
    const [first, second, ...rest] = catalogueSchema.shape.items.parse((await list.get()).get("items"));
    if (!first || !second) throw new Error("the themes are fewer than two");
    const own = { ...first, id: "space", nameEs: "Espacio", nameEn: "Space" };
    const edited = [{ ...first, nameEs: "Seguridad humana", active: false }, ...rest, own];
    await list.update({ items: edited });
    await db.doc("indicators/l1-r1").update({ target: { per: "strategy", value: 60 }, version: 2 });
    await db.doc("partners/iclei").update({ name: "ICLEI" });
    await db.doc("obligations/2025-S1").update({ dueOn: "2025-08-15" });
    await db.doc("config/system").update({ isDemo: true });

    await loadCatalogues(db, new Date("2026-04-01T15:00:00Z"));

    expect((await list.get()).get("items")).toEqual([...edited, second]);
    expect((await db.doc("indicators/l1-r1").get()).get("target.value")).toBe(60);
    expect((await db.doc("partners/iclei").get()).get("name")).toBe("ICLEI");
    expect((await db.doc("obligations/2025-S1").get()).get("dueOn")).toBe("2025-08-15");
    expect((await db.doc("config/system").get()).get("isDemo")).toBe(true);
  });

  test("refuses a demo- project outside of the Firestore emulator", async () => {
    const host = process.env.FIRESTORE_EMULATOR_HOST;
    delete process.env.FIRESTORE_EMULATOR_HOST;
    try {
      await expect(seed({ projectId: "demo-nowhere", ...nothing })).rejects.toThrow(Refusal);
    } finally {
      process.env.FIRESTORE_EMULATOR_HOST = host;
    }
  });

  test("refuses generated data in a project that is not a demo- one", async () => {
    const { projectId } = emptyProject();
    await expect(seed({ projectId: projectId.slice(5), ...nothing, demo: true })).rejects.toThrow(
      "Generated data belongs in demo- projects alone",
    );
  });
});

describe("the generated city", () => {
  test("loads with its indicators counted and published, marked as generated, and only once", async () => {
    const { projectId, db } = emptyProject();
    await seed({ projectId, ...nothing, demo: true });

    const summary = publicSummarySchema.parse(withDates((await db.doc("published/summary").get()).data()));
    expect(summary.isDemo).toBe(true);
    expect((await db.doc("config/system").get()).data()).toEqual({ isDemo: true });
    const { docs } = await db.collectionGroup("records").get();
    const credits = docs.flatMap((document) =>
      creditsOf(
        {
          from: "records",
          path: document.ref.path,
          data: draftRecordSchema.parse(withDates(document.data())),
        },
        COUNTERS,
      ),
    );
    const strategic = credits.filter(
      ({ counterId, standing, audience, day }) =>
        counterId === "l1-r1@1" &&
        standing === "approved" &&
        audience === "public" &&
        day >= "2024" &&
        day < "2028",
    );
    expect(strategic.length).toBeGreaterThan(0);
    expect(summary.indicators.find(({ id }) => id === "l1-r1")?.figure.value).toBe(strategic.length);

    const [first] = docs;
    await first?.ref.delete();
    await seed({ projectId, ...nothing, demo: true });
    expect((await db.collectionGroup("records").count().get()).data().count).toBe(docs.length - 1);
  });
});

describe("the examples", () => {
  test("are marked as such, and count in no indicator", () => {
    expect(EXAMPLE_RECORDS).toHaveLength(7);
    expect(EXAMPLE_RECORDS.filter(({ record }) => !record.isExample)).toEqual([]);
    const sources = EXAMPLE_RECORDS.map(({ id, record }) => ({
      from: "records" as const,
      path: id,
      data: record,
    }));
    expect(sources.flatMap((source) => creditsOf(source, COUNTERS))).toEqual([]);
    const counted = sources.map((source) => ({
      ...source,
      data: { ...source.data, isExample: false, review: { strategic: true } },
    }));
    expect(counted.flatMap((source) => creditsOf(source, COUNTERS))).toHaveLength(4);
  });

  test("are removed in one step with their history, beside records that stay, and do not come back", async () => {
    const { db } = emptyProject();
    await loadExamples(db, NOW, false);
    expect((await db.collectionGroup("history").count().get()).data().count).toBe(7);
    await db.doc("entities/sdm/records/own").set({ isExample: false });

    expect(await removeExamples(db, NOW)).toBe(7);
    await loadExamples(db, NOW, false);

    const left = await db.collectionGroup("records").get();
    expect(left.docs.map(({ id }) => id)).toEqual(["own"]);
    expect((await db.collectionGroup("history").count().get()).data().count).toBe(0);
  });

  test("come back when they are asked for by name", async () => {
    const { db } = emptyProject();
    await removeExamples(db, NOW);
    await loadExamples(db, NOW, true);
    expect((await db.collectionGroup("records").count().get()).data().count).toBe(7);
  });
});

describe("the sample accounts", () => {
  test("can sign in, with the claims and the access of their roles", async () => {
    const { app, db } = emptyProject();
    await loadAccounts(app, NOW);
    await loadAccounts(app, NOW);
    for (const { uid, email, roles, entityIds } of SAMPLE_ACCOUNTS) {
      const { customClaims } = await getAuth(app).getUser(uid);
      expect(customClaims).toEqual({ roles, entityIds });
      expect((await db.doc(`access/${uid}`).get()).data()).toMatchObject({ email, roles, entityIds });
    }
    const url = `http://${hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=any`;
    const body = {
      email: "movilidad@bitacora.example",
      password: SAMPLE_PASSWORD,
      targetProjectId: app.options.projectId,
    };
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer owner" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  });

  test("are refused where there is no Auth emulator", async () => {
    const { app } = emptyProject();
    const host = process.env.FIREBASE_AUTH_EMULATOR_HOST;
    delete process.env.FIREBASE_AUTH_EMULATOR_HOST;
    try {
      await expect(loadAccounts(app, NOW)).rejects.toThrow("have a known password");
    } finally {
      process.env.FIREBASE_AUTH_EMULATOR_HOST = host;
    }
  });
});
