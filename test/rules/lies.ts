/** Lies of one field beside the truth, told by the focal point of Movilidad: each with the verdict that is due. */
import { type Document, type FirestoreClient, SERVER_TIME } from "./firestoreClient.ts";
import { PEOPLE } from "./people.ts";
import type { Trial } from "./trial.ts";
import { returnedOf, WRITABLES, type Writable } from "./writables.ts";

type Lie = readonly [what: string, lie: Document];

const AUTHOR = PEOPLE.F;
const PAST = new Date("2020-01-01T00:00:00Z");
const BY_AUTHOR = { createdBy: AUTHOR.uid, updatedBy: AUTHOR.uid };
const TRUTH: Lie = ["tells the truth", {}];

const usual = (name: string): Document => {
  const writable = WRITABLES.find((one: Writable) => one.name === name);
  if (!writable) throw new Error(name);
  return { ...writable.usual, ...BY_AUTHOR };
};
const MESSAGE: Document = {
  ...{ text: "¿Quién firma?", from: "entity", entityId: "sdm", recordId: "submitted" },
  ...{ createdAt: SERVER_TIME, createdBy: AUTHOR.uid, byName: AUTHOR.uid },
};
/** A record of one entity alone. */
const RECORD: Document = { ...usual("interaction"), participants: [], involved: ["sdm"] };

const EVIDENCE: Document = {
  ...{ name: "acta.pdf", type: "pdf", bytes: 1_000, state: "uploading", version: 1, ...BY_AUTHOR },
  ...{ createdAt: SERVER_TIME, updatedAt: SERVER_TIME },
};

const NEW: readonly Lie[] = [
  TRUTH,
  ["names another author", { createdBy: "lucia" }],
  ["names another last author", { updatedBy: "lucia" }],
  ["dates the creation back", { createdAt: PAST }],
  ["dates the change back", { updatedAt: PAST }],
  ["starts at a later version", { version: 2 }],
];

const NEW_RECORD: readonly Lie[] = [
  ...NEW,
  ["submits past the server", { state: "submitted" }],
  ["approves past the server", { state: "approved" }],
  ["tells when it was submitted", { submittedAt: PAST }],
  ["writes the review", { review: { strategic: true } }],
  ["writes what the server derives", { derived: { partnerCategories: [], networkIds: [] } }],
  ["calls it merged into another", { mergedInto: { entityId: "sdm", recordId: "r2" } }],
  ["calls it an example", { isExample: true }],
  ["names another entity", { entityId: "sdmujer", involved: ["sdmujer"] }],
  ["hides who is involved", { involved: ["sdmujer"] }],
  ["logs a session, which is the Office's", { kind: "session", details: {} }],
  ["logs a milestone, which is the Office's", { kind: "milestone", details: {} }],
  ["writes a megabyte", { summary: "x".repeat(1_000_000) }],
  ["writes a number for a title", { title: 1 }],
];

const CHANGED_RECORD: readonly Lie[] = [
  TRUTH,
  ["names another author", { createdBy: "marta" }],
  ["names another last author", { updatedBy: "lucia" }],
  ["dates the creation anew", { createdAt: PAST }],
  ["dates the change back", { updatedAt: PAST }],
  ["keeps the version", { version: 7 }],
  ["skips a version", { version: 9 }],
  ["submits past the server", { state: "submitted" }],
  ["approves past the server", { state: "approved" }],
  ["makes it a draft again", { state: "draft" }],
  ["tells when it was submitted", { submittedAt: PAST }],
  ["removes the review", { review: undefined }],
  ["calls it strategic", { review: { strategic: true } }],
  ["writes what the server derives", { derived: { partnerCategories: [], networkIds: [] } }],
  ["calls it merged into another", { mergedInto: { entityId: "sdm", recordId: "r2" } }],
  ["calls it an example", { isExample: true }],
  ["makes another kind of it", { kind: "need", details: {} }],
  ["moves it to another entity", { entityId: "sdmujer", involved: ["sdmujer"] }],
  ["writes a megabyte", { summary: "x".repeat(1_000_000) }],
  ["writes a map for a list", { countries: { 0: "CO" } }],
  ["writes a title that is too long", { title: "x".repeat(201) }],
  ["writes details of no kind", { details: { colour: "red" } }],
];

