/** The Office's reasons for returning records. */
import { type ReturnReason, type ReturnReasons, returnReasonsSchema } from "#domain/returnReasons.ts";
import { call } from "./call.ts";
import { readOne } from "./read.ts";

/** Those of an installation that has none yet are an empty list, its version 0. */
export async function loadReturnReasons(): Promise<Pick<ReturnReasons, "reasons" | "version">> {
  const stored = await readOne("config/returnReasons", returnReasonsSchema);
  return stored?.data ?? { reasons: [], version: 0 };
}

/** @throws CallError when the server refuses; TypeError when it cannot be reached */
export const saveReturnReasons = (request: {
  readonly requestId: string;
  readonly version: number;
  readonly reasons: readonly ReturnReason[];
}): Promise<{ version: number }> => call("saveReturnReasons", request);
