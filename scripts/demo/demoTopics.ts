/** What the entities of each sector work on with the world, for the titles and classifications of generated records. */

export interface SectorTopics {
  /** Noun phrases that follow "sobre" or "en". */
  readonly topics: readonly string[];
  readonly themes: readonly string[];
  readonly programmes: readonly string[];
  readonly sdgs: readonly string[];
}

const sector = (topics: string, themes: string, programmes: string, sdgs: string): SectorTopics => ({
  topics: topics.split(", "),
  themes: themes.split(" "),
  programmes: programmes.split(" ").map((number) => `pdd-p${number}`),
  sdgs: sdgs.split(" ").map((number) => `sdg-${number}`),
});

export const DEMO_TOPICS: Readonly<Record<string, SectorTopics>> = {
  "gestion-publica": sector(
    "gobierno abierto, servicio a la ciudadanía, diplomacia de ciudades, transformación digital del Distrito",
    "technology human-rights",
    "22 32 33 35",
    "16 17",
  ),
  gobierno: sector(
    "participación ciudadana, convivencia y derechos humanos, espacio público, acción comunal",
    "human-rights migration",
    "05 13 39",
    "10 16",
  ),
  hacienda: sector(
    "finanzas verdes, gestión de la deuda pública, catastro multipropósito, presupuesto con enfoque de género",
    "economy",
    "38 33",
    "08 17",
  ),
  planeacion: sector(
    "ordenamiento territorial, integración regional, datos para la planeación urbana, seguimiento de la Agenda 2030",
    "urban-sustainability technology",
    "23 24 37",
    "11 17",
  ),
  "desarrollo-economico": sector(
    "internacionalización de empresas, turismo sostenible, economía popular, atracción de inversión, empleo juvenil",
    "economy tourism",
    "19 20 22",
    "08 09",
  ),
  educacion: sector(
    "bilingüismo, educación superior y ciencia, formación de docentes, intercambio de estudiantes",
    "education technology",
    "16 17 18",
    "04 09",
  ),
  salud: sector(
    "salud pública urbana, atención primaria en salud, salud mental, biotecnología en salud, telemedicina",
    "health",
    "10 11",
    "03",
  ),
  "integracion-social": sector(
    "atención a habitantes de calle, integración de población migrante, primera infancia, seguridad alimentaria",
    "inclusion migration care",
    "07 08 09 12",
    "01 02 10",
  ),
  cultura: sector(
    "ciudades creativas, patrimonio cultural, circulación artística, deporte y convivencia, música sinfónica",
    "culture-sport",
    "14",
    "04 11",
  ),
  ambiente: sector(
    "adaptación al cambio climático, biodiversidad urbana, gestión del riesgo de desastres, calidad del aire, bienestar animal",
    "climate urban-sustainability",
    "15 25 27 28",
    "13 15",
  ),
  movilidad: sector(
    "electrificación del transporte público, seguridad vial, movilidad en bicicleta, cables aéreos, calles completas",
    "mobility climate",
    "06 26",
    "11 13",
  ),
  habitat: sector(
    "vivienda social, renovación urbana, gestión del agua, economía circular y residuos, mejoramiento de barrios",
    "housing urban-sustainability",
    "29 30 31",
    "06 11 12",
  ),
  mujeres: sector(
    "sistemas de cuidado, prevención de las violencias contra las mujeres, autonomía económica de las mujeres, igualdad de género en las ciudades",
    "care inclusion",
    "02 12",
    "05 10",
  ),
  seguridad: sector(
    "prevención del delito, justicia restaurativa, seguridad ciudadana basada en datos, respuesta a emergencias",
    "security",
    "01 03 04",
    "16",
  ),
  "gestion-juridica": sector(
    "transparencia y acceso a la información, contratación pública abierta, prevención del daño antijurídico",
    "human-rights",
    "32 33",
    "16 17",
  ),
};
