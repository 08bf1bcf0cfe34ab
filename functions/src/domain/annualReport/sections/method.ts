/** How the report was made: what counts, until when, and what it leaves out. */
import { formatLongDay } from "../../format.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";

export function* methodSection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, isDemo } = snapshot;
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
