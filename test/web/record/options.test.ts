/** What a form offers of the directory. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import type { Catalogues } from "#domain/catalogue.ts";
import type { Partner } from "#domain/partner.ts";
import { NOTHING_LINKABLE, optionsOf } from "../../../web/src/app/record/options.ts";
import { formFieldsOf } from "../../../web/src/forms/formFields.ts";
import { aPartner } from "../../support/builders.ts";

const stored = (id: string, changes: Partial<Partner>) => ({
  id,
  path: `partners/${id}`,
  data: aPartner(changes),
});
const reference = {
  ...{ catalogues: {} as Catalogues, indicators: [], isDemo: false },
  partners: [
    stored("bid", { name: "Banco Interamericano de Desarrollo", acronym: "BID" }),
    stored("idb", { name: "IDB", state: "merged", mergedInto: "iadb" }),
    stored("iadb", { name: "IADB", state: "merged", mergedInto: "bid" }),
  ],
};

const offered = (partnerIds?: string[]) => {
  const field = formFieldsOf("interaction").find(({ path }) => path === "partnerIds");
  if (!field) throw new Error("no field");
  const values = partnerIds ? { partnerIds } : {};
  const asked = { kind: "interaction", entityId: "sdm", values } as const;
  return optionsOf(field, asked, reference, NOTHING_LINKABLE).map(({ id, label }) => `${id}: ${label}`);
};

describe("the directory in a form", () => {
  const bank = "Banco Interamericano de Desarrollo (BID)";

  test("does not offer what was merged into another", () => expect(offered()).toEqual([`bid: ${bank}`]));

  test("shows a merged one that is still named as the partner that it became", () =>
    expect(offered(["idb"])).toEqual([`bid: ${bank}`, `idb: ${bank}`]));
});
