/** The open data that citizens' pages show: answers of our own address, which the CDN keeps. */
import type { PublishedEditions } from "#domain/editions/publishedEditions.ts";
import type { EvidenceList } from "#domain/evidenceList.ts";
import type { PublicSummary } from "#domain/publicSummary.ts";

/** What was asked for, that there is no such thing, that it is not published yet, or that nothing came. */
export type Fetched<T> = { readonly value: T } | "none" | "not-yet" | "unavailable";

async function get<T>(address: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    if (response.status === 503) return "not-yet";
    if (response.status === 400 || response.status === 404) return "none";
    return response.ok ? { value: await response.json() } : "unavailable";
  } catch {
    return "unavailable";
  }
}

/** The published figures; not yet there until the system has published once. */
export const loadSummary = (): Promise<Fetched<PublicSummary>> => get("/api/summary");

/** The reports that are published. */
export const loadPublished = (): Promise<Fetched<PublishedEditions>> => get("/api/reports");

/** A page of the records behind a figure at a time: `strategy`, `before`, a year, a half-year or a month. */
export function loadRecords(
  indicatorId: string,
  time: string,
  after?: string,
): Promise<Fetched<EvidenceList>> {
  const query = new URLSearchParams({ time, ...(after !== undefined && { after }) });
  return get(`/api/evidence/${encodeURIComponent(indicatorId)}?${query}`);
}
