/** The units of an indicator's figure, in the reader's language. */
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { isMoney } from "./measures.ts";
import type { ShownIndicator } from "./ShownFigure.ts";

interface Measured {
  readonly type: ShownIndicator["type"];
  readonly of?: string;
  readonly unitEs?: string;
  readonly unitEn?: string;
}

const unit = ({ unitEs, unitEn }: Measured): string => (language() === "es" ? unitEs : unitEn) ?? "";

/** Of its amounts: money bears its own, and milestones have none. */
export const unitOf = (indicator: Measured): string => (isMoney(indicator) ? "" : unit(indicator));

/** Of the records behind it: those of money are what its unit says, projects for one. */
export const recordsUnitOf = (indicator: Measured): string =>
  isMoney(indicator) ? unit(indicator) : site("records");
