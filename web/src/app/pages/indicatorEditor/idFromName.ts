/** An id made of a name: kebab-case ASCII, and nobody else's. */
import { folded } from "#domain/similarity/folded.ts";

/** Ids stand in the keys of tallies: long ones would cost. */
const MOST = 48;

/** `Reuniones con ciudades` is `reuniones-con-ciudades`, or `reuniones-con-ciudades-2` where that is taken. */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const whole = folded(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const cut =
    whole.length > MOST
      ? whole
          .slice(0, MOST + 1)
          .replace(/-[^-]*$/, "")
          .slice(0, MOST)
      : whole;
  const base = cut === "" ? "indicador" : cut;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
