/** What entities may know of each other's work, by what a record is and where it stands. */
import { describe, expect, test } from "vitest";
import { dealingOf } from "#domain/dealing.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import { aRecord } from "../support/builders.ts";

const told = (changes: { readonly [field: string]: unknown }) =>
  dealingOf(aRecord("interaction", changes), "r1");
const planned = { details: { status: "planned" } };

describe("of a public record is told", () => {
  test.each(["submitted", "returned"])(
    "the partner, kind, month and entity and no more, while it is %s",
    (state) =>
      expect(told({ state })).toEqual({
        ...{ partnerIds: ["ucci"], entityId: "sdm", kind: "interaction", month: "2026-02" },
        isPlanned: false,
      }),
  );

  test("once it is approved, which record it is, its title, day and who took part", () =>
    expect(told({ state: "approved", participants: ["sdmujer"] })?.open).toEqual({
      ...{ recordId: "r1", title: "Memorando con la Ciudad de México", on: "2026-02-20" },
      participants: ["sdmujer"],
    }));

  test("of an approved instrument, of what kind it is", () =>
    expect(dealingOf(aRecord("instrument", { state: "approved" }), "r1")?.open?.instrumentKind).toBe("mou"));

  test("a plan that is a draft yet, without its title", () => {
    expect(told(planned)).toMatchObject({ isPlanned: true, month: "2026-02" });
    expect(told(planned)).not.toHaveProperty("open");
  });
});

describe("nothing is told", () => {
  test("of what is not said to be public, in any state, planned or held", () => {
    const kept = (["classified", "reserved", undefined] as const).flatMap((disclosure) =>
      STATES.flatMap((state) =>
        [aRecord("interaction", { state }), aRecord("interaction", { state, ...planned })].map((record) => {
          const { disclosure: _, ...unsaid } = record;
          return dealingOf(disclosure ? { ...record, disclosure } : (unsaid as DraftRecord), "r1");
        }),
      ),
    );
    expect(kept.filter((dealing) => dealing !== undefined)).toEqual([]);
  });

  test.each<[string, { readonly [field: string]: unknown }]>([
    ["a draft that is no plan", {}],
    ["what was withdrawn", { state: "withdrawn" }],
    ["an example", { state: "approved", isExample: true }],
    ["what names no partner", { state: "approved", partnerIds: [] }],
    ["what has no day yet", { state: "returned", happenedOn: "27/2" }],
  ])("of %s", (_, changes) => expect(told(changes)).toBeUndefined());
});
