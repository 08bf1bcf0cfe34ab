/** How complete the entities' half-year reports are, and who owes one. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Row } from "../block.ts";
import { type AnnualPeriod, completenessOf, isDue } from "../completeness.ts";
import { SHARED } from "../wording.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    none: (year: number) => `No hay semestres de ${year} con informes por entregar.`,
    about:
      "La tasa es el número de informes recibidos dividido por el de informes que se debían entregar. Cuentan como recibidos los enviados, los aprobados y los que declaran que no hay novedades; no cuentan los devueltos. Un semestre entra en la tasa cuando vence su plazo.",
    received: (year: number) => `Informes recibidos, ${year}`,
    columns: ["Semestre", "Plazo", "Por entregar", "Recibidos", "Tasa"],
    notDue: "Aún no vence",
    states: (year: number) => `Estado de los informes por entidad, ${year}`,
    entity: "Entidad",
    notOwed: "No debía",
  },
  {
    none: (year: number) => `No half-year of ${year} has reports to hand in.`,
    about:
      "The rate is the number of reports received divided by that of reports owed. Those sent, approved and declaring that there is nothing to report count as received; those returned do not. A half-year enters the rate once its reports have fallen due.",
    received: (year: number) => `Reports received, ${year}`,
    columns: ["Half-year", "Due", "Owed", "Received", "Rate"],
    notDue: "Not due yet",
    states: (year: number) => `State of the reports by entity, ${year}`,
    entity: "Entity",
    notOwed: "Owed none",
  },
);

function periodRow(period: AnnualPeriod, snapshot: AnnualSnapshot, w: Writing): Row {
  const { received, owed } = completenessOf(period);
  return [
    capital(w.period(period.id)),
    w.day(period.dueOn),
    w.figure(owed),
    w.figure(received),
    isDue(period, snapshot) ? w.rate(received, owed) : TEXTS[w.language].notDue,
  ];
}

export function* reportSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, periods, names } = snapshot;
  yield* partBlocks("completeness", snapshot, w);
  if (periods.length === 0) {
    yield { type: "paragraph", text: t.none(year) };
    return;
  }
  yield { type: "paragraph", text: t.about };
  const [half = "", due = "", owed = "", received = "", rate = ""] = t.columns;
  yield {
    type: "table",
    title: t.received(year),
    columns: [left(half, 34), left(due, 16), right(owed, 18), right(received, 16), right(rate, 16)],
    rows: periods.map((period) => periodRow(period, snapshot, w)),
    hasRowHeads: true,
  };
  const entityIds = [...new Set(periods.flatMap(({ statuses }) => statuses.map(({ entityId }) => entityId)))];
  if (entityIds.length === 0) return;
  const statusOf = (period: AnnualPeriod, id: string): string => {
    const found = period.statuses.find(({ entityId }) => entityId === id);
    return found ? SHARED[w.language].reportStatuses[found.status] : t.notOwed;
  };
  yield {
    type: "table",
    title: t.states(year),
    columns: [left(t.entity, 50), ...periods.map(({ id }) => left(capital(w.period(id)), 25))],
    rows: entityIds.map((id) => [
      w.name(names.entities, id),
      ...periods.map((period) => statusOf(period, id)),
    ]),
    hasRowHeads: true,
  };
}
