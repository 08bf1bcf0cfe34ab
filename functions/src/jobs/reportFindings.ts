/** Tells the Office of what the nightly sweeps find and cannot mend: one open operation for each thing, until it is gone. */
import type { Operation } from "../domain/operation.ts";
import { operations } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";

export interface Finding {
  /** What it is about. */
  readonly path: string;
  readonly problem: string;
}

/** Opens what is new, and closes what was found before and is found no more. Reads what is open of the kind. */
export async function reportFindings(
  { db, now }: Pick<JobContext, "db" | "now">,
  kind: "history-gap" | "file-missing",
  findings: readonly Finding[],
): Promise<void> {
  const at = now();
  const { docs } = await operations(db).where("kind", "==", kind).where("state", "==", "open").get();
  const found = new Map(findings.map((finding) => [`${kind}~${finding.path.replaceAll("/", "~")}`, finding]));
  for (const operation of docs)
    if (!found.has(operation.id))
      await operation.ref.update({ state: "done", updatedAt: at, finishedAt: at });
  const open = new Set(docs.map(({ id }) => id));
  for (const [id, { path, problem }] of found)
    if (!open.has(id))
      await operations(db)
        .doc(id)
        .set(operationOf(kind, path, problem, at));
}

const operationOf = (kind: Operation["kind"], sourcePath: string, problem: string, at: Date): Operation => ({
  ...{ kind, state: "open", sourcePath, problem, requestedBy: "schedule", requestedAt: at, updatedAt: at },
  ...{ done: 1, total: 1, entries: 0, tallies: 0, unreadable: [] },
});
