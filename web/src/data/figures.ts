/** The figures that a person may read: a constant number of documents, whatever the number of records. */
import type { IndicatorFigure } from "#domain/counting/figures.ts";
import { type FiguresDocument, figuresDocumentSchema } from "#domain/figuresDocument.ts";
import type { Actor } from "#domain/record/states.ts";
import { readOne } from "./read.ts";

export interface Figures {
  /** The city's, of all records for those who oversee, else of public ones; absent before the first fold. */
  readonly city?: FiguresDocument;
  /** Of a focal point's own entities, restricted records included. */
  readonly own: readonly { readonly entityId: string; readonly document: FiguresDocument }[];
}

const read = async (path: string): Promise<FiguresDocument | undefined> =>
  (await readOne(path, figuresDocumentSchema))?.data;

/** Whether the person's figures of the city count restricted records too. */
export const overseesFigures = ({ roles }: Actor): boolean =>
  roles.includes("office") || roles.includes("admin");

/** Of one entity, by whoever may read them. */
export const loadEntityFigures = (entityId: string): Promise<FiguresDocument | undefined> =>
  read(`entities/${entityId}/figures/current`);

/** One document for those who oversee and for viewers, one more for each entity of a focal point. */
export async function loadFigures(actor: Actor): Promise<Figures> {
  const oversees = overseesFigures(actor);
  const ids = !oversees && actor.roles.includes("focal") ? actor.entityIds : [];
  const [city, ...documents] = await Promise.all([
    read(oversees ? "figures/internal" : "figures/open"),
    ...ids.map(loadEntityFigures),
  ]);
  return {
    ...(city && { city }),
    own: ids.flatMap((entityId, index) => {
      const document = documents[index];
      return document ? [{ entityId, document }] : [];
    }),
  };
}

export const figureIn = (document: FiguresDocument, indicatorId: string): IndicatorFigure | undefined =>
  document.figures.find((figure) => figure.indicatorId === indicatorId);
