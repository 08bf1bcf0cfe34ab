/** The search of a list: words, partner, state, kind and half-year, alone and together. */
import { describe, expect, test } from "vitest";
import "../withoutBrowser.ts";
import { folded } from "#domain/similarity/folded.ts";
import { addressOf, foundRows, listQueryOf, sortedRows } from "../../../web/src/app/list/listQuery.ts";
import type { MirrorRow } from "../../../web/src/local/MirrorRow.ts";

const row = (id: string, changes: Partial<MirrorRow> & { texts?: string } = {}): MirrorRow => ({
  ...{ id, path: `entities/sdm/records/${id}`, entityId: "sdm", kind: "interaction", state: "approved" },
  ...{ disclosure: "public", isExample: false, title: id, happenedOn: "2026-03-04" },
  ...{ participants: [], partnerIds: [], updatedAt: 0, text: folded(changes.texts ?? id) },
  ...changes,
});

const ROWS = [
  row("a", { texts: "Reunión técnica sobre movilidad eléctrica", partnerIds: ["bid"] }),
  row("b", { texts: "Visita de Quito", state: "returned", happenedOn: "2025-11-02" }),
  row("c", { texts: "Memorando con París", kind: "instrument", state: "draft", happenedOn: "2025-11" }),
];
const NAMES: Readonly<Record<string, string>> = {
  bid: folded("Banco Interamericano de Desarrollo\nBID\nIDB"),
};

const found = (address: string) =>
  foundRows(ROWS, listQueryOf(new URLSearchParams(address)), (id) => NAMES[id] ?? "").map(({ id }) => id);

describe("a search", () => {
  test.each([
    ["", ["a", "b", "c"]],
    ["texto=REUNION+electrica", ["a"]],
    ["texto=paris", ["c"]],
    ["texto=interamericano", ["a"]],
    ["texto=movilidad+bid", ["a"]],
    ["texto=movilidad+quito", []],
    ["actor=bid", ["a"]],
    ["estado=returned", ["b"]],
    ["clase=instrument", ["c"]],
    ["semestre=2025-S2", ["b"]],
    ["semestre=2026-S1&estado=approved&clase=interaction&actor=bid&texto=tecnica", ["a"]],
    ["estado=unknown&clase=unknown", ["a", "b", "c"]],
  ])("for «%s» finds %j", (address, expected) => {
    expect(found(address)).toEqual(expected);
  });

  test("stands in the address and comes back out of it", () => {
    const query = {
      text: "quito & lima",
      state: "draft",
      kind: "project",
      partnerId: "bid",
      page: 3,
    } as const;
    expect(listQueryOf(new URLSearchParams(addressOf(query)))).toEqual(query);
    expect(addressOf({ text: "", page: 1 })).toBe("");
  });

  test("never asks for a page before the first", () => {
    for (const page of ["0", "-4", "x", "1.7"])
      expect(listQueryOf(new URLSearchParams({ pagina: page })).page).toBe(1);
  });
});

test("one's own records stand by what waits for the person, returned ones first", () => {
  expect(sortedRows(ROWS, true).map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(sortedRows(ROWS, false).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
