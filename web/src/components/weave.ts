/** A sentence of the translator with elements, links above all, in some of its places. */
import type { ComponentChildren } from "preact";

/**
 * `weave(site("before", { value: "{value}" }), { value: <a … /> })`: the places that are filled with their own names
 * take the elements.
 */
export const weave = (
  text: string,
  parts: Readonly<Record<string, ComponentChildren>>,
): ComponentChildren[] =>
  text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 1 ? parts[piece] : piece));
