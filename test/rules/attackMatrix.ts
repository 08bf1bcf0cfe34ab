/**
 * The attack matrix: for each document, who may read and write it. Whoever is not named is denied.
 *
 * Each letter is a person of `PEOPLE`; `all` are those who are in. The columns:
 * `get` reads it; `list` and `group` query its collection, or all of that name, for its state and disclosure;
 * `create` writes its like beside it, `update` changes it as a focal point would, `delete` deletes it (blank: not tried).
 * Beside these each person reads and changes it in a transaction (allowed if both are) and changes it in a batch with
 * one write that nobody may make (never allowed, and nothing of it stands).
 */
import { type Document, type FirestoreClient, SERVER_TIME } from "./firestoreClient.ts";
import { GRANTS, grant, LETTERS, type Letter, PEOPLE } from "./people.ts";
import type { Trial } from "./trial.ts";
import { nextOf, OFFICE, returnedOf, storedOf, WRITABLES, type Writable } from "./writables.ts";

const TABLE = `
document                                                    | get    | list   | group  | create | update | delete
entities/sdm/records/draft                                  | FT     | FT     | -      | FT     | FT     | FT
entities/sdm/records/returned                               | FTOA   | FTOA   | OA     |        | FT     | -
entities/sdm/records/submitted                              | FTOA   | FTOA   | OA     |        | -      | -
entities/sdm/records/approved                               | all    | all    | all    |        | -      | -
entities/sdm/records/classified                             | FTOA   | FTOA   | OA     |        | -      | -
entities/sdm/records/reserved                               | FTOA   | FTOA   | OA     |        | -      | -
entities/sdm/records/withdrawn                              | FTOA   | FTOA   | OA     |        | -      | -
entities/sdm/records/not-there                              | FT     |        |        |        | -      | -
entities/secretaria-general/records/session                 | O      | O      | -      | O      | O      | O
entities/sdm/records/submitted/history/2                    | FTO    | FTO    | -      | -      | -      | -
entities/sdm/records/submitted/amendments/a1                | FTO    | FTO    | O      | -      | -      | -
entities/sdm/records/draft/messages/m1                      | FTOA   | FTOA   | OA     | -      | -      | -
entities/sdm/records/submitted/messages/m1                  | FTOA   | FTOA   | OA     | FT     | -      | -
entities/sdm/records/submitted/messages/m2                  | FTOA   | FTOA   | OA     | O      | -      | -
entities/sdm/records/returned/messages/m1                   | FTOA   | FTOA   | OA     | FT     | -      | -
entities/sdm/records/approved/messages/m1                   | FTOA   | FTOA   | OA     | FT     | -      | -
entities/sdm/records/withdrawn/messages/m1                  | FTOA   | FTOA   | OA     | -      | -      | -
entities/sdm/records/not-there/messages/m1                  | FTOA   | FTOA   | OA     | -      | -      | -
entities/sdm/records/draft/evidence/ready                   | FT     | FT     | -      | FT     | -      | -
entities/sdm/records/submitted/evidence/ready               | FTOA   | FTOA   | -      | -      | -      | -
entities/sdm/records/returned/evidence/ready                | FTOA   | FTOA   | -      | FT     | -      | -
entities/sdm/records/approved/evidence/ready                | all    | all    | -      | -      | -      | -
entities/sdm/records/approved/evidence/rejected             | FT     | FT     | -      | -      | -      | -
entities/sdm/records/reserved/evidence/ready                | FTOA   | FTOA   | -      | -      | -      | -
entities/sdm/records/withdrawn/evidence/ready               | FTOA   | FTOA   | -      | -      | -      | -
entities/sdm/reports/2023-S1                                | FT     | FT     | -      | FT     | FT     | -
entities/sdm/reports/2023-S2                                | FTOA   | FTOA   | -      |        | FT     | -
entities/sdm/reports/2024-S1                                | FTOA   | FTOA   | -      |        | -      | -
entities/sdm/reports/2024-S2                                | FTOA   | FTOA   | -      |        | -      | -
entities/sdm/reports/2024-S1/history/2                      | FTO    | FTO    | -      | -      | -      | -
entities/sdm/importMappings/m1                              | FT     | FT     | -      | -      | -      | -
partners/proposed                                           | all    | all    | -      | FT     | -      | -
partners/active                                             | all    | all    | -      |        | -      | -
partners/active/history/2                                   | OA     | OA     | -      | -      | -      | -
dealings/d1                                                 | all    | all    | -      | -      | -      | -
duplicates/p1                                               | OA     | OA     | -      | -      | -      | -
merges/of-sdm                                               | FTOA   | OA     | -      | -      | -      | -
merges/of-another                                           | XOA    | OA     | -      | -      | -      | -
people/p1                                                   | O      | O      | -      | -      | -      | -
consentTexts/t1                                             | O      | O      | -      | -      | -      | -
erasures/e1                                                 | OA     | OA     | -      | -      | -      | -
catalogues/themes                                           | all    | all    | -      | -      | -      | -
catalogues/themes/history/1                                 | OA     | OA     | -      | -      | -      | -
indicators/l1-r1                                            | all    | all    | -      | -      | -      | -
indicators/l1-r1/versions/1                                 | all    | all    | -      | -      | -      | -
obligations/2025-S1                                         | all    | all    | -      | -      | -      | -
obligations/2025-S1/history/1                               | OA     | OA     | -      | -      | -      | -
reportStandings/2025-S1                                     | OVA    | OVA    | -      | -      | -      | -
mail/m1                                                     | A      | A      | -      | -      | -      | -
decisions/public                                            | all    | all    | -      | -      | -      | -
decisions/of-another                                        | XOA    | OA     | -      | -      | -      | -
decisions/of-sdm                                            | FTOA   | OA     | -      | -      | -      | -
decisions/public/history/1                                  | all    | all    | -      | -      | -      | -
decisions/of-another/history/1                              | XOA    | XOA    | -      | -      | -      | -
decisions/of-sdm/history/1                                  | FTOA   | FTOA   | -      | -      | -      | -
editions/annual-2025-1                                      | OVA    | OVA    | -      | -      | -      | -
editions/half-year-2026-S1-sdm-1                            | FTOVA  | OVA    | -      | -      | -      | -
config/reports                                              | OA     | -      | -      | -      | -      | -
published/editions                                          | -      | -      | -      | -      | -      | -
figures/internal                                            | OA     | -      | -      | -      | -      | -
figures/open                                                | all    | -      | -      | -      | -      | -
entities/sdm/figures/current                                | FTOA   | -      | -      | -      | -      | -
reportTexts/annual-2025/texts/letter                        | O      | O      | -      | -      | -      | -
reportTexts/annual-2025/texts/letter/history/1              | O      | O      | -      | -      | -      | -
operations/o1                                               | OA     | OA     | -      | -      | -      | -
access/fabio                                                | FA     | A      | -      | -      | -      | -
access/raul                                                 | GA     | A      | -      | -      | -      | -
access/degradado                                            | DA     | A      | -      | -      | -      | -
access/fabio/history/1                                      | A      | A      | -      | -      | -      | -
access/raul/history/2                                       | A      | A      | -      | -      | -      | -
access/retirada/history/2                                   | A      | A      | -      | -      | -      | -
config/system                                               | all    | -      | -      | -      | -      | -
config/returnReasons                                        | O      | -      | -      | -      | -      | -
config/returnReasons/history/2                              | O      | O      | -      | -      | -      | -
config/mail                                                 | OA     | -      | -      | -      | -      | -
config/counting                                             | -      | -      | -      | -      | -      | -
credits/c1                                                  | -      | -      | -      | -      | -      | -
tallies/sdm~2025                                            | -      | -      | -      | -      | -      | -
folds/2026-S1                                               | -      | -      | -      | -      | -      | -
leases/publish                                              | -      | -      | -      | -      | -      | -
published/summary                                           | -      | -      | -      | -      | -      | -
unheard-of/1                                                | -      | -      | -      | -      | -      | -
entities/sdm                                                | -      | -      | -      | -      | -      | -
`;

