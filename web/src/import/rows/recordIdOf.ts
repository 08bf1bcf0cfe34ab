/** The id of a record that comes from a row: the same row of the same entity always has the same. */

/** Hexadecimal digits of the digest that an id bears: enough that no two rows ever meet. */
const DIGITS = 40;

/** @param key - what the row is known by; see `ReadRow.key` */
export async function recordIdOf(entityId: string, key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${entityId}\n${key}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `sheet-${hex.slice(0, DIGITS)}`;
}
