/** The address of the records behind a public figure; it can be sent to anyone. */
import type { Slice } from "#domain/counting/evidence.ts";

export interface AskedRecords {
  readonly indicatorId: string;
  /** `strategy`, `before`, a year, a half-year or a month. */
  readonly time: Slice["time"];
}

export const recordsAddress = (indicatorId: string, { time }: Pick<Slice, "time">): string =>
  `/registros?${new URLSearchParams({ indicador: indicatorId, ...(time !== "strategy" && { corte: time }) })}`;

/** The inverse. */
export function askedRecords(search: string): AskedRecords {
  const query = new URLSearchParams(search);
  return { indicatorId: query.get("indicador") ?? "", time: query.get("corte") || "strategy" };
}
