/** The queue of files on their way: one after the other, cancelled and tried again at any moment. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { EVIDENCE_LIMITS } from "#domain/evidence.ts";
import {
  type Picked,
  UploadQueue,
  type UploadStores,
} from "../../../web/src/app/record/evidence/UploadQueue.ts";
import { UploadCancelled } from "../../../web/src/data/uploadFile.ts";

const file = (name: string, bytes = 4) => new File([new Uint8Array(bytes)], name);

/** What the queue did, in order. */
let acts: string[] = [];
/** What the test changes of the world. */
let world: Partial<UploadStores> = {};
/** What this computer keeps, by id, and whether Bitácora may have heard of it. */
let kept = new Map<string, { picked: Picked; isAnnounced: boolean }>();

function queueOf(): UploadQueue {
  let ids = 0;
  const stores: UploadStores = {
    uid: "marta",
    newId: () => `f${ids++}`,
    keep: async (picked, isAnnounced) => {
      kept.set(picked.id, { picked, isAnnounced });
      return true;
    },
    isKept: async (id) => kept.has(id),
    forget: async (id) => void kept.delete(id),
    alone: (_id, run) => run(),
    saveRecord: async () => true,
    announce: async (id, { name }) => void acts.push(`announce ${id} ${name}`),
    send: (path) => {
      acts.push(`send ${path}`);
      return { done: Promise.resolve(), cancel: () => {} };
    },
    finish: async (id) => {
      acts.push(`finish ${id}`);
      return { state: "ready" };
    },
    remove: async (id) => void acts.push(`remove ${id}`),
    settled: async () => void acts.push("settled"),
    ...world,
  };
  return new UploadQueue(stores, () => {});
}

const idle = (queue: UploadQueue) => queue.idle();
const restored = (queue: UploadQueue) =>
  queue.restore([...kept.values()].map(({ picked, isAnnounced }) => ({ ...picked, isAnnounced })));

beforeEach(() => {
  acts = [];
  world = {};
  kept = new Map();
  vi.spyOn(console, "error").mockReturnValue();
});

describe("files that are picked", () => {
  test("are announced, sent and looked at, one after the other", async () => {
    const queue = queueOf();
    queue.add([file("a.pdf"), file("../b.PDF")], 20);
    expect(queue.uploads.map(({ phase }) => phase)).toEqual(["waiting", "waiting"]);
    await idle(queue);
    expect(acts).toEqual([
      ...["announce f0 a.pdf", "send uploads/marta/f0", "finish f0", "settled"],
      ...["announce f1 b.PDF", "send uploads/marta/f1", "finish f1", "settled"],
    ]);
    expect(queue.uploads).toEqual([]);
  });

  test("are refused by the form when they are of another type, empty, too large or too many", async () => {
    const queue = queueOf();
    const large = new File([], "d.pdf");
    Object.defineProperty(large, "size", { value: EVIDENCE_LIMITS.bytes + 1 });
    queue.add([file("a.exe"), file("b.pdf", 0), large, file("e.pdf"), file("f.pdf")], 1);
    const problems = queue.uploads.map(({ problem }) => problem);
    expect(problems).toEqual(["type-not-allowed", "empty", "too-large", undefined, "too-many"]);
    await idle(queue);
    expect(acts).toEqual(["announce f3 e.pdf", "send uploads/marta/f3", "finish f3", "settled"]);
  });

  test("wait for their record to be saved, and fail when it cannot be", async () => {
    world = { saveRecord: async () => false };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    expect([queue.uploads[0]?.phase, acts]).toEqual(["failed", []]);
  });

  test("do not stop those behind them when they fail", async () => {
    let times = 0;
    world = {
      announce: async (id) => {
        times += 1;
        if (times === 1) throw new Error("permission denied");
        acts.push(`announce ${id}`);
      },
    };
    const queue = queueOf();
    queue.add([file("a.pdf"), file("b.pdf")], 20);
    await idle(queue);
    expect(queue.uploads.map(({ id, phase }) => [id, phase])).toEqual([["f0", "failed"]]);
    expect(acts).toContain("finish f1");
  });
});

describe("a file tried again", () => {
  test("is not sent twice when only the answer was lost", async () => {
    let times = 0;
    world = {
      finish: async () => {
        times += 1;
        if (times === 1) throw new TypeError("the answer was lost");
        return { state: "ready" };
      },
    };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    expect(queue.uploads[0]?.phase).toBe("kept");
    queue.goOn();
    await idle(queue);
    expect(acts).toEqual(["announce f0 a.pdf", "send uploads/marta/f0", "settled"]);
  });

  test("is sent again when it did not arrive", async () => {
    const states = ["uploading", "uploading", "ready"];
    world = { finish: async () => ({ state: states.shift() ?? "ready" }) };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    expect(queue.uploads[0]?.phase).toBe("failed");
    queue.retry("f0");
    await idle(queue);
    expect(acts.filter((act) => act.startsWith("send"))).toHaveLength(2);
    expect(queue.uploads).toEqual([]);
  });
});

