/** The figures that an edition has, by the result that each is of; beside them what the edition before had. */
import type { Edition } from "#domain/edition.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { type FigureRow, figureRowsOf, figureWords } from "./figureRows.ts";
import { text } from "./texts.ts";

interface Props {
  readonly edition: Edition;
  readonly previous: Edition | undefined;
}

export function EditionFigures({ edition, previous }: Props) {
  const { reference } = useApp();
  const rows = figureRowsOf(edition.figures ?? {}, reference.indicators, previous?.figures);
  if (rows.length === 0) return null;
  const columns = [
    { head: text("columnIndicator"), rowHead: true, cell: ({ indicator }: FigureRow) => nameOf(indicator) },
    ...(previous
      ? [
          {
            head: text("columnBefore", { number: previous.number }),
            numeric: true,
            cell: (row: FigureRow) => figureWords(row, row.before),
          },
        ]
      : []),
    {
      head: text("columnFigure"),
      numeric: true,
      cell: (row: FigureRow) => <Changed row={row} isCompared={previous !== undefined} />,
    },
  ];
  return (
    <section>
      <h2>{text("figuresTitle")}</h2>
      <p class="note">{text("figuresHelp")}</p>
      <DataTable
        caption={text("figuresTitle")}
        compact
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </section>
  );
}

/** What has changed is said in a word, and not by weight alone. */
function Changed({ row, isCompared }: { row: FigureRow; isCompared: boolean }) {
  const words = figureWords(row, row.value);
  if (!isCompared || row.value === row.before) return <>{words}</>;
  return (
    <>
      <strong>{words}</strong> <span class="edition-changed">{text("changed")}</span>
    </>
  );
}
