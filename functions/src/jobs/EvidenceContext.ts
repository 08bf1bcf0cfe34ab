/** What the jobs that look after evidence are given. */
import type { Bucket } from "../store/editions.ts";
import type { JobContext } from "./JobContext.ts";

export interface EvidenceContext extends Pick<JobContext, "db" | "now"> {
  readonly bucket: Bucket;
}
