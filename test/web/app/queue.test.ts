/** The queue's keys, its addresses, which record comes next, and approving many of which some fail. */
import { describe, expect, test, vi } from "vitest";
import "../withoutBrowser.ts";
import { aRecord } from "../../support/builders.ts";

vi.stubGlobal("location", { search: "", pathname: "/app/revision" });

const { actOf, SHORTCUTS } = await import("../../../web/src/app/pages/review/shortcuts.ts");
const { nameOfItem, nextAfter, queueAddress } = await import("../../../web/src/app/pages/review/useQueue.ts");
const { approveMany } = await import("../../../web/src/app/pages/review/approveMany.ts");
const { CallError } = await import("../../../web/src/data/call.ts");

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, isTyping: false };

describe("a key", () => {
  test.each(Object.entries(SHORTCUTS))("%s asks for: %s", (key, act) => {
    expect(actOf({ ...PLAIN, key })).toBe(act);
    expect(actOf({ ...PLAIN, key: key.toUpperCase() })).toBe(act);
  });

  test.each(["isTyping", "isComposing", "ctrlKey", "metaKey", "altKey"] as const)(
    "asks for nothing with %s",
    (held) => {
      for (const key of Object.keys(SHORTCUTS))
        expect(actOf({ ...PLAIN, key, [held]: true })).toBeUndefined();
    },
  );

  test("that has no meaning asks for nothing", () =>
    expect(["x", "Enter", "toString", ""].map((key) => actOf({ ...PLAIN, key }))).toEqual(
      Array(4).fill(undefined),
    ));
});

const item = (id: string) => ({
  ...{ id, path: `entities/sdm/records/${id}` },
  data: aRecord("interaction", { state: "submitted", version: 3 }),
});

test("an address names the open record and the entity that is asked for", () => {
  expect(queueAddress({ item: nameOfItem(item("r1")), entityId: "sdm" })).toBe(
    "/app/revision?entidad=sdm&registro=sdm/r1",
  );
  expect(queueAddress({})).toBe("/app/revision");
});

test("after a decision comes the record below, after the last one that above, after the only one none", () => {
  expect(nextAfter(["a", "b", "c"], 0)).toBe("b");
  expect(nextAfter(["a", "b", "c"], 2)).toBe("b");
  expect(nextAfter(["a"], 0)).toBeUndefined();
});

describe("approving many", () => {
  const items = ["r1", "r2", "r3"].map(item);
  const base = { runId: "run", isStopped: () => false, tell: () => {}, wait: async () => {} };

  test("asks for each once, by a request of its own, and tells how far it is", async () => {
    const asked: string[] = [];
    const told: number[] = [];
    await approveMany(items, {
      ...base,
      tell: (outcomes) => told.push(outcomes.length),
      approve: async ({ id }, requestId) => asked.push(`${id} ${requestId}`),
    });
    expect(asked).toEqual(["r1 run-0", "r2 run-1", "r3 run-2"]);
    expect(told).toEqual([1, 2, 3]);
  });

  test("one that fails stops no other, and is told with its reason", async () => {
    const refusal = new CallError("FAILED_PRECONDITION", { reason: "wrong-state" });
    const outcomes = await approveMany(items, {
      ...base,
      approve: async ({ id }) => {
        if (id === "r2") throw refusal;
      },
    });
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, refusal, undefined]);
  });

  test("told that it is too fast, it waits and asks again by the same request", async () => {
    const asked: string[] = [];
    const outcomes = await approveMany(items.slice(0, 1), {
      ...base,
      approve: async (_, requestId) => {
        if (asked.push(requestId) < 3)
          throw new CallError("RESOURCE_EXHAUSTED", { reason: "too-many-requests" });
      },
    });
    expect(asked).toEqual(["run-0", "run-0", "run-0"]);
    expect(outcomes).toEqual([{ item: items[0] }]);
  });

  test("stopped, it leaves the rest untouched", async () => {
    let done = 0;
    const outcomes = await approveMany(items, {
      ...base,
      isStopped: () => done === 1,
      approve: async () => {
        done += 1;
      },
    });
    expect(outcomes).toHaveLength(1);
  });
});
