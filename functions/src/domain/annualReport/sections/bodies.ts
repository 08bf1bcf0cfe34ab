/** The Commission and the Committee: their sessions, what they decided, and what became of it. */
import { inBoth } from "../../reports/bilingual.ts";
import type { Names } from "../../reports/names.ts";
import type { ReportDecision, ReportSession } from "../../reports/snapshotParts.ts";
import { left, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { BODIES, SHARED, tableOr } from "../wording.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    minutes: "Acta",
    notApproved: "Acta sin aprobar",
    approvedOn: (minutes: string, day: string) => `${minutes}, aprobada el ${day}`,
    sessionColumns: ["Fecha", "Sesión", "Acta"],
    decisionColumns: ["Número", "Fecha", "Decisión", "Responsable", "Plazo", "Estado"],
    open: "Abierta",
    overdue: "Abierta, plazo vencido",
    closed: "Cerrada",
    noSessions: (when: string) => `No hay sesiones públicas aprobadas de ${when}.`,
    sessions: (when: string) => `Sesiones de ${when}`,
    noDecisions: (when: string) => `No hay decisiones públicas registradas de ${when}.`,
    decisions: (when: string) => `Decisiones de ${when}`,
    followUp: "Seguimiento",
    counted: (all: string, closed: string, open: string, overdue: string) =>
      `De ${all} decisiones, ${closed} están cerradas y ${open} abiertas; de las abiertas, ${overdue} tienen el plazo vencido en la fecha de corte.`,
    nothing: "No hay decisiones públicas por seguir.",
    earlier: (year: number) => `Decisiones de antes de ${year} que siguen abiertas`,
    noEarlier: (year: number) => `No quedan abiertas decisiones públicas de antes de ${year}.`,
  },
  {
    minutes: "Minutes",
    notApproved: "Minutes not approved",
    approvedOn: (minutes: string, day: string) => `${minutes}, approved on ${day}`,
    sessionColumns: ["Date", "Session", "Minutes"],
    decisionColumns: ["Number", "Date", "Decision", "Responsible", "Due", "State"],
    open: "Open",
    overdue: "Open, overdue",
    closed: "Closed",
    noSessions: (when: string) => `There are no approved public sessions of ${when}.`,
    sessions: (when: string) => `Sessions of ${when}`,
    noDecisions: (when: string) => `There are no public decisions on record of ${when}.`,
    decisions: (when: string) => `Decisions of ${when}`,
    followUp: "Follow-up",
    counted: (all: string, closed: string, open: string, overdue: string) =>
      `Of ${all} decisions, ${closed} are closed and ${open} open; of the open ones, ${overdue} were overdue on the cut-off day.`,
    nothing: "There are no public decisions to follow up.",
    earlier: (year: number) => `Decisions from before ${year} that are still open`,
    noEarlier: (year: number) => `No public decisions from before ${year} are still open.`,
  },
);

function minutesText({ minutesNumber, minutesApprovedOn }: ReportSession, w: Writing): string {
  const t = TEXTS[w.language];
  if (minutesApprovedOn === undefined) return t.notApproved;
  const name =
    minutesNumber === undefined || /^acta\b/i.test(minutesNumber)
      ? minutesNumber
      : `${t.minutes} ${minutesNumber}`;
  return t.approvedOn(name ?? t.minutes, w.day(minutesApprovedOn));
}

const isOverdue = ({ status, dueOn }: ReportDecision, cutOffOn: string): boolean =>
  status === "open" && dueOn !== undefined && dueOn < cutOffOn;

/** @param when - of which time they are: a year, a month */
export function sessionTable(sessions: readonly ReportSession[], when: string, w: Writing): Block {
  const t = TEXTS[w.language];
  const [date = "", session = "", minutes = ""] = t.sessionColumns;
  return tableOr(
    t.noSessions(when),
    t.sessions(when),
    [left(date, 14), left(session, 52), left(minutes, 34)],
    sessions.map((one) => [w.day(one.heldOn), one.title, minutesText(one, w)]),
  );
}

export function decisionTable(
  decisions: readonly ReportDecision[],
  words: { readonly empty: string; readonly title: string },
  { names, cutOffOn }: { readonly names: Names; readonly cutOffOn: string },
  w: Writing,
): Block {
  const t = TEXTS[w.language];
  const [number = "", date = "", decision = "", responsible = "", due = "", state = ""] = t.decisionColumns;
  return tableOr(
    words.empty,
    words.title,
    [
      left(number, 11),
      left(date, 13),
      left(decision, 34),
      left(responsible, 15),
      left(due, 13),
      left(state, 14),
    ],
    decisions.map((one) => [
      one.number,
      w.day(one.decidedOn),
      one.text,
      w.short(names.entities, one.responsibleId),
      w.day(one.dueOn),
      isOverdue(one, cutOffOn) ? t.overdue : one.status === "open" ? t.open : t.closed,
    ]),
  );
}

export const decisionWords = (when: string, w: Writing) => ({
  empty: TEXTS[w.language].noDecisions(when),
  title: TEXTS[w.language].decisions(when),
});

export function* bodySections(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, cutOffOn, decisions } = snapshot;
  const ofYear = decisions.filter(({ decidedOn }) => decidedOn.startsWith(`${year}-`));
  yield* partBlocks("bodies", snapshot, w);
  for (const body of BODIES) {
    yield { type: "heading", level: 2, text: SHARED[w.language].bodies[body] };
    yield sessionTable(
      snapshot.sessions.filter((session) => session.body === body),
      String(year),
      w,
    );
    yield decisionTable(
      ofYear.filter((decision) => decision.body === body),
      decisionWords(String(year), w),
      snapshot,
      w,
    );
  }
  yield { type: "heading", level: 2, text: t.followUp };
  const open = decisions.filter(({ status }) => status === "open");
  const overdue = open.filter((decision) => isOverdue(decision, cutOffOn));
  yield {
    type: "paragraph",
    text:
      decisions.length === 0
        ? t.nothing
        : t.counted(
            w.number(decisions.length),
            w.number(decisions.length - open.length),
            w.number(open.length),
            w.number(overdue.length),
          ),
  };
  yield decisionTable(
    decisions.filter((decision) => !ofYear.includes(decision)),
    { empty: t.noEarlier(year), title: t.earlier(year) },
    snapshot,
    w,
  );
}
