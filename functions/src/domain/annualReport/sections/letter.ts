/** The Counselor's letter, or the place where it will stand. */
import { inBoth } from "../../reports/bilingual.ts";
import { paragraphsOf, saidIn } from "../../reports/textBlocks.ts";
import type { Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { PARTS } from "./titles.ts";

const TEXTS = inBoth(
  {
    placeholder:
      "Aquí va la carta de la Consejera. Se escribe en Bitácora, en el componedor de este informe.",
    signature: ["Consejera Distrital de Relaciones Internacionales", "Bogotá, D. C."],
  },
  {
    placeholder: "The Counselor's letter goes here. It is written in Bitácora, in this report's composer.",
    signature: ["District Counselor for International Relations", "Bogotá, D. C."],
  },
);

export function* letterSection({ texts }: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const said = saidIn(texts, "letter", w.language);
  yield {
    type: "letter",
    title: w.pick(PARTS.letter),
    paragraphs: said ? paragraphsOf(said.text) : [t.placeholder],
    signature: t.signature,
    isPlaceholder: !said,
  };
}
