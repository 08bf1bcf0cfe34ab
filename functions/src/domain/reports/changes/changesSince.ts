/** Compares an edition with the one before it, record by record and figure by figure. */
import type { ListedRecords, ReportHead } from "../ReportKind.ts";
import type { Changes, FigureChange, ReportFigure } from "./changes.ts";
import { recordChanges } from "./recordChanges.ts";

/** What an edition says: its days and its count, its figures, and the records that it lists. */
export interface Said {
  readonly head: Pick<ReportHead, "cutOffOn" | "consultedOn" | "approvedRecords">;
  readonly figures: readonly ReportFigure[];
  readonly listed: ListedRecords;
}

function figureChange(was: ReportFigure | undefined, is: ReportFigure | undefined): FigureChange[] {
  const told = is ?? was;
  if (!told || was?.figure === is?.figure) return [];
  const { indicatorId, name, span, currency } = told;
  return [
    {
      ...{ indicatorId, name },
      ...(span && { span }),
      ...(currency && { currency }),
      ...(was && { before: was.figure }),
      ...(is && { after: is.figure }),
      ...(was?.stateName && { beforeName: was.stateName }),
      ...(is?.stateName && { afterName: is.stateName }),
    },
  ];
}

/** In the order of the later edition's figures, then what it no longer has. */
function figureChanges(previous: readonly ReportFigure[], current: readonly ReportFigure[]): FigureChange[] {
  const byKey = (figures: readonly ReportFigure[]) => new Map(figures.map((figure) => [figure.key, figure]));
  const [before, after] = [byKey(previous), byKey(current)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) =>
    figureChange(before.get(key), after.get(key)),
  );
}

/** What `current` says against an edition before it. */
export async function changesSince(previous: Said & { editionId: string }, current: Said): Promise<Changes> {
  const records = { added: 0, changed: 0, gone: 0 };
  for await (const { change } of recordChanges(previous.listed, current.listed)) records[change] += 1;
  const { cutOffOn, consultedOn, approvedRecords } = previous.head;
  return {
    ...{ editionId: previous.editionId, cutOffOn, consultedOn },
    figures: figureChanges(previous.figures, current.figures),
    approvedRecords: { before: approvedRecords, after: current.head.approvedRecords },
    records,
  };
}
