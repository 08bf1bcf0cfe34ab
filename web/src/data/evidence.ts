/** Asks for the list behind a figure, a page at a time. */
import type { Slice } from "#domain/counting/evidence.ts";
import type { EvidenceList } from "#domain/evidenceList.ts";
import { call } from "./call.ts";

/** @throws CallError when the figure cannot be listed or the person may not see it; TypeError without a connection */
export const loadEvidence = (indicatorId: string, slice: Slice, after?: string): Promise<EvidenceList> =>
  call("listEvidence", { indicatorId, slice, ...(after !== undefined && { after }) });