/** Queries that prove less, or something else, than the documents above ask for. */
const QUERIES = `
collection                              | where                                 | who
entities/sdm/records                    |                                       | FT
entities/sdm/records                    | state=approved                        | FTOA
entities/sdm/reports                    |                                       | FT
entities/sdm/records/submitted/evidence |                                       | FT
editions                                |                                       | OVA
editions                                | entityId=sdm                          | FTOVA
editions                                | entityId=sdmujer                      | XOVA
decisions                               |                                       | OA
merges                                  | mergedEntityId=sdm                    | FTOA
merges                                  | mergedEntityId=sdmujer                | XOA
merges                                  | keptEntityId=sdm                      | OA
decisions                               | sessionId=s1                          | OA
decisions                               | sessionId=s1 disclosure=public        | all
decisions                               | responsibleEntityId=sdm               | FTOA
decisions                               | responsibleEntityId=sdmujer           | XOA
**/records                              |                                       | -
**/records                              | state=approved                        | OA
**/records                              | disclosure=public                     | -
**/amendments                           |                                       | O
**/messages                             |                                       | OA
**/messages                             | entityId=sdm                          | FTOA
**/messages                             | from=office                           | OA
**/history                              |                                       | -
**/history                              | action=revoke                         | A
**/history                              | action=grant                          | -
**/reports                              |                                       | -
**/evidence                             |                                       | -
access                                  | __name__=access/fabio                 | A
`;