describe("a file that Bitácora does not have yet", () => {
  const offline = { saveRecord: () => Promise.reject(new TypeError("no connection")) };

  test("is kept on this computer from the moment it is picked until it has arrived", async () => {
    const arrived = Promise.withResolvers<{ state: string }>();
    world = { finish: () => arrived.promise };
    const queue = queueOf();
    queue.add([file("a.pdf"), file("b.pdf"), file("c.exe")], 20);
    expect([...kept.keys()]).toEqual(["f0", "f1"]);
    arrived.resolve({ state: "ready" });
    await idle(queue);
    expect(kept.size).toBe(0);
  });

  test("waits for the connection without keeping anybody, and goes out once it is back", async () => {
    world = offline;
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    expect([queue.uploads[0]?.phase, queue.isBusy, kept.get("f0")?.isAnnounced]).toEqual([
      "kept",
      false,
      false,
    ]);
    world = {};
    const later = queueOf();
    restored(later);
    await idle(later);
    expect(acts).toEqual(["announce f0 a.pdf", "send uploads/marta/f0", "finish f0", "settled"]);
    expect(kept.size).toBe(0);
  });

  test("takes a place in the record while it waits", async () => {
    world = offline;
    const queue = queueOf();
    queue.add([file("a.pdf")], 1);
    await idle(queue);
    queue.add([file("b.pdf")], 1);
    expect(queue.uploads[1]?.problem).toBe("too-many");
  });

  test("fails at once on a computer that cannot keep it, so that the person knows", async () => {
    world = { ...offline, keep: async () => false };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    expect(queue.uploads[0]?.phase).toBe("failed");
  });

  test("is sent again from the beginning by the page that is opened next, under the same id", async () => {
    world = {
      send: () => {
        acts.push("send");
        return { done: Promise.reject(new UploadCancelled()), cancel: () => {} };
      },
    };
    const first = queueOf();
    first.add([file("a.pdf")], 20);
    await expect.poll(() => acts.at(-1)).toBe("send");
    first.close();
    expect(kept.get("f0")?.isAnnounced).toBe(true);
    const states = ["uploading", "ready"];
    world = { finish: async () => ({ state: states.shift() ?? "ready" }) };
    acts = [];
    const second = queueOf();
    restored(second);
    await idle(second);
    expect(acts).toEqual(["send uploads/marta/f0", "settled"]);
    expect(kept.size).toBe(0);
  });

  test("is announced by the page that is opened next where Bitácora has never heard of it", async () => {
    kept.set("f9", {
      picked: { id: "f9", file: file("a.pdf"), name: "a.pdf", type: "pdf" },
      isAnnounced: true,
    });
    const answers = [undefined, { state: "ready" }];
    world = { finish: async () => answers.shift() };
    const queue = queueOf();
    restored(queue);
    await idle(queue);
    expect(acts).toEqual(["announce f9 a.pdf", "send uploads/marta/f9", "settled"]);
  });

  test("is left to the tab that has sent it meanwhile", async () => {
    kept.set("f9", {
      picked: { id: "f9", file: file("a.pdf"), name: "a.pdf", type: "pdf" },
      isAnnounced: true,
    });
    const queue = queueOf();
    restored(queue);
    kept.clear();
    await idle(queue);
    expect([acts, queue.uploads]).toEqual([["settled"], []]);
  });

  test("is kept no more once the person takes it off the list", async () => {
    world = offline;
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    await queue.cancel("f0");
    expect([acts, kept.size, queue.uploads]).toEqual([[], 0, []]);
  });
});

describe("a file that is cancelled", () => {
  test("on its way is stopped, and taken off once nothing of it is left", async () => {
    world = {
      send: () => {
        const { promise, reject } = Promise.withResolvers<void>();
        acts.push("send");
        return { done: promise, cancel: () => reject(new UploadCancelled()) };
      },
    };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await expect.poll(() => acts.at(-1)).toBe("send");
    await queue.cancel("f0");
    expect(acts).toEqual(["announce f0 a.pdf", "send", "remove f0", "settled"]);
    expect(queue.uploads).toEqual([]);
  });

  test("while it is announced is taken back", async () => {
    const announced = Promise.withResolvers<void>();
    world = { announce: () => announced.promise };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await expect.poll(() => queue.uploads[0]?.phase).toBe("sending");
    await queue.cancel("f0");
    announced.resolve();
    await expect.poll(() => acts).toEqual(["remove f0", "settled"]);
  });

  test("stays on the list when the server could not be asked, and can be cancelled again", async () => {
    let times = 0;
    world = {
      finish: async () => ({ state: "uploading" }),
      remove: async () => {
        times += 1;
        if (times === 1) throw new TypeError("no connection");
      },
    };
    const queue = queueOf();
    queue.add([file("a.pdf")], 20);
    await idle(queue);
    await expect(queue.cancel("f0")).rejects.toThrow("no connection");
    expect(queue.uploads[0]?.phase).toBe("failed");
    await queue.cancel("f0");
    expect(queue.uploads).toEqual([]);
  });
});
