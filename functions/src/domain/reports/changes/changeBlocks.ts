/** What this edition says against the one before it: figure by figure and record by record. */
import type { Block, Cell, Row } from "../../annualReport/block.ts";
import { SHARED, tableOr } from "../../annualReport/wording.ts";
import { inBoth } from "../bilingual.ts";
import { KIND_NAMES } from "../kindNames.ts";
import type { Names } from "../names.ts";
import type { Lists } from "../ReportKind.ts";
import { capital, left, NONE, right, type Writing } from "../Writing.ts";
import type { Changes, FigureChange } from "./changes.ts";
import { type RecordChange, recordChanges } from "./recordChanges.ts";

const TEXTS = inBoth(
  {
    preview: "Aquí dirá la edición, cuando se genere, qué cambió desde la anterior.",
    first: "Esta es la primera edición de este informe.",
    compared: (cutOff: string, consulted: string) =>
      `Se compara con la edición anterior, con fecha de corte ${cutOff}, que se hizo el ${consulted}.`,
    counts: (before: string, after: string, added: string, changed: string, gone: string) =>
      `Los registros públicos aprobados eran ${before} y son ${after}. Entre las dos ediciones entraron ${added}, cambiaron ${changed} y salieron ${gone}.`,
    noFigures: "Ninguna cifra cambió.",
    figures: "Cifras que cambiaron",
    figureColumns: ["Resultado", "Antes", "Ahora", "Diferencia"],
    noRecords: "Ningún registro entró, cambió ni salió.",
    records: "Registros que entraron, cambiaron o salieron",
    recordColumns: ["Qué pasó", "Fecha", "Registro", "Tipo", "Entidad"],
    changes: { added: "Entró", changed: "Cambió", gone: "Salió" },
    noInformation: "Sin información",
  },
  {
    preview: "Here the edition will say, once it is made, what changed since the one before it.",
    first: "This is the first edition of this report.",
    compared: (cutOff: string, consulted: string) =>
      `It is compared with the previous edition, with its cut-off on ${cutOff}, made on ${consulted}.`,
    counts: (before: string, after: string, added: string, changed: string, gone: string) =>
      `The approved public records were ${before} and are ${after}. Between both editions ${added} came, ${changed} changed and ${gone} went.`,
    noFigures: "No figure changed.",
    figures: "Figures that changed",
    figureColumns: ["Result", "Before", "Now", "Difference"],
    noRecords: "No record came, changed or went.",
    records: "Records that came, changed or went",
    recordColumns: ["What happened", "Date", "Record, as written", "Kind", "Entity"],
    changes: { added: "Came", changed: "Changed", gone: "Went" },
    noInformation: "No information",
  },
);

function figureCell(figure: number | string | undefined, change: FigureChange, w: Writing): Cell {
  if (figure === undefined) return NONE;
  if (typeof figure === "string") return TEXTS[w.language].noInformation;
  return change.currency ? w.amount(figure, change.currency) : { text: w.quoted(figure), value: figure };
}

function figureRow(change: FigureChange, w: Writing): Row {
  const { name, currency, span, before, after, beforeName, afterName } = change;
  const labels = [
    ...(currency ? [SHARED[w.language].currencies[currency]] : []),
    ...(span ? [w.pick(span)] : []),
  ];
  const difference =
    typeof before === "number" && typeof after === "number" ? figureCell(after - before, change, w) : NONE;
  return [
    [w.pick(name), ...(labels.length > 0 ? [capital(labels.join(", "))] : [])].join("\n"),
    beforeName ? w.pick(beforeName) : figureCell(before, change, w),
    afterName ? w.pick(afterName) : figureCell(after, change, w),
    difference,
  ];
}

async function* recordRows(
  lists: Required<Pick<Lists, "listed" | "previouslyListed">>,
  names: Names,
  w: Writing,
): AsyncIterable<Row> {
  const t = TEXTS[w.language];
  for await (const { change, record } of recordChanges(lists.previouslyListed, lists.listed))
    yield [
      t.changes[change satisfies RecordChange],
      w.day(record.on),
      record.title,
      KIND_NAMES[w.language][record.kind],
      w.short(names.entities, record.entityId),
    ];
}

/** What stands under the heading; a first edition says that it is one, and a preview that there is none yet. */
export function* changeBlocks(
  { changes, names }: { readonly changes?: Changes | undefined; readonly names: Names },
  lists: Lists,
  w: Writing,
): Iterable<Block> {
  const t = TEXTS[w.language];
  if (!changes) {
    yield { type: "paragraph", text: lists.isPreview ? t.preview : t.first };
    return;
  }
  const { approvedRecords, records } = changes;
  yield { type: "paragraph", text: t.compared(w.longDay(changes.cutOffOn), w.longDay(changes.consultedOn)) };
  yield {
    type: "paragraph",
    text: t.counts(
      w.number(approvedRecords.before),
      w.number(approvedRecords.after),
      w.number(records.added),
      w.number(records.changed),
      w.number(records.gone),
    ),
  };
  const [result = "", before = "", now = "", difference = ""] = t.figureColumns;
  yield tableOr(
    t.noFigures,
    t.figures,
    [left(result, 46), right(before, 18), right(now, 18), right(difference, 18)],
    changes.figures.map((change) => figureRow(change, w)),
    { hasRowHeads: true },
  );
  const { previouslyListed } = lists;
  if (records.added + records.changed + records.gone === 0 || !previouslyListed) {
    yield { type: "paragraph", text: t.noRecords };
    return;
  }
  const [what = "", date = "", record = "", kind = "", entity = ""] = t.recordColumns;
  yield {
    type: "table",
    title: t.records,
    columns: [left(what, 14), left(date, 13), left(record, 43), left(kind, 15), left(entity, 15)],
    rows: recordRows({ listed: lists.listed, previouslyListed }, names, w),
    isList: true,
  };
}