export interface Row {
  readonly path: string;
  readonly who: Readonly<Record<string, string>>;
}

const cellsOf = (table: string): Record<string, string>[] => {
  const [head = [], ...lines] = table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map((cells) => Object.fromEntries(head.map((name, n) => [name, cells[n] ?? ""])));
};

export const ROWS: readonly Row[] = cellsOf(TABLE).map(({ document = "", ...who }) => ({
  path: document,
  who,
}));

const isNamed = (letters: string, letter: Letter): boolean =>
  (letters === "all" ? "FTXOVAM" : letters).includes(letter);

const named = (name: string): Writable => {
  const writable = WRITABLES.find((one) => one.name === name);
  if (!writable) throw new Error(name);
  return writable;
};
const ALONE = { participants: [], involved: ["sdm"] };
const interaction = { ...returnedOf({ ...named("interaction").usual, ...ALONE }), disclosure: "public" };
const report = returnedOf(named("half-year report").usual);
const evidence = {
  ...{
    name: "acta.pdf",
    type: "pdf",
    bytes: 1_000,
    state: "ready",
    version: 1,
    createdBy: "fabio",
    updatedBy: "fabio",
  },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
};
/** By the focal point of Movilidad to the Office; the second of a record is the Office's answer. */
const message = (path: string): Document => ({
  ...{ text: "¿Quién firma?", from: path.endsWith("/m2") ? "office" : "entity" },
  ...{
    entityId: "sdm",
    recordId: path.split("/")[3],
    createdAt: new Date(0),
    createdBy: "fabio",
    byName: "fabio",
  },
});
const isMessage = (path: string): boolean => path.includes("/messages/");

const OFFICES = { entityId: "secretaria-general", involved: ["secretaria-general"], participants: [] };

const RECORDS = "entities/sdm/records";
const REPORTS = "entities/sdm/reports";

