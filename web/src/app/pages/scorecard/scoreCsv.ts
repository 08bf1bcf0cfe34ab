/** The scorecard as a spreadsheet in text form: one line for each entity and half-year that is shown. */
import type { CatalogueItem } from "#domain/catalogue.ts";
import { BYTE_ORDER_MARK, csvLine } from "#domain/csvLine.ts";
import { nameOf } from "../../../i18n/language.ts";
import { told as ofReports } from "../halfYear/texts.ts";
import type { ScoreRow } from "./scorecardRows.ts";
import { told } from "./texts.ts";

export function scoreCsv(rows: readonly ScoreRow[], sectors: readonly CatalogueItem[]): string {
  const sectorName = (id: string | undefined) => {
    const sector = sectors.find((one) => one.id === id);
    return sector ? nameOf(sector) : "";
  };
  const head = [
    ...[told("columnEntity"), told("sector"), told("columnPeriod"), told("csvOwes"), told("columnDue")],
    ...[told("csvExtension"), told("status"), told("csvSentOn"), told("csvDecidedOn")],
  ];
  const lines = rows.flatMap(({ entity, cells }) =>
    cells.map(({ periodId, owes, dueOn, isExtended, status, standing }) => [
      ...[nameOf(entity), sectorName(entity.parentId), periodId, told(owes ? "yes" : "no"), dueOn],
      ...[told(isExtended ? "yes" : "no"), ofReports(`status_${status}`)],
      ...[standing?.submittedOn ?? "", standing?.decidedOn ?? ""],
    ]),
  );
  return BYTE_ORDER_MARK + [head, ...lines].map((cells) => csvLine(cells)).join("");
}
