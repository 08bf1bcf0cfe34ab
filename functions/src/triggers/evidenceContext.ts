/** What the jobs that look after evidence are given in the cloud. */
import { getStorage } from "firebase-admin/storage";
import type { EvidenceContext } from "../jobs/EvidenceContext.ts";
import { app } from "../store/firebase.ts";
import { cloudContext } from "./context.ts";

export function evidenceContext(): EvidenceContext {
  const { db, now } = cloudContext();
  return { db, now, bucket: getStorage(app()).bucket() };
}
