/** Annual snapshots for tests: a year without data, and a full city-year. */
import {
  type AnnualInstrument,
  type AnnualSnapshot,
  annualSnapshotSchema,
} from "#domain/annualReport/annualSnapshot.ts";
import { REPORT_STATUSES } from "#domain/halfYearReport.ts";

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
  name,
  unit,
  shared,
  version: 1,
  rule: RULE,
  targetSource: NO_TARGET,
  ...zeroSeries,
});

const milestone = (id: string, lineId: string, name: string) => ({
  type: "milestone" as const,
  id,
  lineId,
  name,
  version: 1,
  rule: "Vale el último estado aprobado.",
  targetSource: "Estrategia, anexo 1.",
  states: [
    { id: "not-started", name: "Sin iniciar" },
    { id: "in-preparation", name: "En elaboración" },
    { id: "published", name: "Publicado" },
  ],
  achievedState: "published",
  news: [],
});

/** A year of which nothing is known yet. */
export const emptySnapshot = (year = 2025): AnnualSnapshot =>
  annualSnapshotSchema.parse({
    kind: "annual",
    year,
    cutOffOn: `${year}-12-31`,
    consultedOn: `${year + 1}-03-01`,
    isDemo: false,
    lines: [
      {
        id: "l1",
        number: 1,
        name: "Atraer recursos y experiencias internacionales para Bogotá",
        short: "Del mundo para Bogotá",
      },
      {
        id: "l2",
        number: 2,
        name: "Compartir recursos y experiencias de Bogotá con el mundo",
        short: "De Bogotá para el mundo",
      },
      { id: "l3", number: 3, name: "Fortalecer el sistema de gobernanza internacional de la ciudad" },
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
        targetSource: "Estrategia, anexo 1: 50 en toda la estrategia.",
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
        targetSource: "Estrategia, anexo 1: al menos dos al año.",
      },
    ],
    approvedRecords: 0,
    sectors: [],
    instruments: [],
    sessions: [],
    decisions: [],
    periods: [],
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

const entityName = (index: number): string => ENTITIES[index % ENTITIES.length]?.[2] ?? "";

const instrument = (index: number, year: number): AnnualInstrument => ({
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
  kind: ["Memorando de entendimiento", "Convenio", "Red", "Carta de intención"][index % 4] as string,
  scope: index % 2 === 0 ? "bilateral" : "multilateral",
  signedOn: `${index % 5 === 4 ? 2009 : year - (index % 2)}-${String((index % 12) + 1).padStart(2, "0")}-15`,
  ...(index % 3 === 1 && { validUntil: `${year + (index % 4) - 1}-06-30` }),
  status: (["active", "signed", "expired", "ended"] as const)[index % 4] as AnnualInstrument["status"],
  strategic: index % 3 === 0,
  lead: entityName(index),
  participants: index % 4 === 0 ? [entityName(index + 1), entityName(index + 3)] : [],
});

/** A city-year with something in every part. */
export function fullSnapshot({ year = 2025, instruments = 40 } = {}): AnnualSnapshot {
  const empty = emptySnapshot(year);
  const byMonth = [1, 0, 3, 2, 0, 5, 1, 0, 2, 4, 0, 1];
  const sectorNames = [...new Set(ENTITIES.map(([sector]) => sector))];
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
    approvedRecords: 1204,
    sectors: sectorNames.map((name, index) => {
      const own = ENTITIES.filter(([sector]) => sector === name);
      return {
        id: `sector-${index}`,
        name,
        approved: index === 5 ? 0 : 420 - index * 57,
        reported: index * 3,
        figures: figures(index),
        entities: own.map(([, entity, short], at) => ({
          id: `entity-${index}-${at}`,
          name: entity,
          short,
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
        responsible: "Secretaría General",
        dueOn: `${year}-04-30`,
        status: "closed",
      },
      {
        body: "intersectoral-commission",
        decidedOn: `${year}-03-14`,
        number: `1-${year}-02`,
        text: "Presentar el portafolio de ciudad en la próxima sesión.",
        responsible: "Consejería",
        status: "open",
      },
    ],
    periods: [`${year}-S1`, `${year}-S2`].map((id, half) => ({
      id,
      dueOn: half === 0 ? `${year}-07-31` : `${year + 1}-01-31`,
      statuses: ENTITIES.map(([, entity], index) => ({
        entity,
        status: REPORT_STATUSES[(index * 3 + half) % REPORT_STATUSES.length],
      })),
    })),
  });
}
