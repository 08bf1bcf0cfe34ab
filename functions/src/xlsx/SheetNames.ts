/** Names of sheets: what Excel takes, and no two alike. */

const LONGEST = 31;
const NOT_TAKEN = /[[\]:*?/\\\p{Cc}]/gu;

export class SheetNames {
  readonly #taken = new Set<string>(["history"]);

  /** A name as near to the wanted one as can be. */
  nameFor(wanted: string): string {
    const plain = wanted.normalize("NFC").replace(NOT_TAKEN, " ").replace(/\s+/g, " ");
    const base = plain.replace(/^[\s']+|[\s']+$/g, "") || "1";
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? "" : ` (${count})`;
      const name = `${cut(base, LONGEST - end.length)}${end}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** The text with at most so many UTF-16 units, cut between words where one ends near, and within no character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const space = short.lastIndexOf(" ");
  return (space > most / 2 ? short.slice(0, space) : short).replace(/[\s']+$/, "");
}
