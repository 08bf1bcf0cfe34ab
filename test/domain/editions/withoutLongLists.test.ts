/** What a renderer that holds the whole document is spared. */
import { expect, test } from "vitest";
import type { Block } from "#domain/annualReport/block.ts";
import { MOST_LISTED, withoutLongLists } from "#domain/editions/withoutLongLists.ts";

const table = { type: "table", title: "Registros", columns: [], rows: [] } as const;
const list: Block = { ...table, isList: true };
const figures: Block = table;

test("a list that is short stays, and so do figures however many records there are", () => {
  expect([...withoutLongLists([figures, list], "es", MOST_LISTED)]).toEqual([figures, list]);
  expect([...withoutLongLists([figures], "es", 50_000)]).toEqual([figures]);
});

test("a long one is left to the files that stream it, and the document says so", () => {
  const [first, second] = withoutLongLists([figures, list], "es", 50_000);
  expect(first).toBe(figures);
  expect(second).toEqual({
    type: "note",
    text: "El informe lista 50.000 registros. Este archivo no los repite: están completos en el PDF y en la hoja de cálculo.",
  });
});
