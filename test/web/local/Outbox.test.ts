/** The outbox: a record that was sent arrives once, whatever happens to the connection. */
import { beforeEach, describe, expect, test } from "vitest";
import type { RecordAddress } from "../../../web/src/data/records.ts";
import {
  type Attempt,
  type Flushed,
  Outbox,
  type OutboxStores,
  type Queued,
} from "../../../web/src/local/Outbox.ts";

const RECORD = { entityId: "sdm", recordId: "r1", kind: "interaction", title: "Reunión" } as const;

/** A computer and Bitácora, which takes each request once. */
class World implements OutboxStores {
  computer = new Map<string, Queued>();
  /** What Bitácora took, by request. */
  taken: string[] = [];
  flushes: Flushed[] = [];
  /** What becomes of the next attempts; then all goes well. */
  attempts: ("sent" | "lost" | "answer-lost" | "stuck")[] = [];
  /** Another tab is at it. */
  isBusyElsewhere = false;
  #ids = 0;

  keep = async (queued: Queued) => void this.computer.set(queued.recordId, queued);
  kept = async ({ recordId }: RecordAddress) => this.computer.get(recordId);
  drop = async ({ recordId }: Queued) => void this.computer.delete(recordId);
  newId = () => `request-${++this.#ids}`;
  flush = async (): Promise<Flushed> => this.flushes.shift() ?? { is: "saved", version: 3 };
  submit = async ({ requestId }: Queued): Promise<Attempt> => {
    const what = this.attempts.shift() ?? "sent";
    if (what === "lost") return { is: "waits" };
    if (what === "stuck") return { is: "stuck", reason: "changed-meanwhile", problems: [] };
    if (!this.taken.includes(requestId)) this.taken.push(requestId);
    return what === "answer-lost" ? { is: "waits" } : { is: "sent" };
  };
  alone = async (run: () => Promise<void>) => {
    if (!this.isBusyElsewhere) await run();
  };
}

let world: World;
let outbox: Outbox;

beforeEach(() => {
  world = new World();
  outbox = new Outbox([], world);
});

describe("a record that is sent", () => {
  test("arrives at once with a connection, and nothing of it is kept", async () => {
    expect(await outbox.send({ ...RECORD, version: 2 })).toEqual({ is: "sent" });
    expect(world.taken).toEqual(["request-1"]);
    expect(world.computer.size).toBe(0);
  });

  test("waits without one, on this computer too, and arrives when it is back", async () => {
    world.attempts = ["lost", "lost"];
    expect(await outbox.send({ ...RECORD, version: 2 })).toEqual({ is: "waits" });
    expect(world.computer.get("r1")).toMatchObject({ version: 2, requestId: "request-1" });
    await outbox.run();
    expect(world.taken).toEqual([]);
    await outbox.run();
    expect(world.taken).toEqual(["request-1"]);
    expect(outbox.queued).toEqual([]);
  });

  test("is taken once when only the answer was lost, also by a page that was opened anew", async () => {
    world.attempts = ["answer-lost"];
    await outbox.send({ ...RECORD, version: 2 });
    const reopened = new Outbox([...world.computer.values()], world);
    await reopened.run();
    expect(world.taken).toEqual(["request-1"]);
    expect(world.computer.size).toBe(0);
  });

  test("is taken once when the person sends it again before the answer came", async () => {
    world.attempts = ["answer-lost"];
    await outbox.send({ ...RECORD, version: 2 });
    expect(await outbox.send({ ...RECORD, version: 2 })).toEqual({ is: "sent" });
    expect(world.taken).toEqual(["request-1"]);
  });

  test("is another request once it was written on", async () => {
    world.attempts = ["lost"];
    await outbox.send({ ...RECORD, version: 2 });
    await outbox.takeBack(RECORD);
    await outbox.send({ ...RECORD, version: 3 });
    expect(world.taken).toEqual(["request-2"]);
  });

  test("saves first what this computer alone has", async () => {
    world.flushes = [{ is: "waits" }];
    expect(await outbox.send(RECORD)).toEqual({ is: "waits" });
    expect(world.taken).toEqual([]);
    await outbox.run();
    expect(world.taken).toEqual(["request-1"]);
  });

  test("stays for the person when two people's texts clash, and lets the others pass", async () => {
    world.flushes = [{ is: "stuck", reason: "clash" }];
    expect(await outbox.send(RECORD)).toEqual({ is: "stuck", reason: "clash", problems: [] });
    expect(await outbox.send({ ...RECORD, recordId: "r2", version: 1 })).toEqual({ is: "sent" });
    expect(outbox.queued.map(({ recordId }) => recordId)).toEqual(["r1"]);
  });

  test("stays for the person when Bitácora does not take it, and is not tried again by itself", async () => {
    world.attempts = ["stuck"];
    expect(await outbox.send({ ...RECORD, version: 2 })).toMatchObject({ is: "stuck" });
    await outbox.run();
    expect(world.taken).toEqual([]);
  });

  test("waits while another tab is sending", async () => {
    world.isBusyElsewhere = true;
    expect(await outbox.send({ ...RECORD, version: 2 })).toEqual({ is: "waits" });
    expect(world.taken).toEqual([]);
  });

  test("is not sent by a tab that does not know that another took it back", async () => {
    world.attempts = ["lost"];
    await outbox.send({ ...RECORD, version: 2 });
    const other = new Outbox([...world.computer.values()], world);
    await outbox.takeBack(RECORD);
    await other.run();
    expect(world.taken).toEqual([]);
    expect(other.queued).toEqual([]);
  });

  test("is told to who listens, with what arrived", async () => {
    const heard: (string | undefined)[] = [];
    outbox.onChange((sent) => heard.push(sent?.recordId));
    await outbox.send({ ...RECORD, version: 2 });
    expect(heard.at(-1)).toBe("r1");
  });
});
