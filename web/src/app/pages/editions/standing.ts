/** Where an edition stands, in one word. */
import { type Edition, isForCitizens } from "#domain/edition.ts";

export const STANDINGS = [
  ...["queued", "composing", "rendering", "ready", "complete"],
  ...["signed", "published", "unchanged", "cancelled", "failed"],
] as [
  ...["queued", "composing", "rendering", "ready", "complete"],
  ...["signed", "published", "unchanged", "cancelled", "failed"],
];
export type StandingId = (typeof STANDINGS)[number];

/** Of an edition that is made, what is still to be done with it; a half-year report is complete. */
export function standingOf(
  edition: Pick<Edition, "kind" | "state" | "signature" | "publishedAt">,
): StandingId {
  if (edition.state !== "ready") return edition.state;
  if (edition.publishedAt) return "published";
  if (!isForCitizens(edition)) return "complete";
  return edition.signature ? "signed" : "ready";
}
