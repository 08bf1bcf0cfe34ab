/** How complete the entities' half-year reports are, and who owes one. */
import { formatPeriod } from "../../format.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { type AnnualPeriod, completenessOf, isDue } from "../completeness.ts";
import { capital, day, left, number, percent, REPORT_STATUS_NAMES, right } from "../wording.ts";

function periodRow(period: AnnualPeriod, snapshot: AnnualSnapshot): string[] {
  const { received, owed } = completenessOf(period);
  const rate = owed === 0 ? "–" : percent(received, owed);
  return [
    capital(formatPeriod(period.id, "es")),
    day(period.dueOn),
    number(owed),
    number(received),
    isDue(period, snapshot) ? rate : "Aún no vence",
  ];
}

export function* reportSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, periods } = snapshot;
  yield { type: "heading", level: 1, text: "Informes semestrales de las entidades" };
  if (periods.length === 0) {
    yield { type: "paragraph", text: `No hay semestres de ${year} con informes por entregar.` };
    return;
  }
  yield {
    type: "paragraph",
    text: "La tasa es el número de informes recibidos dividido por el de informes que se debían entregar. Cuentan como recibidos los enviados, los aprobados y los que declaran que no hay novedades; no cuentan los devueltos. Un semestre entra en la tasa cuando vence su plazo.",
  };
  yield {
    type: "table",
    title: `Informes recibidos, ${year}`,
    columns: [
      left("Semestre", 34),
      left("Plazo", 16),
      right("Por entregar", 18),
      right("Recibidos", 16),
      right("Tasa", 16),
    ],
    rows: periods.map((period) => periodRow(period, snapshot)),
  };
  const entities = [...new Set(periods.flatMap(({ statuses }) => statuses.map(({ entity }) => entity)))];
  if (entities.length === 0) return;
  const statusOf = (period: AnnualPeriod, name: string): string => {
    const owed = period.statuses.find(({ entity }) => entity === name);
    return owed ? REPORT_STATUS_NAMES[owed.status] : "No debía";
  };
  yield {
    type: "table",
    title: `Estado de los informes por entidad, ${year}`,
    columns: [left("Entidad", 50), ...periods.map(({ id }) => left(capital(formatPeriod(id, "es")), 25))],
    rows: entities.map((name) => [name, ...periods.map((period) => statusOf(period, name))]),
  };
}
