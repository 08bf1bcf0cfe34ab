/** The Office's own part of the generated city: sessions of both bodies, their decisions, and milestones. */
import { addDays, type Day, yearOf } from "#domain/calendar.ts";
import { type CatalogueItem, OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import { type Decision, decisionSchema } from "#domain/decision.ts";
import { USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import type { State } from "#domain/record/states.ts";
import { CATALOGUES, INDICATORS } from "../seed/catalogueData.ts";
import { castOf, type DemoRecord, FIRST_DAY, liveRecord } from "./demoRecords.ts";
import { type Random, randomOf } from "./randomOf.ts";

const COMMISSION = "intersectoral-commission";
const COMMITTEE = "internationalization-committee";
/** Month and day of the sittings of each year. */
const SITTINGS = [
  [COMMISSION, "02-26"],
  [COMMITTEE, "04-10"],
  [COMMISSION, "05-21"],
  [COMMISSION, "08-20"],
  [COMMITTEE, "10-09"],
  [COMMISSION, "11-19"],
] as const;
const BODY_NAMES = { [COMMISSION]: "la Comisión Intersectorial", [COMMITTEE]: "el Comité" } as const;

const DECISIONS = [
  "Priorizar los instrumentos de cooperación en acción climática y cuidado.",
  "Compartir cada mes las agendas internacionales de las entidades.",
  "Designar enlace internacional y suplente en cada entidad.",
  "Presentar una oferta conjunta de buenas prácticas a las redes de ciudades.",
  "Revisar los convenios que vencen en el año y proponer su renovación.",
  "Acompañar a las localidades en la formulación de proyectos de cooperación.",
];

/** When each milestone reached which state; the acts that prove them are invented, and say so. */
const MILESTONES = [
  ["l3-r2", "draft", "2025-01-28"],
  ["l3-r2", "issued", "2025-03-18"],
  ["l4-r1", "draft", "2025-04-22"],
  ["l2-r1", "in-preparation", "2025-05-15"],
  ["l4-r1", "issued", "2025-06-17"],
  ["l3-r1", "in-formulation", "2025-07-22"],
  ["l4-r4", "designed", "2025-08-12"],
  ["l3-r5", "in-development", "2025-09-16"],
  ["l4-r4", "under-implementation", "2026-01-27"],
  ["l2-r1", "published", "2026-02-17"],
  ["l2-r2", "designed", "2026-03-24"],
  ["l3-r5", "deployed", "2026-06-30"],
  ["l3-r1", "approved", "2026-08-11"],
] as const;

export interface DemoGovernance {
  readonly records: readonly DemoRecord[];
  /** By id. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

function office(): CatalogueItem {
  const item = CATALOGUES.entities.find(({ id }) => id === OFFICE_ENTITY_ID);
  if (!item) throw new Error(`${OFFICE_ENTITY_ID} is not among the entities`);
  return item;
}

function sessionRecord(
  body: (typeof SITTINGS)[number][0],
  day: Day,
  number: number,
  today: Day,
  random: Random,
): DemoRecord {
  const held = day < today;
  const minutesOn = addDays(day, random.int(6, 15));
  const hasMinutes = held && minutesOn < today;
  const state: State = hasMinutes ? "approved" : held ? "submitted" : "approved";
  const typed = {
    title: `Sesión n.º ${number} de ${BODY_NAMES[body]} (${yearOf(day)})`,
    summary: "Seguimiento a la Estrategia de Internacionalización.",
    happenedOn: day,
    ...(body === COMMISSION ? USUAL_ACTIVITY.session : { lineId: "l4", activityId: "l4-a1" }),
    disclosure: "public",
    details: {
      body,
      status: held ? "held" : "called",
      agenda: "1. Verificación del quórum. 2. Avance de indicadores. 3. Decisiones. 4. Varios.",
      ...(held && {
        attendanceCount: random.int(11, 34),
        attendance: "Delegadas y delegados de los sectores.",
      }),
      ...(hasMinutes && { minutesNumber: `Acta ${number} de ${yearOf(day)}`, minutesApprovedOn: minutesOn }),
    },
  };
  const entity = office();
  // Logged once the minutes were approved: an approved record does not change.
  const from = hasMinutes ? minutesOn : held ? day : addDays(today, -12);
  const record = {
    id: `demo-session-${day}`,
    entity,
    kind: "session" as const,
    day: from,
    typed,
    state,
    cast: castOf(entity, random),
  };
  return liveRecord(record, today, random);
}

function decisionsOf({ id, record }: DemoRecord, today: Day, random: Random): [string, Decision][] {
  if (record.kind !== "session" || record.state !== "approved" || !record.details.minutesApprovedOn)
    return [];
  const { happenedOn = "", details, updatedAt, updatedBy } = record;
  const active = CATALOGUES.entities.filter((entity) => entity.active);
  return random.some(DECISIONS, random.int(2, 4)).map((text, index) => {
    const dueOn = addDays(happenedOn, random.int(30, 150));
    const decision = decisionSchema.parse({
      number: `${index + 1}`,
      text,
      responsibleEntityId: random.pick(active).id,
      dueOn,
      sessionEntityId: record.entityId,
      sessionId: id,
      body: details.body,
      decidedOn: happenedOn,
      disclosure: "public",
      isExample: false,
      status: dueOn < today && random.chance(0.8) ? "closed" : "open",
      ...{ version: 1, createdAt: updatedAt, createdBy: updatedBy, updatedAt, updatedBy },
    });
    return [`${id}-${index + 1}`, decision];
  });
}

/** "Decreto de creación …: Expedido". */
function titleOf(indicatorId: string, stateId: string): string {
  const indicator = INDICATORS.find(({ id }) => id === indicatorId);
  const state = indicator?.type === "milestone" && indicator.states.find(({ id }) => id === stateId);
  if (!indicator || !state) throw new Error(`${indicatorId} has no state ${stateId}`);
  return `${indicator.nameEs}: ${state.nameEs}`;
}

function milestoneRecord(
  [indicatorId, stateId, day]: (typeof MILESTONES)[number],
  today: Day,
  random: Random,
): DemoRecord {
  const [lineId] = indicatorId.split("-");
  const entity = office();
  const typed = {
    title: titleOf(indicatorId, stateId),
    happenedOn: day,
    lineId,
    activityId: CATALOGUES.activities.find(({ parentId }) => parentId === lineId)?.id,
    disclosure: "public",
    details: { indicatorId, stateId, document: `Acto de demostración de ${day}` },
  };
  const state = addDays(day, 20) < today ? "approved" : "submitted";
  const record = {
    id: `demo-milestone-${indicatorId}-${stateId}`,
    entity,
    kind: "milestone" as const,
    day,
    typed,
    state,
    cast: castOf(entity, random),
  } as const;
  return liveRecord(record, today, random);
}

/** Sittings and milestones before `today`, and the next sitting that has been called. */
export function demoGovernance(seed: string, today: Day): DemoGovernance {
  const random = randomOf(`${seed}/governance`);
  const years = Array.from(
    { length: yearOf(today) - yearOf(FIRST_DAY) + 2 },
    (_, index) => yearOf(FIRST_DAY) + index,
  );
  const sittings = years.flatMap((year) =>
    SITTINGS.map(([body, date], index) => {
      const number = SITTINGS.slice(0, index + 1).filter(([other]) => other === body).length;
      return { body, day: `${year}-${date}`, number };
    }),
  );
  const next = sittings.find(({ day }) => day >= today);
  const sessions = sittings
    .filter((sitting) => sitting.day < today || sitting === next)
    .map(({ body, day, number }) => sessionRecord(body, day, number, today, random));
  const milestones = MILESTONES.filter(([, , day]) => day < today).map((milestone) =>
    milestoneRecord(milestone, today, random),
  );
  return {
    records: [...sessions, ...milestones],
    decisions: new Map(sessions.flatMap((session) => decisionsOf(session, today, random))),
  };
}
