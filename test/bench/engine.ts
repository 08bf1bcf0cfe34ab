/** (a) The system's own: events are gathered by entity, the ledger says what is new, and a sweep finds what was lost. */
import { setTimeout as sleep } from "node:timers/promises";
import { ledgerEntryOf } from "#domain/counting/ledger.ts";
import { ledgerIdOf } from "#domain/counting/source.ts";
import { type GroupContext, groupCommit } from "#functions/jobs/groupCommit.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { reconcile } from "#functions/jobs/reconcile.ts";
import { loadTallies } from "../faults/findWrong.ts";
import type { ContenderKind } from "./Contender.ts";
import { sourcesOf, tallyDocuments } from "./tallyDocuments.ts";

export const engine: ContenderKind = {
  start({ db }) {
    const context: GroupContext = {
      ...jobContext(db, () => new Date()),
      sleep: async (ms) => void (await sleep(ms)),
    };
    const rollUps = groupCommit(context);
    return {
      ready: context.rules.get,
      deliver: ({ path }) => rollUps.add(path),
      settle: async () => undefined,
      async sweep(entityIds) {
        let reads = 0;
        for (const entityId of entityIds) reads += (await reconcile(context, rollUps, entityId)).reads;
        return { reads };
      },
      stop: async () => undefined,
    };
  },
  documentsOf: (records, rules) =>
    new Map([
      ...tallyDocuments(records, rules),
      ...sourcesOf(records)
        .filter(({ data }) => !("state" in data) || data.state !== "draft")
        .map((source) => [`credits/${ledgerIdOf(source.path)}`, ledgerEntryOf(source, rules)] as const),
    ]),
  held: loadTallies,
};
