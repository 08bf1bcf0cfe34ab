/** The partners of the generated city: real names, so that it reads like one; their doings in it are invented. */
import { type Partner, partnerSchema } from "#domain/partner.ts";

const BY = "consejera";
const SINCE = new Date("2025-01-07T14:00:00Z");

const stamps = { version: 1, createdAt: SINCE, createdBy: BY, updatedAt: SINCE, updatedBy: BY };

/** The entity whose focal point has proposed the one partner that the Office has not confirmed yet. */
export const PROPOSED = { partnerId: "ciudad-valparaiso", entityId: "idpc" } as const;

type Row = readonly [id: string, name: string, country?: string | undefined, acronym?: string];

const of = (categoryId: string, actorTypeId: string, rows: readonly Row[]): [string, Partner][] =>
  rows.map(([id, name, country, acronym]) => [
    id,
    partnerSchema.parse({
      name,
      ...(acronym && { acronym }),
      categoryId,
      actorTypeId,
      ...(country && { country }),
      aliases: [],
      ...(id === PROPOSED.partnerId
        ? { state: "proposed", proposedFor: PROPOSED.entityId }
        : { state: "active" }),
      ...stamps,
    }),
  ]);

export const DEMO_PARTNERS: ReadonlyMap<string, Partner> = new Map([
  ...of("international", "embassies-consulates", [
    ["embajada-francia", "Embajada de Francia en Colombia", "FR"],
    ["embajada-alemania", "Embajada de Alemania en Colombia", "DE"],
    ["embajada-corea", "Embajada de la República de Corea en Colombia", "KR"],
    ["embajada-japon", "Embajada del Japón en Colombia", "JP"],
    ["embajada-canada", "Embajada de Canadá en Colombia", "CA"],
    ["embajada-paises-bajos", "Embajada de los Países Bajos en Colombia", "NL"],
    ["embajada-reino-unido", "Embajada del Reino Unido en Colombia", "GB"],
    ["embajada-mexico", "Embajada de México en Colombia", "MX"],
    ["embajada-brasil", "Embajada de Brasil en Colombia", "BR"],
  ]),
  ...of("international", "multilateral-organizations", [
    ["pnud", "Programa de las Naciones Unidas para el Desarrollo", undefined, "PNUD"],
    ["onu-habitat", "ONU-Hábitat"],
    ["onu-mujeres", "ONU Mujeres"],
    ["unicef", "Fondo de las Naciones Unidas para la Infancia", undefined, "UNICEF"],
    ["acnur", "Agencia de la ONU para los Refugiados", undefined, "ACNUR"],
    ["oim", "Organización Internacional para las Migraciones", undefined, "OIM"],
    ["ops", "Organización Panamericana de la Salud", undefined, "OPS"],
    ["ocde", "Organización para la Cooperación y el Desarrollo Económicos", undefined, "OCDE"],
    ["oei", "Organización de Estados Iberoamericanos", undefined, "OEI"],
  ]),
  ...of("international", "development-banks", [
    ["bid", "Banco Interamericano de Desarrollo", undefined, "BID"],
    ["banco-mundial", "Banco Mundial"],
    ["caf", "Banco de Desarrollo de América Latina y el Caribe", undefined, "CAF"],
  ]),
  ...of("international", "cooperation-agencies", [
    ["afd", "Agencia Francesa de Desarrollo", "FR", "AFD"],
    ["giz", "Cooperación Alemana para el Desarrollo", "DE", "GIZ"],
    ["aecid", "Agencia Española de Cooperación Internacional para el Desarrollo", "ES", "AECID"],
    ["jica", "Agencia de Cooperación Internacional del Japón", "JP", "JICA"],
    ["koica", "Agencia de Cooperación Internacional de Corea", "KR", "KOICA"],
  ]),
  ...of("international", "local-regional-governments", [
    ["ciudad-barcelona", "Ayuntamiento de Barcelona", "ES"],
    ["ciudad-madrid", "Ayuntamiento de Madrid", "ES"],
    ["ciudad-paris", "Ciudad de París", "FR"],
    ["ciudad-mexico", "Gobierno de la Ciudad de México", "MX"],
    ["ciudad-buenos-aires", "Gobierno de la Ciudad de Buenos Aires", "AR"],
    ["ciudad-santiago", "Gobierno Regional Metropolitano de Santiago", "CL"],
    ["ciudad-quito", "Municipio del Distrito Metropolitano de Quito", "EC"],
    ["ciudad-lima", "Municipalidad Metropolitana de Lima", "PE"],
    ["ciudad-sao-paulo", "Prefectura de São Paulo", "BR"],
    ["ciudad-seul", "Gobierno Metropolitano de Seúl", "KR"],
    [PROPOSED.partnerId, "Municipalidad de Valparaíso", "CL"],
  ]),
  ...of("academia", "universities", [
    ["upc", "Universidad Politécnica de Cataluña", "ES", "UPC"],
    ["ucl", "University College London", "GB", "UCL"],
    ["unam", "Universidad Nacional Autónoma de México", "MX", "UNAM"],
  ]),
  ...of("civil-society", "ngos", [
    ["bloomberg-philanthropies", "Bloomberg Philanthropies", "US"],
    ["wri", "World Resources Institute", "US", "WRI"],
  ]),
  ...of("private", "guilds-associations", [["camara-franco-colombiana", "Cámara Franco-Colombiana", "FR"]]),
]);
