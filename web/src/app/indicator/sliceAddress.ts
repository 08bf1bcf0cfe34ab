/** The addresses of an indicator's pages; that of a list says which figure it is behind, so that it can be sent. */
import type { Slice } from "#domain/counting/evidence.ts";
import { sliceSchema } from "#domain/evidenceList.ts";

export const indicatorAddress = (indicatorId: string): string => `/app/indicadores/${indicatorId}`;

export function listAddress(indicatorId: string, { standing, time, of }: Slice): string {
  const query = new URLSearchParams({ standing, time, ...of });
  return `${indicatorAddress(indicatorId)}/registros?${query}`;
}

/** The inverse: `undefined` for what names no figure. An address without query is that of the official total. */
export function sliceOf(query: URLSearchParams): Slice | undefined {
  const dimension = query.get("dimension");
  const parsed = sliceSchema.safeParse({
    standing: query.get("standing") ?? "approved",
    time: query.get("time") ?? "strategy",
    ...(dimension !== null && { of: { dimension, value: query.get("value") } }),
  });
  return parsed.success ? parsed.data : undefined;
}
