/** Counts anew from the sources, all of them, page by page in bounded memory; safe at any time, while the system runs. */
import { foldersOf } from "../domain/counting/source.ts";
import { credits } from "../store/collections.ts";
import { compare } from "../store/ledgerComparison.ts";
import { folderPages } from "../store/sources.ts";
import type { RollUps } from "./groupCommit.ts";
import type { JobContext } from "./JobContext.ts";
import { repairTallies } from "./repairTallies.ts";
import type { RolledUp } from "./rollUp.ts";

/** Rolls up as many sources as it is given. */
export type RollsUpMany = Pick<RollUps, "addAll">;

/** What a recount had to put right; all zero where all was right. */
export interface Recounted extends RolledUp {
  readonly tallies: number;
}

/** Ledger entries read at once. */
const PAGE = 200;

const sum = (a: RolledUp, b: RolledUp): RolledUp => ({
  entries: a.entries + b.entries,
  unreadable: [...a.unreadable, ...b.unreadable],
});

/** Rolls up every source of a folder, and every ledger entry whose source is gone. */
export async function recountFolder(
  { db }: JobContext,
  rollUps: RollsUpMany,
  folder: string,
): Promise<RolledUp> {
  let done: RolledUp = { entries: 0, unreadable: [] };
  for await (const paths of folderPages(db, folder)) done = sum(done, await rollUps.addAll(paths));
  const { sources, entries } = await compare(db, folder);
  if (entries.count <= sources.count) return done;
  const all = credits(db).where("folder", "==", folder).orderBy("__name__").limit(PAGE);
  for (let page = await all.get(); page.docs.length > 0; ) {
    done = sum(done, await rollUps.addAll(page.docs.map((entry) => entry.data().sourcePath)));
    const last = page.docs.at(-1);
    if (page.docs.length < PAGE || last === undefined) break;
    page = await all.startAfter(last).get();
  }
  return done;
}

/** Recounts all that the entity leads: ledger, then tallies. Decisions and editions are the Office's. */
export async function recount(
  context: JobContext,
  rollUps: RollsUpMany,
  entityId: string,
): Promise<Recounted> {
  let done: RolledUp = { entries: 0, unreadable: [] };
  for (const folder of foldersOf(entityId)) done = sum(done, await recountFolder(context, rollUps, folder));
  return { ...done, tallies: await repairTallies(context, entityId) };
}

/** Recounts every entity of the catalogue, one after the other. */
export async function recountAll(context: JobContext, rollUps: RollsUpMany): Promise<Recounted> {
  const { entities } = await context.catalogues.get();
  let total: Recounted = { entries: 0, unreadable: [], tallies: 0 };
  for (const { id } of entities) {
    const done = await recount(context, rollUps, id);
    total = { ...sum(total, done), tallies: total.tallies + done.tallies };
  }
  return total;
}
