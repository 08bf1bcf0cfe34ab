/** Hands the reader what a list shows as a file that Excel opens right, in Spanish too. Loaded when it is asked for. */
import { bogotaDay, isDay } from "#domain/calendar.ts";
import { BYTE_ORDER_MARK, csvLine } from "#domain/csvLine.ts";
import { formatDay } from "#domain/format.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../../data/read.ts";
import { itemOf, type Reference } from "../../data/reference.ts";
import { saveFile } from "../../data/saveFile.ts";
import { countryOptions } from "../../forms/countries.ts";
import { KIND_FORMS } from "../../forms/kindForms.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf, say } from "../../i18n/language.ts";
import type { CellStyle, SheetSpec } from "../../import/write/SheetSpec.ts";
import { writeXlsx } from "../../import/write/writeXlsx.ts";
import type { Mirror } from "../../local/Mirror.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";
import { listText } from "./texts.ts";

interface Column {
  readonly head: string;
  readonly style: CellStyle;
  readonly width: number;
  readonly cell: (record: DraftRecord) => string;
}

function columnsOf(reference: Reference): Column[] {
  const { catalogues, partners } = reference;
  const partnerNames = new Map(partners.map(({ id, data }) => [id, data.name]));
  const countryNames = new Map(countryOptions(language()).map(({ id, label }) => [id, label]));
  const named = (items: typeof catalogues.entities, id: string | undefined) => {
    const item = id === undefined ? undefined : itemOf(items, id);
    return item ? nameOf(item) : (id ?? "");
  };
  const listed = (ids: readonly string[] | undefined, names: ReadonlyMap<string, string>) =>
    (ids ?? []).map((id) => names.get(id) ?? id).join("; ");
  const column = (head: string, width: number, cell: Column["cell"], style: CellStyle = "plain") => ({
    ...{ head, width, cell, style },
  });
  return [
    column(listText("headTitle"), 50, ({ title }) => title ?? "", "long"),
    column(listText("headKind"), 24, ({ kind }) => say(KIND_FORMS[kind].name)),
    column(listText("headState"), 12, ({ state }) => app(`state_${state}`)),
    column(listText("headEntity"), 36, ({ entityId }) => named(catalogues.entities, entityId)),
    column(listText("headDay"), 12, ({ happenedOn }) => happenedOn ?? "", "day"),
    column(listText("headPartners"), 36, ({ partnerIds }) => listed(partnerIds, partnerNames), "long"),
    column(listText("headCountries"), 20, ({ countries }) => listed(countries, countryNames)),
    column(listText("headSummary"), 60, ({ summary }) => summary ?? "", "long"),
    column(listText("headLine"), 30, ({ lineId }) => named(catalogues.lines, lineId)),
    column(listText("headDisclosure"), 12, ({ disclosure }) =>
      disclosure ? listText(`disclosure_${disclosure}`) : "",
    ),
    column(listText("headUpdated"), 12, ({ updatedAt }) => bogotaDay(updatedAt), "day"),
  ];
}

/** Semicolons, and days as es-CO writes them, which is how Excel in Spanish reads them. */
const csvOf = (records: readonly DraftRecord[], columns: readonly Column[]): Blob => {
  const lines = records.map((record) =>
    csvLine(
      columns.map(({ cell, style }) => {
        const text = cell(record);
        return style === "day" && isDay(text) ? formatDay(text, language()) : text;
      }),
    ),
  );
  return new Blob([BYTE_ORDER_MARK, csvLine(columns.map(({ head }) => head)), ...lines], {
    type: "text/csv;charset=utf-8",
  });
};

const sheetOf = (records: readonly DraftRecord[], columns: readonly Column[]): SheetSpec => ({
  name: listText("sheetName"),
  columns: columns.map(({ head, style, width }) => ({ header: head, style, width })),
  rows: records.map((record) => ({
    cells: columns.map(({ cell, style }) => {
      const text = cell(record);
      if (text === "") return undefined;
      return style === "day" && isDay(text) ? { day: text } : text;
    }),
  })),
});

export async function exportRecords(
  rows: readonly MirrorRow[],
  mirror: Mirror,
  reference: Reference,
  as: "csv" | "xlsx",
): Promise<void> {
  const found = await Promise.all(rows.map(({ path }) => mirror.record(path)));
  const records = found.filter((record): record is Stored<DraftRecord> => record !== undefined);
  const columns = columnsOf(reference);
  const data = records.map((record) => record.data);
  const file = as === "csv" ? csvOf(data, columns) : await writeXlsx([sheetOf(data, columns)]);
  saveFile(
    file instanceof Blob ? file : new Blob([file]),
    `${listText("fileName")}-${bogotaDay(new Date())}.${as}`,
  );
}
