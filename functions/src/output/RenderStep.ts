/** How far a renderer has come. */
export interface RenderStep {
  /** Blocks that are done. */
  readonly blocks: number;
  /** Rows of tables that were written, of the block that is under way too. */
  readonly rows: number;
}

export type OnStep = (step: RenderStep) => void | Promise<void>;

/** Rows between two steps that a long table tells of. */
export const ROWS_PER_STEP = 500;
