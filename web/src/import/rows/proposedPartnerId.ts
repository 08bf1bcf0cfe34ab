/** The id of a partner that a spreadsheet proposes: the same for the same name, so that it is proposed once. */
import { normal } from "../words.ts";

/** FNV-1a over 64 bits, in base 36. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(36);
}

export const proposedPartnerId = (entityId: string, name: string): string =>
  `sheet-${hashOf(`${entityId}|${normal(name)}`)}`;
