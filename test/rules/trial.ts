/** One attack on the rules and the verdict that is due: the tests run them all, the mutation run until one fails. */
import { type FirestoreClient, firestoreClient } from "./firestoreClient.ts";

export interface Trial {
  readonly what: string;
  /** The collection or the kind of document that it is about. */
  readonly place: string;
  readonly allowed: boolean;
  /** Tells whether it was allowed; leaves all as it was, if the verdict was the one due. */
  readonly attempt: (client: FirestoreClient) => Promise<boolean>;
}

/** Clients side by side, each with a Firestore of its own, so that all may write to the same path. */
export const lanesOf = (project: string, lanes: number): FirestoreClient[] =>
  Array.from({ length: lanes }, (_, lane) => firestoreClient(`${project}-${lane}`));

/** Runs all trials; those that ended otherwise than they should, in words. */
export async function wrongVerdicts(
  clients: readonly FirestoreClient[],
  trials: readonly Trial[],
): Promise<string[]> {
  const waiting = [...trials];
  const wrong: string[] = [];
  await Promise.all(
    clients.map(async (client) => {
      for (let trial = waiting.pop(); trial; trial = waiting.pop()) {
        const { what, allowed, attempt } = trial;
        if ((await attempt(client)) !== allowed) wrong.push(`${allowed ? "denied" : "allowed"}: ${what}`);
      }
    }),
  );
  return wrong;
}
