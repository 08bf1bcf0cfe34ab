/** The generated records of one entity: what it did with the world, in every state. */
import { addDays, type Day } from "#domain/calendar.ts";
import { type CatalogueItem, OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import { isLate } from "#domain/record/checkRecord.ts";
import { derivedFrom } from "#domain/record/derivedFrom.ts";
import { type Kind, USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { CATALOGUES } from "../seed/catalogueData.ts";
import { SAMPLE_ACCOUNTS } from "../seed/sampleAccounts.ts";
import { type Contents, DEMO_CONTENTS, type EntityKind, PARTNER_IDS, partnerOf } from "./demoContents.ts";
import { PROPOSED } from "./demoPartners.ts";
import { DEMO_TOPICS, type SectorTopics } from "./demoTopics.ts";
import { type Cast, daysFrom, lifeOf, type Person, RETURN_REASONS } from "./lifeOf.ts";
import { type Random, randomOf } from "./randomOf.ts";

/** A generated record with its place and its trail. */
export interface DemoRecord {
  readonly id: string;
  readonly record: DraftRecord;
  readonly history: readonly HistoryEntry[];
}

/** First day of the generated city. */
export const FIRST_DAY = "2025-01-13";

const KIND_WEIGHTS: Readonly<Record<EntityKind, number>> = {
  interaction: 34,
  instrument: 13,
  project: 10,
  practice: 6,
  need: 5,
  transfer: 6,
  attraction: 6,
  diaspora: 4,
  communication: 8,
  opportunity: 6,
};
const OLD: Readonly<Record<State, number>> = {
  approved: 90,
  withdrawn: 4,
  returned: 2,
  submitted: 2,
  draft: 2,
};
const RECENT: Readonly<Record<State, number>> = {
  approved: 30,
  submitted: 35,
  draft: 25,
  returned: 10,
  withdrawn: 0,
};
const RECENT_DAYS = 45;

/** Who writes for the entity and who decides; the Office's own records are decided by its other member. */
export function castOf(entity: CatalogueItem, random: Random): Cast {
  const [clerk, counselor] = SAMPLE_ACCOUNTS.filter(({ roles }) => roles.includes("office"));
  if (!clerk || !counselor) throw new Error("the Office has fewer than two sample accounts");
  if (entity.id === OFFICE_ENTITY_ID) return { author: clerk, reviewer: counselor };
  const own = SAMPLE_ACCOUNTS.find(
    ({ roles, entityIds }) => roles.includes("focal") && entityIds.includes(entity.id),
  );
  const author: Person = own ?? {
    uid: `enlace-${entity.id}`,
    name: `Enlace de ${entity.shortEs ?? entity.nameEs}`,
  };
  return { author, reviewer: random.chance(0.7) ? clerk : counselor };
}

function alignmentOf({ themes, programmes, sdgs }: SectorTopics, random: Random) {
  const populations = random.some(CATALOGUES.populations, random.int(0, 2)).map(({ id }) => id);
  return {
    programmes: random.some(programmes, random.int(1, 2)),
    sdgs: random.some(sdgs, random.int(1, 2)),
    themes: random.some(themes, random.int(1, 2)),
    ...(populations.length > 0 && { populations }),
    territory: random.weighted({ urban: 7, rural: 1, "urban-rural": 2 }),
    ...(random.chance(0.6) && { citizenBenefit: "Mejores servicios, con lo aprendido de otras ciudades." }),
  };
}

const disclosureOf = (random: Random, day: Day) => {
  const disclosure = random.weighted({ public: 92, classified: 5, reserved: 3 });
  if (disclosure === "public") return { disclosure };
  return disclosure === "classified"
    ? {
        ...{ disclosure, exception: "18-a", classifiedOn: day },
        legalGround: "Ley 1581 de 2012, artículo 5",
      }
    : {
        ...{ disclosure, exception: "19-c", classifiedOn: day, reservedUntil: addDays(day, 1825) },
        legalGround: "Constitución Política, artículo 189, numeral 2",
      };
};

/** A draft that someone was called away from. */
function interrupted(contents: Record<string, unknown>, random: Random): Record<string, unknown> {
  const { summary, disclosure, exception, legalGround, classifiedOn, reservedUntil, themes, ...kept } =
    contents;
  return random.chance(0.3) ? contents : { ...kept, ...(random.chance(0.5) && { summary }) };
}

/** Everything that a person typed, made a record that has lived until `today`. */
export function liveRecord(
  {
    id,
    entity,
    kind,
    day,
    typed,
    state,
    cast,
  }: {
    id: string;
    entity: CatalogueItem;
    kind: Kind;
    /** The day from which on it was logged. */
    day: Day;
    typed: Record<string, unknown>;
    state: State;
    cast: Cast;
  },
  today: Day,
  random: Random,
): DemoRecord {
  const slow = random.chance(0.04);
  const gaps = [
    random.int(1, 9),
    slow ? 230 : random.int(0, 4),
    random.int(1, 8),
    random.int(5, 40),
  ] as const;
  const days = daysFrom(day, gaps, addDays(today, -1));
  const happenedOn = String(typed.happenedOn);
  const late = isLate({ happenedOn }, { today: days.submittedOn, periods: CATALOGUES.periods });
  const isStrategic = kind === "instrument" && random.chance(0.5);
  const life = lifeOf(state, days, cast, {
    edits: random.int(1, 4),
    reason: random.pick(RETURN_REASONS),
    ...(isStrategic && {
      verdict: {
        strategic: true,
        strategicReason: "Responde a una prioridad del Plan Distrital de Desarrollo.",
      },
    }),
  });
  const content = {
    kind,
    ...typed,
    ...(late && { lateReason: "El soporte llegó después del cierre del semestre." }),
    entityId: entity.id,
    involved: involvedOf({ ...typed, entityId: entity.id }),
    isExample: false,
    ...(state !== "draft" && { derived: derivedFrom(partnersIn(typed.partnerIds)) }),
  };
  return {
    id,
    record: draftRecordSchema.parse({ ...content, ...life.control }),
    history: life.historyOf(content),
  };
}

const partnersIn = (ids: unknown) =>
  (Array.isArray(ids) ? ids : []).map((id: string) => ({ id, partner: partnerOf(id) }));

function entityRecord(
  entity: CatalogueItem,
  kind: EntityKind,
  id: string,
  day: Day,
  today: Day,
  random: Random,
): DemoRecord {
  const sector = DEMO_TOPICS[entity.parentId ?? ""];
  if (!sector) throw new Error(`no topics for the sector of ${entity.id}`);
  const ahead = day >= today;
  const loggedOn = ahead ? addDays(today, -random.int(2, 20)) : day;
  const state = random.weighted(addDays(loggedOn, RECENT_DAYS) > today ? RECENT : OLD);
  const proposes = state === "submitted" && entity.id === PROPOSED.entityId;
  const contents: Contents = DEMO_CONTENTS[kind]({
    day,
    ahead,
    topic: random.pick(sector.topics),
    entity: entity.shortEs ?? entity.nameEs,
    partnerId: proposes ? PROPOSED.partnerId : random.pick(PARTNER_IDS),
    random,
  });
  const others = CATALOGUES.entities.filter(({ id, active }) => active && id !== entity.id);
  const participants = random.chance(0.18) ? random.some(others, random.int(1, 2)).map(({ id }) => id) : [];
  const typed = {
    happenedOn: day,
    ...USUAL_ACTIVITY[kind],
    ...alignmentOf(sector, random),
    ...disclosureOf(random, loggedOn),
    ...(participants.length > 0 && { participants }),
    ...contents,
  };
  return liveRecord(
    {
      ...{ id, entity, kind, day: loggedOn, state, cast: castOf(entity, random) },
      typed: state === "draft" ? { ...interrupted(typed, random), details: contents.details } : typed,
    },
    today,
    random,
  );
}

/** A day of the working week. */
function workday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day;
}

/** What the entity logged from `FIRST_DAY` to the day before `today`, and what it plans. */
export function demoRecordsOf(entity: CatalogueItem, seed: string, today: Day): DemoRecord[] {
  const isHead = /^Secretaría/.test(entity.nameEs);
  const records: DemoRecord[] = [];
  for (let year = Number(FIRST_DAY.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
    const random = randomOf(`${seed}/${entity.id}/${year}`);
    const count = isHead ? random.int(11, 15) : random.int(4, 8);
    for (let index = 0; index < count; index += 1) {
      const day = workday(addDays(`${year}-01-13`, random.int(0, 345)));
      const kind = random.weighted(KIND_WEIGHTS);
      if (day < today)
        records.push(
          entityRecord(
            entity,
            kind,
            `demo-${year}-${index + 1}`,
            day,
            today,
            randomOf(`${seed}/${entity.id}/${year}/${index}`),
          ),
        );
    }
  }
  const random = randomOf(`${seed}/${entity.id}/plans`);
  if (isHead && random.chance(0.6))
    records.push(
      entityRecord(
        entity,
        "interaction",
        "demo-plan",
        workday(addDays(today, random.int(8, 80))),
        today,
        random,
      ),
    );
  return records;
}
