/** Finds what a person means by a few letters, accents and case forgiven. */

/** Lower case, without accents: `Ó` is `o`. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

/** Something to choose, by its label and other words that it goes by. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly alias?: string;
}

/** The options that hold each of the words typed, those that begin with them first. */
export function matching(options: readonly Option[], typed: string, most: number): Option[] {
  const wanted = plain(typed).trim();
  const words = wanted.split(/\s+/).filter((word) => word !== "");
  const found = options.filter(({ label, alias = "" }) => {
    const all = plain(`${label} ${alias}`);
    return words.every((word) => all.includes(word));
  });
  const begins = ({ label, alias = "" }: Option) =>
    plain(label).startsWith(wanted) || plain(alias).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(0, most);
}
