/** What of an indicator and its figure is shown: citizens and staff get different figures of this shape. */
import type { IndicatorFigure, Series } from "#domain/counting/figures.ts";
import type { PublicFigure, PublicIndicator } from "#domain/publicSummary.ts";

export type ShownIndicator = Omit<PublicIndicator, "figure" | "lineId">;

export type ShownSeries = Pick<Series, "value" | "before" | "byYear" | "byHalf" | "byMonth">;

export interface ShownFigure extends ShownSeries, Pick<IndicatorFigure, "records" | "observations"> {
  readonly byCurrency?: Readonly<Record<string, ShownSeries>>;
  readonly news: readonly PublicFigure["news"][number][];
}
