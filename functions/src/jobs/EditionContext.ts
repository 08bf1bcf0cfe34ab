/** What the jobs that make editions are given besides what every job is. */
import type { Bucket } from "../store/editions.ts";
import type { JobContext } from "./JobContext.ts";

export interface EditionContext extends Pick<JobContext, "db" | "now"> {
  readonly bucket: Bucket;
  /** Puts an edition on the queue; twice does no harm. */
  readonly enqueue: (editionId: string) => Promise<void>;
  /** An id that no other run has. */
  readonly newId: () => string;
}
