/** What differs between two versions of a document, as people tell it: by field, without what every version changes. */
import { canonicalJson } from "./canonicalJson.ts";

type Document = Readonly<Record<string, unknown>>;

/** Fields that say of a version what its entry says already, or that follow from others. */
const TOLD_BY_THE_ENTRY: readonly string[] = ["version", "updatedAt", "updatedBy", "submittedAt", "involved"];

/** Maps whose fields are told one by one. */
const MAPS: readonly string[] = ["details", "review", "derived"];

/** Of the review map: who decided and when is the entry's own, the reason too. */
const TOLD_OF_REVIEW: readonly string[] = [
  "review.submittedBy",
  "review.decidedBy",
  "review.decidedAt",
  "review.reason",
];

function flat(document: Document): Map<string, unknown> {
  const fields = Object.entries(document).flatMap(([key, value]): [string, unknown][] =>
    MAPS.includes(key) && typeof value === "object" && value !== null
      ? Object.entries(value).map(([name, inner]) => [`${key}.${name}`, inner])
      : [[key, value]],
  );
  return new Map(
    fields.filter(([path]) => !TOLD_BY_THE_ENTRY.includes(path) && !TOLD_OF_REVIEW.includes(path)),
  );
}

/** The values of the fields that `after` changes, as `before` has them; `null` where it has none. */
export function changesOf(before: Document, after: Document): Record<string, unknown> {
  const was = flat(before);
  const is = flat(after);
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => canonicalJson([was.get(path)]) !== canonicalJson([is.get(path)]))
    .sort();
  return Object.fromEntries(changed.map((path) => [path, was.get(path) ?? null]));
}

/** The value of a field, `details.status` or `title`, in a document. */
export const valueAt = (document: Document, path: string): unknown => flat(document).get(path);
