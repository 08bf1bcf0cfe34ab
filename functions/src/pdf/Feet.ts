/** The feet of the pages: each waits for its number and the last one's, since the contents come in between at the end. */
import type { Language } from "../domain/format.ts";
import type { Internals, Page, Reference } from "./pdfkitInternals.ts";
import { BODY_WIDTH, PAGE, rgb, TEXT } from "./styles.ts";
import type { Typeface } from "./Typeface.ts";

const NAME = "Foot";
const FOOT_Y = PAGE.height - 36;

const words = (page: number, pages: number, language: Language): string =>
  language === "es" ? `Página ${page} de ${pages}` : `Page ${page} of ${pages}`;

export class Feet {
  readonly #document: Internals;
  readonly #face: Typeface;
  readonly #language: Language;
  readonly #resources: Reference;
  /** One for each sheet in its order, empty for one without a foot. */
  #feet: (Reference | undefined)[] = [];

  constructor(document: Internals, face: Typeface, language: Language) {
    this.#document = document;
    this.#face = face;
    this.#language = language;
    this.#resources = document.ref({ Font: { [face.id]: face.reference } });
    this.#resources.end();
  }

  get count(): number {
    return this.#feet.length;
  }

  addSheet(): void {
    this.#feet.push(undefined);
  }

  /** Operators that show the foot of the last sheet, whatever it will say. */
  show(page: Page): string {
    const foot = this.#document.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, -4, BODY_WIDTH, 12],
      Resources: this.#resources,
    });
    // A hundred bytes are shorter as they are.
    foot.compress = false;
    this.#feet[this.#feet.length - 1] = foot;
    page.xobjects[NAME] = foot;
    return `q 1 0 0 -1 ${PAGE.left} ${FOOT_Y} cm /${NAME} Do Q`;
  }

  /** Puts the sheets from one place on before that at another. */
  move(from: number, to: number): void {
    this.#feet.splice(to, 0, ...this.#feet.splice(from));
  }

  /** Writes all feet. */
  close(): void {
    for (const [index, foot] of this.#feet.entries()) {
      if (!foot) continue;
      const text = words(index + 1, this.#feet.length, this.#language);
      const [line] = this.#face.wrap(text, TEXT.running.size, BODY_WIDTH);
      const shown = line ? this.#face.show(line, TEXT.running.size, 0, 0) : "";
      foot.end(
        `1 0 0 -1 0 0 cm ${rgb(TEXT.running.color)} rg BT /${this.#face.id} ${TEXT.running.size} Tf ${shown} ET`,
      );
    }
  }
}
