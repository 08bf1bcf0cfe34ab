/** The Commission and the Committee: their sessions of the year and what they decided. */
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { BODY_NAMES, day, left, tableOr } from "../wording.ts";

type Body = keyof typeof BODY_NAMES;

const BODIES = Object.keys(BODY_NAMES) as Body[];

function minutesText({ minutesNumber, minutesApprovedOn }: AnnualSnapshot["sessions"][number]): string {
  if (minutesApprovedOn === undefined) return "Acta sin aprobar";
  const name =
    minutesNumber === undefined || /^acta\b/i.test(minutesNumber) ? minutesNumber : `Acta ${minutesNumber}`;
  return `${name ?? "Acta"}, aprobada el ${day(minutesApprovedOn)}`;
}

export function* bodySections(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year } = snapshot;
  yield { type: "heading", level: 1, text: "Comisión y Comité" };
  for (const body of BODIES) {
    yield { type: "heading", level: 2, text: BODY_NAMES[body] };
    yield tableOr(
      `No hay sesiones públicas aprobadas de ${year}.`,
      `Sesiones de ${year}`,
      [left("Fecha", 14), left("Sesión", 52), left("Acta", 34)],
      snapshot.sessions
        .filter((session) => session.body === body)
        .map((session) => [day(session.heldOn), session.title, minutesText(session)]),
    );
    yield tableOr(
      `No hay decisiones públicas registradas de ${year}.`,
      `Decisiones de ${year}`,
      [
        left("Número", 12),
        left("Fecha", 13),
        left("Decisión", 35),
        left("Responsable", 16),
        left("Plazo", 13),
        left("Estado", 11),
      ],
      snapshot.decisions
        .filter((decision) => decision.body === body)
        .map(({ number, decidedOn, text, responsible, dueOn, status }) => [
          number,
          day(decidedOn),
          text,
          responsible,
          day(dueOn),
          status === "open" ? "Abierta" : "Cerrada",
        ]),
    );
  }
}
