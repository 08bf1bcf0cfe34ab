/** What a person does with evidence beyond uploading it, and what the system does by itself every night. */
import { logger } from "firebase-functions/v2";
import { onSchedule } from "firebase-functions/v2/scheduler";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { finishUpload as finish } from "../jobs/finishUpload.ts";
import { removeEvidence as remove } from "../jobs/removeEvidence.ts";
import { sweepEvidence } from "../jobs/sweepEvidence.ts";
import { callable } from "./callable.ts";
import { evidenceContext } from "./evidenceContext.ts";
import { region } from "./region.ts";

/** Its own id names the request: however often it is sent, the file ends the same. */
const address = z.strictObject({ entityId: idSchema, recordId: idSchema, evidenceId: idSchema });

export const finishUpload = callable(address, (_context, actor, request) =>
  finish(evidenceContext(), actor, request),
);

export const removeEvidence = callable(address, (_context, actor, request) =>
  remove(evidenceContext(), actor, request),
);

/** Says in the log what it found; a file that is gone without a reason is an error there. */
export const nightlyEvidenceSweep = onSchedule(
  { region, schedule: "30 3 * * *", timeZone: "America/Bogota", timeoutSeconds: 1800, retryCount: 3 },
  async () => {
    const swept = await sweepEvidence(evidenceContext());
    logger.write({
      severity: swept.missing.length > 0 ? "ERROR" : "INFO",
      message: "nightlyEvidenceSweep",
      ...swept,
    });
  },
);
