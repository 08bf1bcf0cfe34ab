/** JSON in one spelling: databases return the keys of maps in an order of their own. */

/** Keys are sorted at every depth, lists keep their order, and what is `undefined` is left out. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