/** What stands in each row's place; where nothing is said, an empty document. */
const CONTENTS: Readonly<Record<string, Document>> = {
  [`${RECORDS}/draft`]: { ...interaction, state: "draft" },
  [`${RECORDS}/returned`]: interaction,
  [`${RECORDS}/submitted`]: { ...interaction, state: "submitted" },
  [`${RECORDS}/approved`]: { ...interaction, state: "approved" },
  [`${RECORDS}/classified`]: { ...interaction, state: "approved", disclosure: "classified" },
  [`${RECORDS}/reserved`]: { ...interaction, state: "approved", disclosure: "reserved" },
  [`${RECORDS}/withdrawn`]: { ...interaction, state: "withdrawn" },
  "entities/secretaria-general/records/session": {
    ...storedOf({ ...named("session").usual, ...OFFICES }),
    disclosure: "public",
  },
  [`${RECORDS}/submitted/amendments/a1`]: { state: "proposed" },
  ...Object.fromEntries(
    ROWS.filter(({ path }) => path.endsWith("/evidence/ready")).map(({ path }) => [path, evidence]),
  ),
  ...Object.fromEntries(ROWS.filter(({ path }) => isMessage(path)).map(({ path }) => [path, message(path)])),
  [`${RECORDS}/approved/evidence/rejected`]: { ...evidence, state: "rejected" },
  [`${REPORTS}/2023-S1`]: { ...report, periodId: "2023-S1", state: "draft" },
  [`${REPORTS}/2023-S2`]: { ...report, periodId: "2023-S2" },
  [`${REPORTS}/2024-S1`]: { ...report, periodId: "2024-S1", state: "submitted" },
  [`${REPORTS}/2024-S2`]: { ...report, periodId: "2024-S2", state: "approved" },
  "partners/proposed": storedOf(named("partner").usual),
  "partners/active": { ...storedOf(named("partner").usual), state: "active" },
  "access/fabio/history/1": { action: "grant" },
  "access/raul/history/2": { action: "revoke" },
  "decisions/public": { disclosure: "public", responsibleEntityId: "sdmujer" },
  "decisions/of-another": { disclosure: "reserved", responsibleEntityId: "sdmujer" },
  "decisions/of-sdm": { disclosure: "classified", responsibleEntityId: "sdm" },
  "editions/half-year-2026-S1-sdm-1": { entityId: "sdm", state: "ready" },
  "operations/o1": { state: "done" },
  "merges/of-sdm": { keptEntityId: "sdmujer", mergedEntityId: "sdm" },
  "merges/of-another": { keptEntityId: "sdm", mergedEntityId: "sdmujer" },
  "access/retirada/history/2": { action: "revoke" },
  ...GRANTS,
};
const ABSENT = [`${RECORDS}/not-there`, "access/raul"];

/** All that stands when the trials begin. */
export const SEEDED: Readonly<Record<string, Document>> = {
  ...Object.fromEntries(
    ROWS.filter(({ path }) => !ABSENT.includes(path)).map(({ path }) => [path, CONTENTS[path] ?? {}]),
  ),
  ...GRANTS,
  ...grant(OFFICE.uid, OFFICE),
};

/** Brings a client to where the trials begin. */
export async function setStage(client: FirestoreClient): Promise<void> {
  await client.clear();
  await client.seed({
    ...SEEDED,
    [`access/${PEOPLE.R.uid}`]: { roles: PEOPLE.R.roles, entityIds: PEOPLE.R.entityIds },
  });
  await client.remove(`access/${PEOPLE.R.uid}`);
}

/** A write that nobody may make. */
const FORBIDDEN = "leases/forged";

const collectionOf = (path: string): string => path.split("/").slice(0, -1).join("/");
const placeOf = (path: string): string =>
  path
    .split("/")
    .filter((_, n) => n % 2 === 0)
    .at(-1) ?? path;

