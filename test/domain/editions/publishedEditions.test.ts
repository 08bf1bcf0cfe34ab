/** The list of reports that citizens may download. */
import { describe, expect, test } from "vitest";
import type { Edition } from "#domain/edition.ts";
import {
  type PublishedEditions,
  publishedEditionOf,
  publishedEditionsSchema,
  withPublished,
} from "#domain/editions/publishedEditions.ts";
import { anEdition, NOW } from "../../support/builders.ts";

const HASH = "a".repeat(64);
const signature: NonNullable<Edition["signature"]> = {
  ...{ by: "Elena Duarte", on: "2026-02-27", fileName: "firmado.pdf", path: "p", sha256: HASH, bytes: 9 },
  ...{ addedBy: "oficina", addedAt: NOW },
};
const pdf = { format: "pdf", language: "es", path: "q", sha256: HASH, bytes: 7, pages: 3 } as const;
const published = (changes: Partial<Edition> = {}) =>
  anEdition({ publishedAt: NOW, signature, files: [pdf], ...changes });

test("an edition is shown with its files and the signed copy, by address and name", () => {
  expect(publishedEditionOf("annual-2025-1", published())).toEqual({
    ...{ id: "annual-2025-1", kind: "annual", number: 1, until: "2025-12-31", publishedOn: "2026-03-01" },
    ...{ nameEs: "Informe anual 2025", nameEn: "Annual report 2025", signedBy: "Elena Duarte" },
    files: [
      {
        ...{ address: "es.pdf", format: "pdf", language: "es", bytes: 7, pages: 3, isSigned: false },
        name: "Informe anual 2025 - Bitácora (edición 1).pdf",
      },
      {
        ...{ address: "firmado.pdf", format: "pdf", language: "es", bytes: 9, isSigned: true },
        name: "Informe anual 2025 - Bitácora (edición 1, firmado).pdf",
      },
    ],
  });
});

test("a report that was brought in is the signed copy itself", () => {
  const brought = published({ kind: "monthly", month: "2025-03", issuedOn: "2025-04-02" });
  expect(publishedEditionOf("monthly-2025-03-1", brought).files.map(({ address }) => address)).toEqual([
    "es.pdf",
  ]);
});

test.each([
  ["is not signed", anEdition({ publishedAt: NOW })],
  ["is not published", anEdition({ signature })],
  ["is an entity's", published({ kind: "half-year", entityId: "sdm", periodId: "2025-S2" })],
])("one that %s is shown to nobody", (_, edition) => {
  expect(() => publishedEditionOf("e", edition)).toThrow("not for citizens");
});

describe("the list", () => {
  const of = (id: string, changes: Partial<Edition>) => publishedEditionOf(id, published(changes));
  const add = (list: PublishedEditions | undefined, id: string, changes: Partial<Edition>) =>
    withPublished(list, of(id, changes), false);

  test("has the latest first, a later edition before the earlier, and none twice", () => {
    let list = add(undefined, "annual-2025-1", {});
    list = add(list, "monthly-2026-01-1", { kind: "monthly", year: 2026, month: "2026-01" });
    list = add(list, "annual-2025-2", { number: 2 });
    list = add(list, "annual-2025-2", { number: 2 });
    expect(list.editions.map(({ id }) => id)).toEqual([
      "monthly-2026-01-1",
      "annual-2025-2",
      "annual-2025-1",
    ]);
    expect(publishedEditionsSchema.safeParse(list).success).toBe(true);
  });

  test("stays small however many there are", () => {
    let list: PublishedEditions | undefined;
    for (let number = 1; number <= 200; number += 1) list = add(list, `annual-2025-${number}`, { number });
    expect(publishedEditionsSchema.safeParse(list).success).toBe(true);
    expect(list?.editions[0]?.id).toBe("annual-2025-200");
  });
});
