/** A generated city that logs what it does with the world: every kind, state and active entity, from a fixed seed. */
import type { Day } from "#domain/calendar.ts";
import { OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import type { Decision } from "#domain/decision.ts";
import { CATALOGUES } from "../seed/catalogueData.ts";
import { demoGovernance } from "./demoGovernance.ts";
import { type DemoRecord, demoRecordsOf } from "./demoRecords.ts";
import { type DemoReport, demoReportsOf } from "./demoReports.ts";

export interface DemoEntity {
  readonly id: string;
  readonly records: readonly DemoRecord[];
  readonly reports: readonly DemoReport[];
}

export interface DemoCity {
  readonly entities: readonly DemoEntity[];
  /** By id. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** The same seed and day make the same city. Entities that are not active log nothing. */
export function demoCity(seed: string, today: Day): DemoCity {
  const { records: officeRecords, decisions } = demoGovernance(seed, today);
  const entities = CATALOGUES.entities
    .filter(({ active }) => active)
    .map((entity) => {
      const own = entity.id === OFFICE_ENTITY_ID ? officeRecords : [];
      const records = [...own, ...demoRecordsOf(entity, seed, today)];
      const documents = records.map(({ record }) => record);
      return { id: entity.id, records, reports: demoReportsOf(entity, documents, seed, today) };
    });
  return { entities, decisions };
}