const CHANGED_REPORT: readonly Lie[] = [
  TRUTH,
  ["names another author", { createdBy: "marta" }],
  ["names another last author", { updatedBy: "lucia" }],
  ["keeps the version", { version: 7 }],
  ["submits past the server", { state: "submitted" }],
  ["removes the review", { review: undefined }],
  ["moves it to another half-year", { periodId: "2024-S2" }],
  ["writes reasons in the Office's place", { review: { sectionReasons: { achievements: "Bien." } } }],
  ["writes a narrative that is too long", { achievements: "x".repeat(6_001) }],
];

const NEW_PARTNER: readonly Lie[] = [
  ...NEW,
  ["proposes for another entity", { proposedFor: "sdmujer" }],
  ["proposes for none", { proposedFor: undefined }],
  ["makes it active", { state: "active" }],
];

const NEW_REPORT: readonly Lie[] = [
  ...NEW,
  ["reports on another half-year", { periodId: "2024-S2" }],
  ["reports for another entity", { entityId: "sdmujer" }],
  ["submits past the server", { state: "submitted" }],
  ["tells when it was submitted", { submittedAt: PAST }],
];

const NEW_EVIDENCE: readonly Lie[] = [
  ...NEW,
  ["calls it ready", { state: "ready" }],
  ["gives its digest", { sha256: "0".repeat(64) }],
  ["climbs out of its folder", { name: "../../x.pdf" }],
  ["gives it no name", { name: "" }],
  ["gives it a long name", { name: "x".repeat(121) }],
  ["gives it a name written backwards", { name: "acta\u202Efdp.exe" }],
  ["gives it a name that ends before its end", { name: "acta.exe\0.pdf" }],
  ["gives it a type that is not taken", { type: "exe" }],
  ["says that it is empty", { bytes: 0 }],
  ["says that it is too large", { bytes: 26_214_401 }],
  ["says its size in words", { bytes: "1000" }],
  ["says half a byte", { bytes: 0.5 }],
];

const NEW_MESSAGE: readonly Lie[] = [
  TRUTH,
  ["names another author", { createdBy: "lucia" }],
  ["bears another name", { byName: "La Consejera" }],
  ["dates it back", { createdAt: PAST }],
  ["speaks for the Office", { from: "office" }],
  ["speaks for nobody", { from: "citizen" }],
  ["writes about another record", { recordId: "approved" }],
  ["writes for another entity", { entityId: "sdmujer" }],
  ["writes nothing", { text: " \u00A0" }],
  ["writes no text", { text: undefined }],
  ["writes too much", { text: "x".repeat(2_001) }],
  ["adds what is not asked", { seen: true }],
];

/** Ids that look like others, or do not fit in a path or a key. */
const STRANGE_IDS = [
  ...["con espacios", "ñandú", "-first", "_first", "x".repeat(65), "a,b", "a.b", "a~b"],
  ...["іd", "reg\u202Eistro", "reg\u200Bistro", "registro\u00A0", "ｒｅｇ", "١٢٣"],
];

async function created(client: FirestoreClient, path: string, document: Document): Promise<boolean> {
  const taken = await client.as(AUTHOR).create(path, document);
  if (taken) await client.remove(path);
  return taken;
}

async function updated(
  client: FirestoreClient,
  path: string,
  prior: Document,
  next: Document,
): Promise<boolean> {
  await client.seed({ [path]: prior });
  const taken = await client.as(AUTHOR).update(path, next);
  await client.remove(path);
  return taken;
}

const creations = (place: string, path: string, base: Document, lies: readonly Lie[]): Trial[] =>
  lies.map((lie) => ({
    ...{ what: `who ${lie[0]}, creating ${path}`, place, allowed: lie === TRUTH },
    attempt: (client) => created(client, path, { ...base, ...lie[1] }),
  }));

