/** What the jobs that make editions are given besides the rest. */
import type { Bucket } from "../../store/editions.ts";
import type { MailContext } from "../MailContext.ts";

export interface EditionContext extends MailContext {
  readonly bucket: Bucket;
  /** Puts an edition on the queue; twice does no harm. */
  readonly enqueue: (editionId: string) => Promise<void>;
  /** An id that no other run has. */
  readonly newId: () => string;
}
