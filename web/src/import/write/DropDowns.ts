/** The lists behind the template's drop-downs: one column each on a hidden sheet; fields with the same choices share one. */

import type { Language } from "../../i18n/language.ts";
import { choicesOf, type Lookup } from "../mapping/choices.ts";
import type { ImportField } from "../mapping/importFields.ts";
import { letterOf } from "../workbook/Workbook.ts";
import type { SheetSpec } from "./SheetSpec.ts";

/** The hidden sheet; its first cell says that the file is the template. */
export const LISTS = "Listas";
export const MARK = "Bitácora, plantilla 1";

export class DropDowns {
  readonly #lookup: Lookup;
  readonly #language: Language;
  readonly #lists: { readonly name: string; readonly labels: readonly string[] }[] = [];

  constructor(lookup: Lookup, language: Language) {
    this.#lookup = lookup;
    this.#language = language;
  }

  /** The cells that hold the field's choices; `undefined` when it has none. */
  rangeOf(field: ImportField): string | undefined {
    const labels = choicesOf(field, this.#lookup).map(({ label }) => label[this.#language]);
    if (labels.length === 0) return undefined;
    const same = this.#lists.findIndex((list) => String(list.labels) === String(labels));
    const at = same >= 0 ? same : this.#lists.push({ name: field.field.from ?? field.path, labels }) - 1;
    const letter = letterOf(at + 1);
    return `${LISTS}!$${letter}$2:$${letter}$${labels.length + 1}`;
  }

  sheet(): SheetSpec {
    const length = Math.max(0, ...this.#lists.map(({ labels }) => labels.length));
    return {
      ...{ name: LISTS, isHidden: true },
      columns: [MARK, ...this.#lists.map(({ name }) => name)].map((header) => ({
        ...{ header, style: "code", width: 30 },
      })),
      rows: Array.from({ length }, (_, n) => ({
        cells: [undefined, ...this.#lists.map(({ labels }) => labels[n])],
      })),
    };
  }
}
