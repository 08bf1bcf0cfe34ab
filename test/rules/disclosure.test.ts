/** Who may see which record: the domain's one table, which the server's code reads, says what the rules do. */
import { beforeAll, expect, test } from "vitest";
import { DISCLOSURES } from "#domain/record/envelope.ts";
import { maySeeRecord, SEEN_BY } from "#domain/record/maySeeRecord.ts";
import { type Actor, ROLES, type Role, STATES } from "#domain/record/states.ts";
import { firestoreClient } from "./firestoreClient.ts";

const client = firestoreClient("demo-disclosure");

/** Every role, alone and with a second one; in the record's entity, in another one and in none. */
const ACTORS: readonly Actor[] = ROLES.flatMap((role, index) =>
  [[role], [role, ROLES[(index + 1) % ROLES.length] as Role]].flatMap((roles) =>
    [["sdm"], ["sdmujer"], []].map((entityIds) => ({
      uid: [...roles, ...entityIds].join("-"),
      roles,
      entityIds,
    })),
  ),
);

const RECORDS = [...DISCLOSURES, undefined].flatMap((disclosure) =>
  STATES.map((state) => ({
    ...{ entityId: "sdm", state, ...(disclosure !== undefined && { disclosure }) },
    path: `entities/sdm/records/${state}-${disclosure ?? "unsaid"}`,
  })),
);

beforeAll(async () => {
  await client.loadRules();
  await client.clear();
  await client.seed({
    ...Object.fromEntries(RECORDS.map(({ path, ...record }) => [path, record])),
    ...Object.fromEntries(ACTORS.map(({ uid, roles, entityIds }) => [`access/${uid}`, { roles, entityIds }])),
  });
});

test("the table speaks of every state and disclosure", () => {
  expect(Object.keys(SEEN_BY)).toEqual([...DISCLOSURES, "unsaid"]);
  for (const states of Object.values(SEEN_BY)) expect(Object.keys(states).sort()).toEqual([...STATES].sort());
});

test.each(ACTORS.map((actor) => [actor.uid, actor] as const))(
  "%s sees by the rules what the table says",
  async (_, actor) => {
    const { uid, roles, entityIds } = actor;
    const person = client.as({ uid, roles, entityIds });
    for (const { path, ...record } of RECORDS)
      expect([path, await person.get(path)]).toEqual([path, maySeeRecord(actor, record)]);
  },
);

test("citizens see approved public records alone, and none in the database itself", async () => {
  const seen = RECORDS.filter((record) => maySeeRecord("citizen", record));
  expect(seen.map(({ path }) => path)).toEqual(["entities/sdm/records/approved-public"]);
  for (const { path } of RECORDS) expect(await client.as().get(path)).toBe(false);
});
