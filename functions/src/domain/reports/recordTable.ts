/** The table of the records that a report lists; its rows stream. */
import type { Block, Row } from "../annualReport/block.ts";
import { inBoth } from "./bilingual.ts";
import { KIND_NAMES } from "./kindNames.ts";
import type { ListedRecord } from "./listedRecord.ts";
import type { Names } from "./names.ts";
import type { ListedRecords } from "./ReportKind.ts";
import { left, NONE, right, type Writing } from "./Writing.ts";

const TEXTS = inBoth(
  {
    columns: ["Fecha", "Registro", "Tipo", "Entidad", "Con"],
    evidence: "Soportes",
  },
  {
    columns: ["Date", "Record, as written", "Kind", "Entity", "With"],
    evidence: "Evidence files",
  },
);

/** Partners, or the countries where no partner is named. */
function withWhom({ partners, countries }: ListedRecord, names: Names, w: Writing): string {
  const named = partners.length > 0 ? partners : countries.map((code) => w.name(names.countries, code));
  return named.join("; ") || NONE;
}

async function* rowsOf(
  listed: ListedRecords,
  names: Names,
  w: Writing,
  hasEvidence: boolean,
): AsyncIterable<Row> {
  const kinds = KIND_NAMES[w.language];
  for await (const record of listed())
    yield [
      w.day(record.on),
      record.title,
      kinds[record.kind],
      w.short(names.entities, record.entityId),
      withWhom(record, names, w),
      ...(hasEvidence ? [w.figure(record.evidenceCount ?? 0)] : []),
    ];
}

export function* recordTable(
  title: string,
  listed: ListedRecords,
  names: Names,
  w: Writing,
  { hasEvidence = false } = {},
): Iterable<Block> {
  const t = TEXTS[w.language];
  const [date = "", record = "", kind = "", entity = "", partners = ""] = t.columns;
  yield {
    type: "table",
    title,
    columns: [
      left(date, 14),
      left(record, hasEvidence ? 33 : 41),
      left(kind, 16),
      left(entity, 12),
      left(partners, 18),
      ...(hasEvidence ? [right(t.evidence, 10)] : []),
    ],
    rows: rowsOf(listed, names, w, hasEvidence),
    isList: true,
  };
}
