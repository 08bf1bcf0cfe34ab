/** A document as plain data: what a page shows, in order, whatever it is rendered to. */

/** One cell of a table. */
export type Cell = string;

export interface Column {
  readonly title: string;
  /** Figures stand at the right, so that their digits line up. */
  readonly align: "left" | "right";
  /** Share of the width, relative to the other columns. */
  readonly weight: number;
}

/** A bar of a chart with what is written beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** A number that stands out, with the words that say what it is. */
export interface KeyFigure {
  readonly text: string;
  readonly label: string;
}

export type Block =
  | {
      readonly type: "cover";
      readonly title: string;
      readonly subtitle: string;
      readonly lines: readonly string[];
    }
  /** Where the table of contents stands; its entries are the headings of levels 1 and 2. */
  | { readonly type: "contents"; readonly title: string }
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  /** Small print: a rule, a source, a definition. */
  | { readonly type: "note"; readonly text: string }
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
  /** Rows may stream: they are read once, in order. */
  | {
      readonly type: "table";
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: Iterable<readonly Cell[]>;
    }
  | { readonly type: "pageBreak" };

/** What is said of the document as a whole: metadata, running heads, marks on each page. */
export interface DocumentInfo {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: "es" | "en";
  /** At the head of each page but the cover. */
  readonly runningHead: string;
  /** A warning on every page, for documents that must not be taken for real ones. */
  readonly mark?: string;
  /** The day that stands as its date of creation, so that the same data make the same bytes. */
  readonly datedOn: string;
}
