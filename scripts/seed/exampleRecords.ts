/**
 * The example records: only what the strategy says in public, each with its words and its source.
 *
 * They are not the Office's register. What the sources do not tell is left out, so that these records are
 * incomplete where a person's would not be; they count in no indicator.
 */
import { OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import { SEED } from "./catalogueData.ts";

const STRATEGY =
  "Estrategia de Internacionalización de Bogotá 2024-2027 («Bogotá, a City open to the world»)";
const CITED_2021 = "El día no se conoce: se anota el primero del año de la fuente citada.";

export interface ExampleRecord {
  readonly id: string;
  readonly record: DraftRecord;
}

function example(id: string, typed: { entityId: string; participants?: string[]; [field: string]: unknown }) {
  const record = draftRecordSchema.parse({
    ...typed,
    disclosure: "public",
    state: "approved",
    involved: involvedOf(typed),
    isExample: true,
    version: 1,
    createdAt: SEED.at,
    createdBy: SEED.by,
    updatedAt: SEED.at,
    updatedBy: SEED.by,
  });
  return { id, record };
}

/** A network in which the strategy says that Bogotá "actively participates". */
const network = (partnerId: string, name: string, joined: { day: string; note: string } | undefined) =>
  example(`px-net-${partnerId}`, {
    kind: "instrument",
    entityId: OFFICE_ENTITY_ID,
    title: `Participación en la red ${name}`,
    summary: `«Bogotá actively participates in various networks and platforms […]. These include Unión de Ciudades Capitales Iberoamericanas (UCCI), United Cities and Local Governments (UCLG), Metropolis, and ICLEI Local Governments for Sustainability, among others» (${STRATEGY}). ${joined?.note ?? "La fecha de adhesión no se conoce: se anota el primer día del periodo de la Estrategia, que la da por vigente."}`,
    happenedOn: joined?.day ?? "2024-01-01",
    partnerIds: [partnerId],
    lineId: "l1",
    activityId: "l1-a1",
    details: {
      instrumentKind: "network",
      scope: "multilateral",
      status: "active",
      ...(joined && { signedOn: joined.day }),
    },
  });

export const EXAMPLE_RECORDS: readonly ExampleRecord[] = [
  example("px-electric-buses", {
    kind: "practice",
    entityId: "sdm",
    participants: ["transmilenio"],
    title: "Integración de energía eléctrica en el transporte público",
    summary: `«The city's advancements in the integration of electric energy in public transport (Mudu et al., 2021) […] offer valuable lessons and successful strategies that can benefit others» (${STRATEGY}). ${CITED_2021}`,
    happenedOn: "2021-01-01",
    lineId: "l2",
    activityId: "l2-a1",
    themes: ["mobility"],
    details: {},
  }),
  example("px-care", {
    kind: "practice",
    entityId: "sdmujer",
    title: "Políticas de cuidado",
    summary: `«Its forward-thinking care policies (Inter-American Development Bank, 2021) offer valuable lessons and successful strategies that can benefit others» (${STRATEGY}). ${CITED_2021}`,
    happenedOn: "2021-01-01",
    lineId: "l2",
    activityId: "l2-a1",
    themes: ["care"],
    details: {},
  }),
  example("px-care-bid", {
    kind: "project",
    entityId: "sdmujer",
    title:
      "Apoyo al Programa Manzanas de Cuidado en la zona de Los Mártires en Bogotá para mujeres migrantes cuidadoras (BID CO-T1651)",
    summary: `Banco Interamericano de Desarrollo (2021), en la bibliografía de la ${STRATEGY}: https://www.iadb.org/es/whats-our-impact/CO-T1651. ${CITED_2021}`,
    happenedOn: "2021-01-01",
    lineId: "l1",
    activityId: "l1-a2",
    themes: ["care"],
    populations: ["women", "migrants"],
    details: {},
  }),
  network("ucci", "UCCI, Unión de Ciudades Capitales Iberoamericanas", undefined),
  network("cglu", "CGLU, Ciudades y Gobiernos Locales Unidos", undefined),
  network("metropolis", "Metropolis", undefined),
  network("iclei", "ICLEI, Gobiernos Locales por la Sustentabilidad", {
    day: "2009-01-01",
    note: "Bogotá es miembro desde 2009 (americadosul.iclei.org); el día no se conoce y se anota el primero del año.",
  }),
];