/** Beside the row's document, as this person would write it first; and where. */
function firstOf(path: string, uid: string): [path: string, document: Document] {
  const collection = collectionOf(path);
  const author = { createdBy: uid, updatedBy: uid };
  const at = `${collection}/new-one`;
  if (collection === RECORDS) return [at, { ...named("interaction").usual, ...ALONE, ...author }];
  if (path.endsWith("/session")) return [at, { ...named("session").usual, ...OFFICES, ...author }];
  if (collection === REPORTS)
    return [`${REPORTS}/2025-S1`, { ...named("half-year report").usual, ...author }];
  if (collection === "partners") return [at, { ...named("partner").usual, ...author }];
  const stamps = { version: 1, ...author, createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
  if (collection.endsWith("/evidence")) return [at, { ...evidence, state: "uploading", ...stamps }];
  if (isMessage(path)) return [at, { ...message(path), createdBy: uid, byName: uid, createdAt: SERVER_TIME }];
  return [isSingle(path) ? path : `${path}-new`, { state: "draft", version: 1 }];
}

/** Whether it has a name of its own, beside which there is no other: it is created where it does not stand yet. */
const isSingle = (path: string): boolean => /(^|\/)(config|figures|published)\/\w+$/.test(path);

/** The row's document as this person would leave it. */
const changed = (path: string, uid: string): Document => {
  if (isMessage(path)) return { ...message(path), createdBy: uid, byName: uid, createdAt: SERVER_TIME };
  const prior = SEEDED[path];
  return prior?.version === undefined
    ? { state: "draft", version: 1 }
    : nextOf(named("partner"), prior, { updatedBy: uid });
};

/** Makes the write where nothing stands, and puts back what stood there. */
async function absent(
  client: FirestoreClient,
  path: string,
  write: () => Promise<boolean>,
): Promise<boolean> {
  if (!SEEDED[path]) return undone(client, path, write);
  await client.remove(path);
  const taken = await write();
  await client.seed({ [path]: SEEDED[path] });
  return taken;
}

/** Makes the write and, if it was taken, puts back what stood there. */
async function undone(
  client: FirestoreClient,
  path: string,
  write: () => Promise<boolean>,
): Promise<boolean> {
  const taken = await write();
  const prior = SEEDED[path];
  if (taken) await (prior ? client.seed({ [path]: prior }) : client.remove(path));
  return taken;
}

function trialsOf({ path, who }: Row): Trial[] {
  const { state, disclosure } = SEEDED[path] ?? {};
  const where = { ...(state !== undefined && { state }), ...(disclosure !== undefined && { disclosure }) };
  return LETTERS.flatMap((letter) => {
    const person = PEOPLE[letter];
    const uid = person?.uid ?? "nobody";
    const next = changed(path, uid);
    const [newPath, first] = firstOf(path, uid);
    const attempts: Readonly<Record<string, Trial["attempt"]>> = {
      get: (client) => client.as(person).get(path),
      list: (client) => client.as(person).list(collectionOf(path), where),
      group: (client) => client.as(person).listGroup(placeOf(path), where),
      create: (client) => absent(client, newPath, () => client.as(person).create(newPath, first)),
      update: (client) => undone(client, path, () => client.as(person).update(path, next)),
      delete: (client) => undone(client, path, () => client.as(person).delete(path)),
    };
    const trial = (what: string, allowed: boolean, attempt: Trial["attempt"]): Trial => ({
      ...{ what: `${letter} ${what} ${path}`, place: placeOf(path), allowed, attempt },
    });
    const tried = Object.entries(attempts).filter(([column]) => who[column] !== "");
    return [
      ...tried.map(([column, attempt]) => trial(column, isNamed(who[column] ?? "", letter), attempt)),
      ...(SEEDED[path]
        ? [
            trial(
              "transaction",
              isNamed(who.get ?? "", letter) && isNamed(who.update ?? "", letter),
              (client) => undone(client, path, () => client.as(person).transaction(path, next)),
            ),
            trial("batch with a bad write", false, async (client) => {
              const standing = () => Promise.all([client.writtenAt(path), client.writtenAt(FORBIDDEN)]);
              const before = await standing();
              const write = () => client.as(person).batch({ [path]: next, [FORBIDDEN]: {} });
              await undone(client, path, write);
              const stands = String(await standing()) !== String(before);
              if (stands) await client.remove(FORBIDDEN);
              return stands;
            }),
          ]
        : []),
    ];
  });
}

function queryTrials({ collection = "", where = "", who = "" }: Record<string, string>): Trial[] {
  const conditions = Object.fromEntries(where.split(" ").flatMap((one) => (one ? [one.split("=")] : [])));
  return LETTERS.map((letter) => ({
    ...{ what: `${letter} lists ${collection} ${where}`, place: placeOf(`${collection}/x`) },
    allowed: isNamed(who, letter),
    attempt: (client) =>
      collection.startsWith("**/")
        ? client.as(PEOPLE[letter]).listGroup(collection.slice(3), conditions)
        : client.as(PEOPLE[letter]).list(collection, conditions),
  }));
}

export const MATRIX: readonly Trial[] = [...ROWS.flatMap(trialsOf), ...cellsOf(QUERIES).flatMap(queryTrials)];
