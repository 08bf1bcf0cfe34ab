/** What work in the background is given besides the rest: how to count, and how to be called again. */
import type { FoldContext } from "./foldAndPublish.ts";
import type { RollUps } from "./groupCommit.ts";

export interface OperationContext extends FoldContext {
  readonly rollUps: RollUps;
  /** Puts an operation on the queue of work. */
  readonly enqueue: (operationId: string) => Promise<void>;
}
