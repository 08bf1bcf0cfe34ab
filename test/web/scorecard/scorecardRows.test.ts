/** The scorecard's rows, its rate and its spreadsheet. */
import "../withoutBrowser.ts";
import { describe, expect, test } from "vitest";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import type { Standings } from "#domain/halfYear/standings.ts";
import { CATALOGUES } from "../../../scripts/seed/catalogueData.ts";
import { scoreCsv } from "../../../web/src/app/pages/scorecard/scoreCsv.ts";
import { filterOf, rateOf, scoreRows } from "../../../web/src/app/pages/scorecard/scorecardRows.ts";

const at = new Date("2026-07-15T15:00:00Z");
const extension = { dueOn: "2026-08-10", reason: "Cambio de enlace.", by: "oficina", byName: "A", at };
const obligations: Obligation[] = [
  { periodId: "2025-S2", dueOn: "2026-01-20", entityIds: ["sdm"] },
  {
    ...{ periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm", "idu", "sdmujer"] },
    terms: { sdm: { extension } },
  },
];
const sent = { state: "submitted", nothingToReport: false, submittedOn: "2026-08-01" } as const;
const standings = new Map<string, Standings>([
  ["2026-S1", { periodId: "2026-S1", entities: { sdm: sent, idu: sent }, updatedAt: at }],
]);
const rows = (query: string) =>
  scoreRows(CATALOGUES.entities, obligations, standings, filterOf(new URLSearchParams(query), 2026));
const shown = (query: string) =>
  rows(query).map(({ entity, cells }) => `${entity.id}: ${cells.map(({ status }) => status).join(", ")}`);

describe("the scorecard", () => {
  test("has a row for each entity that owes or has begun a report, this year's half-years first", () =>
    expect(shown("").toSorted()).toEqual([
      "idu: submitted-late",
      "sdm: submitted-on-time",
      "sdmujer: not-started",
    ]));

  test("tells who owed nothing in one of several half-years", () =>
    expect(shown("anio=todos")).toContain("idu: not-owed, submitted-late"));

  test("is filtered by sector and by state", () => {
    const { parentId } = CATALOGUES.entities.find(({ id }) => id === "sdmujer") ?? {};
    expect(shown(`sector=${parentId}`)).toEqual(["sdmujer: not-started"]);
    expect(shown("estado=submitted-late")).toEqual(["idu: submitted-late"]);
    expect(shown("estado=approved")).toEqual([]);
  });

  test("has a rate whose denominator is those who owe, and whose numerator is what was received", () => {
    expect(rateOf(rows(""), "2026-S1")).toEqual({ received: 2, owed: 3 });
    expect(rateOf(rows("anio=todos"), "2025-S2")).toEqual({ received: 0, owed: 1 });
  });

  test("is a spreadsheet with one line for each entity and half-year", () => {
    const [head, ...lines] = scoreCsv(rows("anio=todos"), CATALOGUES.sectors).trim().split("\r\n");
    expect(head).toBe(
      "\uFEFFEntidad;Sector;Semestre;Debía informar;Plazo;Prórroga;Estado;Enviado el;Decidido el".trim(),
    );
    expect(lines).toHaveLength(6);
    expect(lines).toContain(
      "Secretaría Distrital de Movilidad;Movilidad;2026-S1;Sí;2026-08-10;Sí;Enviado a tiempo;2026-08-01;",
    );
  });
});
