/** A draft that two people write, and one of them closes before the question is settled. */
import { describe, expect, test } from "vitest";
import {
  DraftKeeper,
  type DraftStores,
  type Held,
  type KeptDraft,
} from "../../../web/src/app/record/DraftKeeper.ts";

/** What stands in Bitácora: the other person has saved version 2. */
const THEIRS: Held = { values: { title: "De ella", outcome: "Nada" }, version: 2, isEditable: true };
const BASE = { title: "Reunión", outcome: "Nada" };

function open(draft: KeptDraft, held: Held = THEIRS) {
  let kept: KeptDraft | undefined = draft;
  let saved: unknown;
  const stores: DraftStores<KeptDraft> = {
    create: () => Promise.reject(new Error("it is there")),
    update: async (_draft, { after, version }) => {
      if (version !== held.version + 1) throw Object.assign(new Error(), { code: "permission-denied" });
      saved = after;
    },
    load: async () => held,
    keep: (written) => {
      kept = written;
    },
    forget: () => {
      kept = undefined;
    },
    written: ({ values }) => values,
  };
  const keeper = new DraftKeeper(draft, stores, () => {});
  return { keeper, kept: () => kept, saved: () => saved };
}

const MINE: KeptDraft = { values: { title: "Mía", outcome: "Nada" }, unread: {}, base: BASE, version: 1 };

describe("a clash with another person", () => {
  test("that was not settled is asked again by whoever opens the draft next, with what was typed since", async () => {
    const first = open(MINE);
    expect(await first.keeper.flush()).toBe(false);
    expect(first.keeper.clashes.map(({ path }) => path)).toEqual(["title"]);
    first.keeper.change("outcome", "Un acuerdo");
    first.keeper.close();
    const kept = first.kept();
    if (!kept) throw new Error("nothing was kept");
    const second = open(kept);
    second.keeper.adopt(THEIRS);
    expect(second.keeper.state).toBe("clash");
    expect(second.keeper.clashes).toMatchObject([{ path: "title", mine: "Mía", theirs: "De ella" }]);
    expect(second.keeper.draft.values.outcome).toBe("Un acuerdo");
    expect(first.saved()).toBeUndefined();
  });

  test("that is settled is saved over what the other wrote, and not asked again", async () => {
    const { keeper, kept, saved } = open(MINE);
    await keeper.flush();
    keeper.settle("title", "Mía");
    expect(kept()).toMatchObject({ base: THEIRS.values, version: 2 });
    expect(await keeper.flush()).toBe(true);
    expect(saved()).toEqual({ title: "Mía", outcome: "Nada" });
    expect(kept()).toBeUndefined();
  });
});