const RETURNED = returnedOf(RECORD);
const RETURNED_REPORT = returnedOf(usual("half-year report"));
const changesOf = (place: string, path: string, prior: Document, lies: readonly Lie[]): Trial[] =>
  lies
    .filter(([, lie]) => lie.state === undefined || lie.state !== prior.state)
    .map((lie) => ({
      ...{ what: `who ${lie[0]}, changing ${path}, which is ${prior.state}`, place, allowed: lie === TRUTH },
      attempt: (client) =>
        updated(client, path, prior, {
          ...prior,
          ...{ version: Number(prior.version) + 1, updatedAt: SERVER_TIME, updatedBy: AUTHOR.uid },
          ...lie[1],
        }),
    }));

const LIED_ABOUT = "entities/sdm/records/lied-about";
const LAST_VERSION: Lie = ["has written it too often", {}];

const strangeIds = (place: string, collection: string, document: Document): Trial[] =>
  STRANGE_IDS.map((id) => ({
    ...{ what: `creating ${collection}/${id}`, place, allowed: false },
    attempt: (client) => created(client, `${collection}/${id}`, document),
  }));

export const LIES: readonly Trial[] = [
  ...creations("records", "entities/sdm/records/new-lie", RECORD, NEW_RECORD),
  ...changesOf("records", LIED_ABOUT, RETURNED, CHANGED_RECORD),
  ...changesOf("records", LIED_ABOUT, { ...RETURNED, state: "draft" }, CHANGED_RECORD),
  ...changesOf("records", LIED_ABOUT, { ...RETURNED, version: 1_000_000 }, [LAST_VERSION]),
  ...changesOf("reports", "entities/sdm/reports/2025-S1", RETURNED_REPORT, CHANGED_REPORT),
  ...beginsAnew("records", LIED_ABOUT, RECORD, "submitted"),
  ...beginsAnew("records", LIED_ABOUT, RECORD, "draft"),
  ...beginsAnew("reports", "entities/sdm/reports/2025-S1", usual("half-year report"), "submitted"),
  ...beginsAnew("partners", "partners/lied-about", usual("partner"), "active"),
  ...beginsAnew("evidence", "entities/sdm/records/draft/evidence/lied-about", EVIDENCE, "ready"),
  ...strangeIds("records", "entities/sdm/records", RECORD),
  ...creations("partners", "partners/new-lie", usual("partner"), NEW_PARTNER),
  ...strangeIds("partners", "partners", usual("partner")),
  ...creations("reports", "entities/sdm/reports/2025-S1", usual("half-year report"), NEW_REPORT),
  ...["2025-S3", "1999-S1", "2025-S1x", "2025"].flatMap((periodId) =>
    strangePeriod(periodId, { ...usual("half-year report"), periodId }),
  ),
  ...creations("evidence", "entities/sdm/records/draft/evidence/new-lie", EVIDENCE, NEW_EVIDENCE),
  ...strangeIds("evidence", "entities/sdm/records/draft/evidence", EVIDENCE),
  ...creations("messages", "entities/sdm/records/submitted/messages/new-lie", MESSAGE, NEW_MESSAGE),
  ...strangeIds("messages", "entities/sdm/records/submitted/messages", MESSAGE),
];

function strangePeriod(periodId: string, document: Document): Trial[] {
  const path = `entities/sdm/reports/${periodId}`;
  return [
    {
      what: `creating ${path}`,
      place: "reports",
      allowed: false,
      attempt: (client) => created(client, path, document),
    },
  ];
}

/** Writes over what stands as if nothing did. */
function beginsAnew(place: string, path: string, document: Document, state: string): Trial[] {
  const prior = { ...document, state, version: 7, createdAt: PAST, updatedAt: PAST };
  const attempt: Trial["attempt"] = (client) => updated(client, path, prior, document);
  return [{ what: `beginning ${path} anew, which is ${state}`, place, allowed: false, attempt }];
}
