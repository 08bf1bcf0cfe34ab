/** Annual snapshots for tests: a year without data, and a full city-year. */
import {
  type AnnualInstrument,
  type AnnualSnapshot,
  annualSnapshotSchema,
} from "#domain/annualReport/annualSnapshot.ts";
import { REPORT_STATUSES } from "#domain/halfYearReport.ts";

/** A Spanish text, and the same marked as English: which one is printed can be told. */
export const both = (es: string) => ({ es, en: `${es} [en]` });

const RULE = "Cada registro aprobado cuenta una vez, en su fecha.";
const NO_TARGET = "La estrategia no fija una meta.";

const zeroSeries = {
  inYear: 0,
  inStrategy: 0,
  before: 0,
  byHalf: [0, 0],
  byMonth: Array<number>(12).fill(0),
};

const count = (id: string, lineId: string, name: string, unit: string, shared: boolean) => ({
  type: "count" as const,
  id,
  lineId,
  name: both(name),
  unit: both(unit),
  shared,
  version: 1,
  rule: both(RULE),
  targetSource: both(NO_TARGET),
  ...zeroSeries,
});

const milestone = (id: string, lineId: string, name: string) => ({
  type: "milestone" as const,
  id,
  lineId,
  name: both(name),
  version: 1,
  rule: both("Vale el último estado aprobado."),
  targetSource: both("Estrategia, anexo 1."),
  states: [
    { id: "not-started", name: both("Sin iniciar") },
    { id: "in-preparation", name: both("En elaboración") },
    { id: "published", name: both("Publicado") },
  ],
  achievedState: "published",
  news: [],
});

const ENTITIES = [
  ["Movilidad", "Secretaría Distrital de Movilidad", "SDM"],
  ["Movilidad", "Instituto de Desarrollo Urbano", "IDU"],
  ["Movilidad", "Empresa de Transporte del Tercer Milenio Transmilenio S. A.", "TransMilenio"],
  ["Mujeres", "Secretaría Distrital de la Mujer", "SDMujer"],
  ["Ambiente", "Secretaría Distrital de Ambiente", "SDA"],
  ["Ambiente", "Jardín Botánico de Bogotá José Celestino Mutis", "JBB"],
  ["Cultura, Recreación y Deporte", "Instituto Distrital de las Artes", "Idartes"],
  ["Desarrollo Económico, Industria y Turismo", "Instituto Distrital de Turismo", "IDT"],
  ["Desarrollo Económico, Industria y Turismo", "Corporación Invest in Bogotá", "Invest in Bogotá"],
  ["Gestión Pública", "Secretaría General de la Alcaldía Mayor de Bogotá", "Secretaría General"],
  ["Hábitat", "Secretaría Distrital del Hábitat", "SDHT"],
] as const;

const entityId = (index: number): string => `entity-${index % ENTITIES.length}`;
const SECTORS = [...new Set(ENTITIES.map(([sector]) => sector))];

const named = (pairs: readonly (readonly [id: string, es: string])[]) =>
  Object.fromEntries(pairs.map(([id, es]) => [id, both(es)]));

const NAMES = {
  entities: Object.fromEntries(
    ENTITIES.map(([, name, short], index) => [
      entityId(index),
      { ...both(name), shortEs: short, shortEn: `${short} [en]` },
    ]),
  ),
  sectors: named(SECTORS.map((name, index) => [`sector-${index}`, name])),
  lines: named([["l1", "Atraer recursos"]]),
  activities: named([
    ["l1-a1", "Articularse con actores internacionales"],
    ["l1-a2", "Promover la cooperación internacional"],
    ["l2-a1", "Consolidar el portafolio"],
  ]),
  sdgs: named([
    ["sdg-05", "Igualdad de género"],
    ["sdg-11", "Ciudades y comunidades sostenibles"],
  ]),
  populations: named([
    ["women", "Mujeres"],
    ["youth", "Jóvenes"],
  ]),
  instrumentKinds: named([
    ["mou", "Memorando de entendimiento"],
    ["agreement", "Convenio"],
    ["network", "Red"],
    ["letter-of-intent", "Carta de intención"],
  ]),
  countries: named([
    ["ES", "España"],
    ["FR", "Francia"],
    ["MX", "México"],
  ]),
};

