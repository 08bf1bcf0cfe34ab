/** The generated half-year reports of one entity: approved, waiting, returned, half-written, or missing. */
import { addDays, type Day, periodOf } from "#domain/calendar.ts";
import type { CatalogueItem } from "#domain/catalogue.ts";
import { type DraftReport, draftReportSchema } from "#domain/halfYearReport.ts";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { CATALOGUES } from "../seed/catalogueData.ts";
import { castOf, FIRST_DAY } from "./demoRecords.ts";
import { daysFrom, lifeOf } from "./lifeOf.ts";
import { randomOf } from "./randomOf.ts";

export interface DemoReport {
  readonly periodId: string;
  readonly report: DraftReport;
  readonly history: readonly HistoryEntry[];
}

type Fate = Exclude<State, "withdrawn"> | "missing";
const OLD: Readonly<Record<Fate, number>> = { approved: 88, submitted: 4, returned: 3, draft: 2, missing: 3 };
const LAST: Readonly<Record<Fate, number>> = {
  approved: 45,
  submitted: 30,
  returned: 8,
  draft: 10,
  missing: 7,
};

/** The reports of the half-years that have ended; `records` are the entity's own. */
export function demoReportsOf(
  entity: CatalogueItem,
  records: readonly DraftRecord[],
  seed: string,
  today: Day,
): DemoReport[] {
  const ended = CATALOGUES.periods.filter(
    ({ startsOn = "", endsOn = "" }) => endsOn > FIRST_DAY && startsOn >= "2025" && endsOn < today,
  );
  return ended.flatMap(({ id: periodId, endsOn = "" }): DemoReport[] => {
    const random = randomOf(`${seed}/${entity.id}/report/${periodId}`);
    const inPeriod = records.filter(({ happenedOn = "" }) => happenedOn && periodOf(happenedOn) === periodId);
    const drawn = random.weighted(periodId === ended.at(-1)?.id ? LAST : OLD);
    // No report is approved while records of its half-year are pending.
    const pending = inPeriod.some(({ state }) => state === "submitted" || state === "returned");
    const fate = drawn === "approved" && pending ? "submitted" : drawn;
    if (fate === "missing") return [];
    const approved = inPeriod.filter(({ state }) => state === "approved").length;
    const sent = inPeriod.some(({ state }) => ["submitted", "returned", "approved"].includes(state));
    const nothingToReport = !sent && fate !== "draft";
    const sections = {
      achievements: `En el semestre la entidad registró ${approved} acciones internacionales aprobadas, con actores de varias regiones.`,
      ...(random.chance(0.7) && {
        difficulties: "Los tiempos de firma de los instrumentos fueron más largos de lo previsto.",
      }),
      ...(random.chance(0.8) && {
        nextSteps: "Dar seguimiento a los acuerdos y actualizar la oferta de buenas prácticas.",
      }),
      ...(random.chance(0.4) && {
        opportunities: "Convocatorias de cooperación técnica abiertas para el próximo semestre.",
      }),
    };
    const gaps = [
      random.int(2, 10),
      random.weighted({ "3": 8, "25": 1 }) === "3" ? random.int(0, 9) : 25,
      random.int(2, 12),
      1,
    ] as const;
    const life = lifeOf(
      fate,
      daysFrom(addDays(endsOn, 1), gaps, addDays(today, -1)),
      castOf(entity, random),
      {
        edits: random.int(1, 5),
        reason: "El relato no menciona los convenios firmados en el semestre.",
      },
    );
    const content = { entityId: entity.id, periodId, nothingToReport, ...(!nothingToReport && sections) };
    return [
      {
        periodId,
        report: draftReportSchema.parse({ ...content, ...life.control }),
        history: life.historyOf(content),
      },
    ];
  });
}
