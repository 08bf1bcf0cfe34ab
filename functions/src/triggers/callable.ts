/** What all callable functions share: who asks, the shape of what they ask, and how a job's refusal is told. */
import { type CallableFunction, type CallableOptions, HttpsError, onCall } from "firebase-functions/v2/https";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { LIMITS } from "../domain/limits.ts";
import { plainTexts } from "../domain/plainText.ts";
import { rateLimiter } from "../domain/rateLimiter.ts";
import { authorise } from "../jobs/authorise.ts";
import type { JobContext } from "../jobs/JobContext.ts";
import type { NamedActor } from "../jobs/move.ts";
import { Rejection } from "../jobs/Rejection.ts";
import { enforcesAppCheck } from "./appCheck.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

/** Every request names itself, so that a repeat is known as one; clients may leave out what is `undefined`. */
export const requestBase = { requestId: idSchema };
export const versionField = z.int().min(1);
export const reasonField = z.string().max(LIMITS.paragraph);

/** gRPC's ABORTED: Firestore gave up a transaction that others kept overtaking. */
const ABORTED = 10;

/** Far above what a person does, for each function by itself. */
const mayCall = rateLimiter({ burst: 120, perSecond: 2, accounts: 10_000 });

/**
 * A callable that holds each account to a pace, parses its request, lets in who has access and runs the job with its texts made plain.
 *
 * Errors bear `details`: `{problems}` or `{reason}`. Their codes: `invalid-argument` (`bad-request`), `unauthenticated`
 * (`not-signed-in`), `permission-denied` (`no-access`), `failed-precondition` (what the job refuses), `aborted`
 * (`changed-meanwhile`, with the version), `unavailable` (`try-again`: the same request may be sent again), `resource-exhausted`
 * (`too-many-requests`, with `waitSeconds`). Anything else is logged, and the caller told `internal` and nothing more.
 */
export function callable<Request, Answer>(
  schema: z.core.$ZodType<Request, unknown>,
  job: (context: JobContext, actor: NamedActor, request: Request) => Promise<Answer>,
  needs: Pick<CallableOptions, "memory"> = {},
): CallableFunction<unknown, Promise<Answer>> {
  const options = { region, cors: false, enforceAppCheck: enforcesAppCheck(process.env), ...needs };
  return onCall(options, async ({ auth, data }) => {
    if (!auth) throw refused("unauthenticated", "not-signed-in");
    const context = cloudContext();
    const waitSeconds = mayCall(auth.uid, context.now());
    if (waitSeconds > 0) {
      const reason = "too-many-requests";
      throw new HttpsError("resource-exhausted", reason, { reason, waitSeconds });
    }
    const request = z.safeParse(schema, data);
    if (!request.success) throw refused("invalid-argument", "bad-request");
    const actor = await authorise(context, auth.uid, auth.token);
    if (!actor) throw refused("permission-denied", "no-access");
    try {
      return await job(context, actor, plainTexts(request.data));
    } catch (error) {
      throw told(error);
    }
  });
}

const refused = (
  code: "unauthenticated" | "invalid-argument" | "permission-denied" | "unavailable",
  reason: string,
) => new HttpsError(code, reason, { reason });

/** The error as the caller is told; what is none of theirs is passed on, to be logged. */
function told(error: unknown): unknown {
  if (error instanceof Rejection) {
    const isLate = "reason" in error.details && error.details.reason === "changed-meanwhile";
    return new HttpsError(isLate ? "aborted" : "failed-precondition", error.message, error.details);
  }
  if (error instanceof Error && "code" in error && error.code === ABORTED)
    return refused("unavailable", "try-again");
  return error;
}