/** The SHA-256 of no line at all. */
const EMPTY_LIST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** A year of which nothing is known yet. */
export const emptySnapshot = (year = 2025): AnnualSnapshot =>
  annualSnapshotSchema.parse({
    kind: "annual",
    year,
    cutOffOn: `${year}-12-31`,
    consultedOn: `${year + 1}-03-01`,
    isDemo: false,
    names: NAMES,
    texts: {},
    listed: { count: 0, sha256: EMPTY_LIST },
    lines: [
      {
        id: "l1",
        number: 1,
        name: both("Atraer recursos y experiencias internacionales para Bogotá"),
        short: both("Del mundo para Bogotá"),
      },
      {
        id: "l2",
        number: 2,
        name: both("Compartir recursos y experiencias de Bogotá con el mundo"),
        short: both("De Bogotá para el mundo"),
      },
      { id: "l3", number: 3, name: both("Fortalecer el sistema de gobernanza internacional de la ciudad") },
    ],
    indicators: [
      {
        ...count(
          "l1-r1",
          "l1",
          "Participar en 50 instrumentos estratégicos de cooperación internacional (redes, convenios, memorandos de entendimiento, cartas de intención y otros similares), bilaterales y multilaterales",
          "instrumentos estratégicos",
          true,
        ),
        target: { per: "strategy", value: 50 },
        targetSource: both("Estrategia, anexo 1: 50 en toda la estrategia."),
      },
      milestone("l2-r1", "l2", "Portafolio de oferta y demanda de cooperación de Bogotá publicado"),
      count("l2-r3", "l2", "Instrumentos suscritos o alianzas informales", "instrumentos o alianzas", true),
      {
        ...count(
          "l4-r2",
          "l3",
          "Número de reuniones del Comité para la Internacionalización",
          "reuniones",
          false,
        ),
        target: { per: "year", value: 2, atLeast: true },
        targetSource: both("Estrategia, anexo 1: al menos dos al año."),
      },
    ],
    activities: [],
    approvedRecords: 0,
    byKind: [],
    sectors: [],
    instruments: [],
    resources: [],
    resourcesByEntity: [],
    partners: [],
    countries: [],
    narratives: [],
    sessions: [],
    decisions: [],
    portfolio: { practices: [], needs: [], transfers: [] },
    populations: [],
    sdgs: [],
    periods: [],
  });

const instrument = (index: number, year: number): AnnualInstrument => ({
  ...{ entityId: entityId(index), recordId: `instrument-${index}`, version: 2 },
  title: [
    "Memorando de entendimiento sobre movilidad activa y seguridad vial",
    "Convenio marco de cooperación técnica",
    "Adhesión a la red de ciudades por el clima y la calidad del aire",
    "Carta de intención para el intercambio de buenas prácticas de cuidado",
  ][index % 4] as string,
  partners: [
    ["Ciudad de México", "Banco Interamericano de Desarrollo", "C40 Cities", "Ayuntamiento de Barcelona"][
      index % 4
    ] as string,
    ...(index % 3 === 0 ? ["Unión de Ciudades Capitales Iberoamericanas"] : []),
  ],
  kindId: ["mou", "agreement", "network", "letter-of-intent"][index % 4] as string,
  scope: index % 2 === 0 ? "bilateral" : "multilateral",
  signedOn: `${index % 5 === 4 ? 2009 : year - (index % 2)}-${String((index % 12) + 1).padStart(2, "0")}-15`,
  ...(index % 3 === 1 && { validUntil: `${year + (index % 4) - 1}-06-30` }),
  status: (["active", "signed", "expired", "ended"] as const)[index % 4] as AnnualInstrument["status"],
  strategic: index % 3 === 0,
  participantIds: index % 4 === 0 ? [entityId(index + 1), entityId(index + 3)] : [],
});

/** The parts of a full city-year besides its figures. */
const contentsOf = (year: number) => ({
  activities: [
    { id: "l1-a1", lineId: "l1", number: 1, records: 700 },
    { id: "l1-a2", lineId: "l1", number: 2, records: 404 },
    { id: "l2-a1", lineId: "l2", number: 1, records: 100 },
  ],
  byKind: [
    { kind: "interaction", records: 1100 },
    { kind: "project", records: 104 },
  ],
  resources: [
    { group: "running", currency: "COP", records: 3, amountCents: 3_200_000_000_00 },
    { group: "running", currency: "USD", records: 2, amountCents: 250_000_50 },
    { group: "in-preparation", currency: "EUR", records: 1, amountCents: 90_000_00 },
    { group: "attracted", currency: "USD", records: 4, amountCents: 12_000_000_00 },
  ],
  resourcesByEntity: [
    { entityId: "entity-0", currency: "COP", records: 3, amountCents: 3_200_000_000_00 },
    { entityId: "entity-3", currency: "USD", records: 2, amountCents: 250_000_50 },
  ],
  partners: [
    { name: "Ciudad de México", country: "MX", records: 41 },
    { name: "Banco Interamericano de Desarrollo", records: 33 },
  ],
  countries: [
    { country: "MX", records: 45 },
    { country: "FR", records: 12 },
    { country: "ES", records: 12 },
  ],
  narratives: [
    {
      entityId: "entity-0",
      periodId: `${year}-S1`,
      section: "achievements",
      text: "Se firmaron dos memorandos.\n\nSe recibió una misión.",
    },
    {
      entityId: "entity-0",
      periodId: `${year}-S1`,
      section: "difficulties",
      text: "La firma tardó más de lo previsto.",
    },
    {
      entityId: "entity-3",
      periodId: `${year}-S2`,
      section: "achievements",
      text: "Se compartió el sistema de cuidado.",
    },
  ],
  portfolio: {
    practices: [
      {
        ...{ entityId: "entity-3", recordId: "p1", version: 1, on: `${year - 1}-04-02` },
        ...{ title: "Sistema distrital de cuidado", maturity: "consolidated" },
      },
      {
        ...{ entityId: "entity-0", recordId: "p2", version: 1, on: `${year}-02-02` },
        ...{ title: "Ciclovía", maturity: "consolidated" },
      },
    ],
    needs: [
      {
        ...{ entityId: "entity-4", recordId: "n1", version: 3, on: `${year}-06-11` },
        ...{ title: "Asistencia técnica en calidad del aire", maturity: "idea" },
      },
    ],
    transfers: [
      {
        ...{ entityId: "entity-3", recordId: "t1", version: 1, on: `${year}-09-01` },
        ...{ title: "Manzanas del cuidado en Ciudad de México", transferKind: "practice" },
        ...{ partners: ["Ciudad de México"], participantCount: 42 },
      },
    ],
  },
  populations: [
    { id: "women", records: 210 },
    { id: "youth", records: 88 },
  ],
  sdgs: [
    { id: "sdg-05", records: 160 },
    { id: "sdg-11", records: 402 },
  ],
});

