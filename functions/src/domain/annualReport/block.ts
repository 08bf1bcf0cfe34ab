/** A document as plain data: what a page shows, in order, whatever it is rendered to. */
import type { Language } from "../format.ts";

/**
 * A number with the words that print it, in the units of the words: 22.9 for `22,9 %`, 1250000.5 for
 * `US$ 1.250.000,50`. A spreadsheet holds the number; paper aligns the words on the decimal.
 */
export interface FigureCell {
  readonly text: string;
  readonly value: number;
}

/** Words that lead somewhere: an `https://` address, or `#id` of a heading or a table in the document. */
export interface LinkCell {
  readonly text: string;
  readonly to: string;
}

/** One cell of a table. */
export type Cell = string | FigureCell | LinkCell;

export interface Column {
  readonly title: string;
  /** Figures stand at the right, so that their digits line up. */
  readonly align: "left" | "right";
  /** Share of the width, relative to the other columns. */
  readonly weight: number;
}

export type Row = readonly Cell[];

/** Rows may stream: they are read once, in order. */
export type Rows = Iterable<Row> | AsyncIterable<Row>;

/** A bar of a chart with what is written beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** A period of a chart: what it reached, or nothing where it is still to come, and what was asked of it. */
export interface ChartPeriod {
  readonly label: string;
  /** Stands once under all periods next to one another that share it: the year of two half-years. */
  readonly group?: string;
  readonly reached?: { readonly value: number; readonly text: string };
  readonly target?: { readonly value: number; readonly text: string };
}

/** A number that stands out, with the words that say what it is. */
export interface KeyFigure {
  readonly text: string;
  readonly label: string;
}

/** What a country stands for on a map. */
export interface CountryValue {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly value: number;
  readonly text: string;
}

export type Block =
  | {
      readonly type: "cover";
      readonly title: string;
      readonly subtitle: string;
      readonly lines: readonly string[];
      /** Names of logos that stand on the cover; until there are pictures of them, each has a frame to put it in. */
      readonly logos?: readonly string[];
    }
  /** Where the table of contents stands; its entries are the headings of levels 1 and 2, and letters. */
  | { readonly type: "contents"; readonly title: string }
  /** A letter on a page of its own. While it is a placeholder it is framed, so that nobody takes it for the letter. */
  | {
      readonly type: "letter";
      readonly title: string;
      readonly paragraphs: readonly string[];
      /** Name, post and place of who signs, a line each. */
      readonly signature: readonly string[];
      readonly isPlaceholder: boolean;
    }
  /** `id` is what links in the document lead to; it is unique. */
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly (string | LinkCell)[] }
  /** Small print: a rule, a source, a definition. */
  | { readonly type: "note"; readonly text: string }
  /** What a reader must not overlook, in a frame of its own. */
  | { readonly type: "callout"; readonly title: string; readonly items: readonly string[] }
  | { readonly type: "keyFigures"; readonly figures: readonly KeyFigure[] }
  /** How far a figure has come towards its target; the bar ends at the target. */
  | { readonly type: "progress"; readonly value: number; readonly target: number; readonly text: string }
  /** Bars from zero. The title says what they show; `alt` is the same for whoever hears the page. */
  | {
      readonly type: "barChart";
      readonly direction: "across" | "up";
      readonly title: string;
      readonly alt: string;
      readonly bars: readonly Bar[];
    }
  /** Columns from zero, one a period, each with its target where it has one: the growth that the web page draws. */
  | {
      readonly type: "periodChart";
      readonly title: string;
      readonly alt: string;
      readonly periods: readonly ChartPeriod[];
      /** `Meta: 50`, written once over the last period that has a target. */
      readonly targetText?: string;
    }
  /** The world with the countries that have a value; a table block with the same values follows it. */
  | {
      readonly type: "map";
      readonly title: string;
      readonly alt: string;
      readonly values: readonly CountryValue[];
    }
  | {
      readonly type: "table";
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: Rows;
      readonly id?: string;
      /** A name for its sheet in a spreadsheet, at most 31 characters; else it is made from the title. */
      readonly sheet?: string;
      /** The first cell names its row, as most do: whoever hears the page hears it with each figure. */
      readonly hasRowHeads?: boolean;
      /** A long list of things rather than figures of the report: it is not among the figures that a file carries. */
      readonly isList?: boolean;
    }
  | { readonly type: "pageBreak" };

export type BlockOf<T extends Block["type"]> = Extract<Block, { type: T }>;

/** A document's blocks, read once, in order. */
export type Blocks = Iterable<Block> | AsyncIterable<Block>;

/** What a cell says in words. */
export const cellText = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** What is said of the document as a whole: metadata, running heads, marks on each page. */
export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: Language;
  /** At the head of each page but the cover. */
  readonly runningHead: string;
  /** A warning on every page, for documents that must not be taken for real ones. */
  readonly mark?: string;
  /** The day that stands as its date of creation, so that the same data make the same bytes. */
  readonly datedOn: string;
  /** Where the figures come from, a line each: a spreadsheet has them on its first sheet. */
  readonly sources?: readonly string[];
}
