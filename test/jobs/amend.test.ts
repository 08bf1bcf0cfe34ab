/** Amendments: an approved record changes only by one, proposed by its entity and approved by the Office. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Changes } from "#domain/amendment.ts";
import { decideAmendment, proposeAmendment } from "#functions/jobs/amend.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { amendmentsOf, historyOf, partners, records } from "#functions/store/collections.ts";
import { andres, aPartner, aStrategicInstrument, elena, lucia, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, clock, reset } = jobsOn("demo-amend");

const ref = records(db, "sdm").doc("r1");
const amendment = async (id = "a1") => (await amendmentsOf(ref).doc(id).get()).data();
const details = (value: object) => expect.objectContaining({ details: value });

const propose = (changes: Changes, actor: NamedActor = marta, request = {}) =>
  proposeAmendment(context, actor, {
    ...{ entityId: "sdm", recordId: "r1", version: 1, requestId: "a1", changes },
    ...{ effectiveOn: "2026-03-01", reason: "Se prorrogó.", ...request },
  });
const decide = (approve: boolean, actor: NamedActor = andres, request = {}) =>
  decideAmendment(context, actor, {
    ...{ entityId: "sdm", recordId: "r1", amendmentId: "a1", requestId: "d1", approve, ...request },
  });

beforeEach(async () => {
  await reset();
  await ref.set(aStrategicInstrument());
});

describe("an amendment", () => {
  test("leaves the record as it is until the Office approves it", async () => {
    const changes = { "details.validUntil": "2028-12-31", participants: ["transmilenio"] };
    expect(await propose(changes)).toEqual({ amendmentId: "a1" });
    expect(await amendment()).toMatchObject({
      state: "proposed",
      onVersion: 1,
      changes,
      proposedBy: "movilidad",
    });
    expect((await ref.get()).data()?.version).toBe(1);
    expect(await decide(true)).toEqual({ amendmentId: "a1", state: "approved" });
    expect((await ref.get()).data()).toMatchObject({
      ...{ state: "approved", version: 2, updatedBy: "oficina", involved: ["sdm", "transmilenio"] },
      ...{ review: { strategic: true }, details: { validUntil: "2028-12-31", status: "signed" } },
    });
    expect((await historyOf(ref).doc("2").get()).data()).toMatchObject({
      ...{ action: "amend", from: "approved", to: "approved", reason: "Se prorrogó.", requestId: "d1" },
    });
    expect(await amendment()).toMatchObject({ state: "approved", decidedBy: "oficina", decidedAt: NOW });
  });

  test("proposed or decided twice is proposed or decided once", async () => {
    await propose({ title: "Otro título" });
    expect(await propose({ title: "Otro título" })).toEqual({ amendmentId: "a1" });
    await decide(true);
    expect(await decide(true)).toEqual({ amendmentId: "a1", state: "approved" });
    expect((await ref.get()).data()?.version).toBe(2);
    await expect(decide(false, andres, { reason: "No." })).rejects.toEqual(
      details({ reason: "wrong-state" }),
    );
  });

  test("is refused with a reason, never without, and changes nothing", async () => {
    await propose({ title: "Otro título" });
    await expect(decide(false)).rejects.toEqual(details({ reason: "reason-missing" }));
    await decide(false, andres, { reason: "El título es el oficial." });
    expect(await amendment()).toMatchObject({ state: "refused", decisionReason: "El título es el oficial." });
    expect((await ref.get()).data()?.version).toBe(1);
  });

  test("cannot leave the record incomplete or senseless, when proposed as when approved", async () => {
    await expect(propose({ title: null })).rejects.toEqual(
      details({ problems: [{ path: "title", code: "missing" }] }),
    );
    await expect(propose({ partnerIds: ["nobody"] })).rejects.toEqual(
      details({ problems: [{ path: "partnerIds.0", code: "unknown-reference" }] }),
    );
    await propose({ partnerIds: ["montevideo", "ucci"] }).catch(() => undefined);
    expect(await amendment()).toBeUndefined();
    await partners(db)
      .doc("montevideo")
      .set(aPartner({ state: "proposed", proposedFor: "sdm" }));
    await propose({ partnerIds: ["montevideo", "ucci"] });
    await partners(db).doc("montevideo").delete();
    await expect(decide(true)).rejects.toEqual(
      details({ problems: [{ path: "partnerIds.0", code: "unknown-reference" }] }),
    );
    expect(await amendment()).toMatchObject({ state: "proposed" });
  });

  test("asks for no reason of delay, however old the record is by now", async () => {
    clock.at = new Date("2027-03-01T12:00:00Z");
    expect(await propose({ "details.status": "active" })).toEqual({ amendmentId: "a1" });
  });

  test("makes a partner that it proposes active once it is approved", async () => {
    await partners(db)
      .doc("montevideo")
      .set(aPartner({ state: "proposed", proposedFor: "sdm" }));
    await propose({ partnerIds: ["montevideo"] });
    await decide(true);
    expect((await partners(db).doc("montevideo").get()).data()?.state).toBe("active");
  });

  test("must be proposed again when the record has changed meanwhile", async () => {
    await propose({ title: "Uno" });
    await propose({ title: "Otro" }, marta, { requestId: "a2" });
    await decide(true);
    await expect(decide(true, elena, { amendmentId: "a2", requestId: "d2" })).rejects.toEqual(
      details({ reason: "changed-meanwhile", version: 2 }),
    );
    await expect(propose({ title: "Tres" }, marta, { requestId: "a3" })).rejects.toEqual(
      details({ reason: "changed-meanwhile", version: 2 }),
    );
  });

  test("keeps what it replaced and what it put in force, with what follows from its partners", async () => {
    await partners(db)
      .doc("montevideo")
      .set(aPartner({ categoryId: "academia" }));
    await propose({ partnerIds: ["montevideo", "ucci"], "details.validUntil": "2028-12-31" });
    await decide(true);
    expect(await amendment()).toMatchObject({
      replaced: {
        ...{ partnerIds: ["ucci"], "details.validUntil": null },
        ...{ "derived.partnerCategories": null, "derived.networkIds": null },
      },
      applied: {
        ...{ partnerIds: ["montevideo", "ucci"], "details.validUntil": "2028-12-31" },
        ...{ "derived.partnerCategories": ["academia", "international"], "derived.networkIds": ["ucci"] },
      },
    });
    expect((await ref.get()).data()?.derived).toEqual({
      ...{ partnerCategories: ["academia", "international"], networkIds: ["ucci"], amendments: 1 },
    });
  });

  test("of a field that another one has changed from a later day on is not approved", async () => {
    await propose({ title: "Desde julio" }, marta, { effectiveOn: "2026-07-01" });
    await decide(true);
    const earlier = { effectiveOn: "2026-05-01", version: 2 };
    await propose({ title: "Desde mayo" }, marta, { ...earlier, requestId: "a2" });
    await expect(decide(true, andres, { amendmentId: "a2", requestId: "d2" })).rejects.toEqual(
      details({ reason: "later-amendment" }),
    );
    await propose({ "details.status": "active" }, marta, { ...earlier, requestId: "a3" });
    expect(await decide(true, andres, { amendmentId: "a3", requestId: "d3" })).toMatchObject({
      state: "approved",
    });
  });

  test("is proposed by its own entity, of an approved record, and never decided by who proposed it", async () => {
    await expect(propose({ title: "X" }, lucia)).rejects.toEqual(details({ reason: "not-yours" }));
    await expect(decide(true, marta)).rejects.toEqual(details({ reason: "office-only" }));
    await propose({ title: "X" });
    await amendmentsOf(ref).doc("a1").update({ proposedBy: "oficina" });
    await expect(decide(true)).rejects.toEqual(details({ reason: "own-record" }));
    await ref.update({ state: "withdrawn" });
    await expect(propose({ title: "X" }, marta, { requestId: "a2" })).rejects.toEqual(
      details({ reason: "wrong-state" }),
    );
  });
});