/** A city-year with something in every part. */
export function fullSnapshot({ year = 2025, instruments = 40 } = {}): AnnualSnapshot {
  const empty = emptySnapshot(year);
  const byMonth = [1, 0, 3, 2, 0, 5, 1, 0, 2, 4, 0, 1];
  const figures = (value: number) => [
    { indicatorId: "l1-r1", value },
    { indicatorId: "l2-r3", value: value * 2 },
  ];
  return annualSnapshotSchema.parse({
    ...empty,
    indicators: empty.indicators.map((indicator) => {
      if (indicator.type === "milestone")
        return {
          ...indicator,
          news: [
            {
              stateId: "in-preparation",
              since: `${year - 1}-08-20`,
              document: "Plan de trabajo de la Consejería",
            },
            {
              stateId: "published",
              since: `${year}-05-12`,
              subject: "Portafolio de ciudad",
              document: `Resolución 112 de ${year}`,
            },
          ],
        };
      if (indicator.id === "l4-r2")
        return {
          ...{ ...indicator, inYear: 2, inStrategy: 3, byHalf: [1, 1] },
          byMonth: [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0],
        };
      if (indicator.id === "l2-r3") return { ...indicator, inYear: 0, inStrategy: 1385 };
      return { ...indicator, inYear: 19, inStrategy: 27, before: 4, byHalf: [11, 8], byMonth };
    }),
    ...contentsOf(year),
    approvedRecords: 1204,
    sectors: SECTORS.map((name, index) => {
      const own = ENTITIES.flatMap(([sector], at) => (sector === name ? [entityId(at)] : []));
      return {
        id: `sector-${index}`,
        approved: index === 5 ? 0 : 420 - index * 57,
        reported: index * 3,
        figures: figures(index),
        entities: own.map((id, at) => ({
          id,
          approved: index === 5 || (index === 0 && at === 1) ? 0 : 200 - index * 20 - at * 11,
          reported: index === 0 && at === 1 ? 0 : index,
          figures: index === 0 && at === 1 ? figures(0) : figures(index),
        })),
      };
    }),
    instruments: Array.from({ length: instruments }, (_, index) => instrument(index, year)),
    sessions: [
      {
        body: "intersectoral-commission",
        heldOn: `${year}-03-14`,
        title: "Primera sesión ordinaria de la Comisión Intersectorial",
        minutesNumber: `1-${year}`,
        minutesApprovedOn: `${year}-04-02`,
      },
      {
        body: "internationalization-committee",
        heldOn: `${year}-04-22`,
        title: "Primera reunión del Comité",
      },
      {
        body: "internationalization-committee",
        heldOn: `${year}-10-09`,
        title: "Segunda reunión del Comité",
      },
    ],
    decisions: [
      {
        body: "intersectoral-commission",
        decidedOn: `${year}-03-14`,
        number: `1-${year}-01`,
        text: "Aprobar el plan de trabajo del año y pedir a cada sector que nombre a su enlace internacional antes del 30 de abril.",
        responsibleId: "entity-9",
        dueOn: `${year}-04-30`,
        status: "closed",
      },
      {
        body: "intersectoral-commission",
        decidedOn: `${year}-03-14`,
        number: `1-${year}-02`,
        text: "Presentar el portafolio de ciudad en la próxima sesión.",
        responsibleId: "entity-9",
        status: "open",
      },
    ],
    periods: [`${year}-S1`, `${year}-S2`].map((id, half) => ({
      id,
      dueOn: half === 0 ? `${year}-07-31` : `${year + 1}-01-31`,
      statuses: ENTITIES.map((_, index) => ({
        entityId: entityId(index),
        status: REPORT_STATUSES[(index * 3 + half) % REPORT_STATUSES.length],
      })),
    })),
  });
}
