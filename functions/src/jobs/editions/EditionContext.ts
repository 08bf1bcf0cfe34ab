/** What the jobs that make editions are given besides what every job is. */
import type { Bucket } from "../../store/editions.ts";
import type { JobContext } from "../JobContext.ts";

export interface EditionContext extends Pick<JobContext, "db" | "now" | "catalogues"> {
  readonly bucket: Bucket;
  /** Puts an edition on the queue; twice does no harm. */
  readonly enqueue: (editionId: string) => Promise<void>;
  /** Where the app is: scheme and host, without a slash at the end. */
  readonly appUrl: string;
  /** An id that no other run has. */
  readonly newId: () => string;
}
