/** How the report was made: what counts, until when, and what it leaves out. */
import { formatLongDay } from "../../format.ts";
import type { AnnualIndicator } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";

/** What is said only where a result is of such a type. */
const OF_TYPE: { readonly [T in AnnualIndicator["type"]]?: string } = {
  distinct:
    "Donde se cuentan actores, países o redes diferentes, cada uno cuenta una sola vez en cada mes, en el año y en la estrategia. Por eso los meses no suman el año, ni los años la estrategia.",
  money:
    "El dinero se suma por moneda, sin convertirlo: los pesos, los dólares y los euros no se suman entre sí.",
  statistic:
    "Las estadísticas citadas son de quien las publicó. No salen de los registros ni se suman con ellos.",
};

export function* methodSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, isDemo, indicators } = snapshot;
  const types = new Set(indicators.map(({ type }) => type));
  yield { type: "heading", level: 1, text: "Cómo se hizo este informe" };
  yield {
    type: "list",
    items: [
      `Fecha de corte: ${formatLongDay(snapshot.cutOffOn, "es")}. Las cifras miran lo que ocurrió hasta ese día.`,
      `Los registros se consultaron el ${formatLongDay(snapshot.consultedOn, "es")}. Lo que se apruebe después saldrá en una edición nueva.`,
      "Fuente: Bitácora, donde las entidades del Distrito registran lo que hacen y la Consejería lo aprueba. La definición de cada resultado está junto a su cifra.",
      "Solo se incluyen registros públicos y aprobados (Ley 1712 de 2014). Los clasificados y reservados, los borradores y los ejemplos no se cuentan ni se listan.",
      `Cada registro cuenta en la fecha en que ocurrió; un instrumento, en la fecha en que se firmó o se ingresó a la red. Los de antes de 2024 se muestran aparte.`,
      "Un registro cuenta una vez para la ciudad aunque participen varias entidades.",
      "Lo que una modificación cambia de un registro aprobado cuenta desde la fecha de la modificación: las cifras de antes quedan como estaban, y lo que deja de contar se resta en su fecha.",
      ...[...types].flatMap((type) => OF_TYPE[type] ?? []),
      ...(indicators.some(({ version }) => version > 1)
        ? [
            "La Consejería puede cambiar la definición de un resultado. La nota junto a su cifra dice con qué versión se contó; las ediciones ya publicadas conservan la suya.",
          ]
        : []),
      "Un hito tiene el estado que dice su último registro aprobado. Si no hay ninguno, el informe dice «Sin información».",
      `Los estados de los instrumentos son los de la fecha de corte. Un instrumento está vencido cuando su vigencia terminó antes de ese día.`,
      ...(isDemo
        ? [
            `Los registros de esta edición son inventados: sirven para mostrar el sistema y no dicen nada de ${year}.`,
          ]
        : []),
    ],
  };
}
