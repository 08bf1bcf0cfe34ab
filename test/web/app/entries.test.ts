/** The main entries: few enough to be read at a glance, each leading to a page that its person may open. */
import "../withoutBrowser.ts";
import { expect, test } from "vitest";
import { ROLES } from "#domain/record/states.ts";
import { entriesOf } from "../../../web/src/app/entries.ts";
import { findRoute } from "../../../web/src/app/routes.ts";

test.each(ROLES)("a person who is %s has at most seven, and may open each", (role) => {
  const actor = { uid: "u", roles: [role], entityIds: ["sdm"] };
  const entries = entriesOf({ email: "u@example.org", name: "U", actor });
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.length).toBeLessThanOrEqual(7);
  expect(entries.filter(({ href }) => !findRoute(href, [role]))).toEqual([]);
});
