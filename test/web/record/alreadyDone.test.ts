/** What a form warns of while it is written. */
import { describe, expect, test } from "vitest";
import type { Dealing } from "#domain/dealing.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { othersWith, similarRecords } from "../../../web/src/app/record/form/alreadyDone.ts";
import { aRecord } from "../../support/builders.ts";

const TITLE = "Reunión con la alcaldía de Montevideo";
const form = (values: object = {}) => ({
  ...({ kind: "interaction", entityId: "sdm", recordId: "new" } as const),
  values: { title: TITLE, happenedOn: "2026-02-20", partnerIds: ["montevideo"], ...values },
});
const dealing = (changes: Partial<Dealing> = {}): Dealing => ({
  ...{ partnerIds: ["montevideo"], entityId: "sdmujer", kind: "interaction", month: "2026-02" },
  ...{ isPlanned: false, ...changes },
});
const open = (title: string, recordId = "theirs", on = "2026-02-21") =>
  dealing({ open: { recordId, title, on, participants: [] } });
const own = (id: string, changes: object = {}) => ({
  ...{ id, path: `entities/sdm/records/${id}` },
  data: aRecord("interaction", { title: TITLE, partnerIds: ["montevideo"], ...changes }) as DraftRecord,
});
const ids = (found: readonly { recordId: string }[]) => found.map(({ recordId }) => recordId);

describe("records like the one in the form", () => {
  test("are found among one's own, drafts too, and among what is public, the likeliest first", () =>
    expect(
      ids(
        similarRecords(form(), {
          dealings: [
            open("Encuentro con alcaldía de Montevideo"),
            open("Taller de basura cero", "far", "2026-03-30"),
          ],
          own: [own("mine")],
        }),
      ),
    ).toEqual(["mine", "theirs"]));

  test("are none while it lacks a title or a day", () => {
    for (const values of [{ title: "" }, { happenedOn: "27/2" }, { partnerIds: [] }])
      expect(similarRecords(form(values), { dealings: [open(TITLE)], own: [] })).toEqual([]);
  });

  test("are neither itself nor what was withdrawn, and each is told once", () =>
    expect(
      ids(
        similarRecords(form(), {
          dealings: [open(TITLE), open(TITLE)],
          own: [own("new"), own("gone", { state: "withdrawn" })],
        }),
      ),
    ).toEqual(["theirs"]));
});

describe("others that work with the partner", () => {
  test("are told plans first, then the latest; one's own entity is not another", () => {
    const all = [
      dealing({ month: "2026-01" }),
      dealing({ month: "2026-02" }),
      dealing({ month: "2025-06", isPlanned: true }),
      dealing({ entityId: "sdm" }),
      dealing({ partnerIds: ["lima"] }),
    ];
    expect(othersWith("montevideo", "sdm", { dealings: all, own: [] }).map(({ month }) => month)).toEqual([
      "2025-06",
      "2026-02",
      "2026-01",
    ]);
  });
});
