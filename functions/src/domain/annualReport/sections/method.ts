/** How the report was made: what counts, until when, what its words mean, and what it leaves out. */
import { inBoth } from "../../reports/bilingual.ts";
import type { Writing } from "../../reports/Writing.ts";
import type { AnnualIndicator } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { partBlocks } from "./part.ts";

type OfType = { readonly [T in AnnualIndicator["type"]]?: string };

interface Method {
  readonly cutOff: (day: string) => string;
  readonly consulted: (day: string) => string;
  readonly general: readonly string[];
  /** What is said only where a result is of such a type. */
  readonly ofType: OfType;
  readonly versions: string;
  readonly last: readonly string[];
  readonly isDemo: (year: number) => string;
  readonly definitions: string;
  readonly defined: readonly string[];
  readonly sources: string;
  readonly sourced: readonly string[];
}

const TEXTS = inBoth<Method>(
  {
    cutOff: (day) => `Fecha de corte: ${day}. Las cifras miran lo que ocurrió hasta ese día.`,
    consulted: (day) =>
      `Los registros se consultaron el ${day}. Lo que se apruebe después saldrá en una edición nueva.`,
    general: [
      "Solo se incluyen registros públicos y aprobados (Ley 1712 de 2014). Los clasificados y reservados, los borradores y los ejemplos no se cuentan ni se listan.",
      "Cada registro cuenta en la fecha en que ocurrió; un instrumento, en la fecha en que se firmó o se ingresó a la red. Los de antes de 2024 se muestran aparte.",
      "Un registro cuenta una vez para la ciudad aunque participen varias entidades.",
      "Lo que una modificación cambia de un registro aprobado cuenta desde la fecha de la modificación: las cifras de antes quedan como estaban, y lo que deja de contar se resta en su fecha.",
    ],
    ofType: {
      distinct:
        "Donde se cuentan actores, países o redes diferentes, cada uno cuenta una sola vez en cada mes, en el año y en la estrategia. Por eso los meses no suman el año, ni los años la estrategia.",
      money:
        "El dinero se suma por moneda, sin convertirlo: los pesos, los dólares y los euros no se suman entre sí.",
      statistic:
        "Las estadísticas citadas son de quien las publicó. No salen de los registros ni se suman con ellos.",
    },
    versions:
      "La Consejería puede cambiar la definición de un resultado. La nota junto a su cifra dice con qué versión se contó; las ediciones ya publicadas conservan la suya.",
    last: [
      "Un hito tiene el estado que dice su último registro aprobado. Si no hay ninguno, el informe dice «Sin información».",
      "Los estados de los instrumentos son los de la fecha de corte. Un instrumento está vencido cuando su vigencia terminó antes de ese día.",
      "Un resultado va atrás cuando ha avanzado menos que la parte ya transcurrida del plazo de su meta. Una meta de toda la estrategia se compara con el tiempo de la estrategia; no se divide por años.",
    ],
    isDemo: (year) =>
      `Los registros de esta edición son inventados: sirven para mostrar el sistema y no dicen nada de ${year}.`,
    definitions: "Definiciones",
    defined: [
      "Registro: lo que una entidad del Distrito hizo con el mundo (una reunión, un instrumento, un proyecto, una transferencia…), con su soporte, revisado por la Consejería.",
      "Actor internacional: la persona jurídica, red u organismo con que se trabajó.",
      "Instrumento: red, convenio, memorando, carta de intención u otro acuerdo. Cada uno está una sola vez en la ciudad.",
      "Portafolio de ciudad: las buenas prácticas que Bogotá ofrece, lo que busca y lo que se transfirió.",
      "Informe semestral: lo que cada entidad cuenta a la Consejería al final de cada semestre.",
    ],
    sources: "Fuentes",
    sourced: [
      "Bitácora, donde las entidades del Distrito registran lo que hacen y la Consejería lo aprueba. La definición de cada resultado está junto a su cifra.",
      "Líneas de acción, actividades, resultados y metas: Estrategia de Internacionalización 2024-2027, «Bogotá, una ciudad abierta al mundo».",
      "Entidades y sectores: Acuerdo 257 de 2006 y sus modificaciones.",
      "Mapa: Natural Earth, de dominio público; sus líneas no dicen nada sobre la situación jurídica de un territorio.",
    ],
  },
  {
    cutOff: (day) => `Cut-off: ${day}. Figures look at what happened until that day.`,
    consulted: (day) => `The records were read on ${day}. What is approved later will be in a new edition.`,
    general: [
      "Public and approved records alone are included (Ley 1712 of 2014). Classified and reserved ones, drafts and examples are neither counted nor listed.",
      "Each record counts on the day that it happened; an instrument, on the day that it was signed or the network joined. Those from before 2024 are shown apart.",
      "A record counts once for the city however many entities took part.",
      "What an amendment changes of an approved record counts from the amendment's day on: earlier figures stay as they were, and what counts no more is taken back on its day.",
    ],
    ofType: {
      distinct:
        "Where different actors, countries or networks are counted, each counts once in each month, in the year and in the strategy. So the months do not add up to the year, nor the years to the strategy.",
      money:
        "Money is added up by currency, without converting it: pesos, dollars and euros are not added to one another.",
      statistic:
        "Quoted statistics are those of who published them. They do not come from the records and are not added to them.",
    },
    versions:
      "The Office may change the definition of a result. The note beside its figure says under which version it was counted; editions already published keep theirs.",
    last: [
      "A milestone has the state that its last approved record says. Where there is none, the report says “No information”.",
      "The states of instruments are those of the cut-off day. An instrument has expired when its term ended before that day.",
      "A result is behind when it has come less far than the part of its target's time that has gone by. A target of the whole strategy is compared with the strategy's time; it is not divided by years.",
    ],
    isDemo: (year) =>
      `The records of this edition are invented: they serve to show the system and say nothing about ${year}.`,
    definitions: "Definitions",
    defined: [
      "Record: what an entity of the city did with the world (a meeting, an instrument, a project, a transfer…), with its evidence, reviewed by the Office. Titles of records are as their entities wrote them, in Spanish.",
      "International actor: the organisation, network or body that was worked with.",
      "Instrument: a network, agreement, memorandum, letter of intent or other accord. Each stands once in the city.",
      "City Portfolio: the good practices that Bogotá offers, what it looks for and what was transferred.",
      "Half-year report: what each entity tells the Office at the end of each half-year.",
    ],
    sources: "Sources",
    sourced: [
      "Bitácora, where the city's entities record what they do and the Office approves it. The definition of each result is beside its figure.",
      "Lines of action, activities, results and targets: 2024-2027 Internationalization Strategy, “Bogotá, a City open to the world”.",
      "Entities and sectors: Acuerdo 257 of 2006 and its amendments.",
      "Map: Natural Earth, in the public domain; its lines say nothing about the legal status of a territory.",
    ],
  },
);

export function* methodSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, isDemo, indicators } = snapshot;
  const types = new Set(indicators.map(({ type }) => type));
  yield* partBlocks("method", snapshot, w);
  yield {
    type: "list",
    items: [
      t.cutOff(w.longDay(snapshot.cutOffOn)),
      t.consulted(w.longDay(snapshot.consultedOn)),
      ...t.general,
      ...[...types].flatMap((type) => t.ofType[type] ?? []),
      ...(indicators.some(({ version }) => version > 1) ? [t.versions] : []),
      ...t.last,
      ...(isDemo ? [t.isDemo(year)] : []),
    ],
  };
  yield { type: "heading", level: 2, text: t.definitions };
  yield { type: "list", items: t.defined };
  yield { type: "heading", level: 2, text: t.sources };
  yield { type: "list", items: t.sourced };
}
