/** What the jobs that write letters are given besides the rest. */
import type { JobContext } from "./JobContext.ts";

export interface MailContext extends JobContext {
  /** Where the app is, unless the Office says otherwise: scheme and host, without a slash at the end. */
  readonly appUrl: string;
}
