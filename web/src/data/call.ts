/** Calls the functions that have consequences, by Firebase's callable protocol on our own address. */
import type { Problem } from "#domain/problem.ts";
import { services } from "./firebase.ts";
import { noticing } from "./refusals.ts";

/** Why a function refused; `reason` and `problems` as the functions' own `Details` have them. */
export class CallError extends Error {
  readonly status: string;
  readonly reason: string | undefined;
  readonly problems: readonly Problem[];

  constructor(status: string, details: { reason?: string; problems?: Problem[] } | undefined) {
    super(`${status} ${details?.reason ?? ""}`);
    this.name = "CallError";
    this.status = status;
    this.reason = details?.reason;
    this.problems = details?.problems ?? [];
  }
}

/** An id for one act of a person: sent again with it, a call changes nothing. */
export const newRequestId = (): string => crypto.randomUUID();

/** Proof that the app itself is calling, where App Check is on. */
async function appCheckHeaders(): Promise<Readonly<Record<string, string>>> {
  const { appCheckToken } = services();
  return appCheckToken ? { "x-firebase-appcheck": await appCheckToken() } : {};
}

export async function idToken(): Promise<string> {
  const { currentUser } = services().auth;
  if (!currentUser) throw new CallError("UNAUTHENTICATED", undefined);
  return currentUser.getIdToken();
}

/**
 * Calls a function by its name.
 *
 * @throws CallError when it refuses; TypeError when it cannot be reached
 */
export const call = <Answer>(name: string, data: Readonly<Record<string, unknown>>): Promise<Answer> =>
  noticing(send(name, data));

async function send<Answer>(name: string, data: Readonly<Record<string, unknown>>): Promise<Answer> {
  const response = await fetch(`/call/${name}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await idToken()}`,
      ...(await appCheckHeaders()),
    },
    body: JSON.stringify({ data }),
  });
  const isJson = response.headers.get("content-type")?.includes("json");
  const body = isJson ? await response.json() : { error: { status: "INTERNAL" } };
  if (body.error) throw new CallError(body.error.status, body.error.details);
  return body.result;
}
