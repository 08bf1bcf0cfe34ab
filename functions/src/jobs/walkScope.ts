/** Rolls up all sources that a rule may count, page by page, and says after each how far it has come. */
import { FieldValue } from "firebase-admin/firestore";
import type { Rule } from "../domain/indicator.ts";
import type { Operation } from "../domain/operation.ts";
import { countScope, scopePages } from "../store/sources.ts";
import type { OperationContext } from "./OperationContext.ts";
import type { WorkLease } from "./workLease.ts";

/** Sources that an operation names as unreadable; all of them are operations of their own. */
const MOST_UNREADABLE = 100;

/** Those that an operation names so far, with `more` of them. */
export const withUnreadable = (named: Iterable<string>, more: readonly string[]): string[] =>
  [...new Set([...named, ...more])].slice(0, MOST_UNREADABLE);

/**
 * Goes on behind `cursor`, where an interrupted worker left off. External statistics have no sources. Throws `WorkHeld`
 * when another has taken over, and whatever Firestore throws when it gives up.
 */
export async function walkScope(
  { db, rollUps }: OperationContext,
  lease: WorkLease<Operation>,
  rule: Rule,
  cursor: string | undefined,
): Promise<void> {
  if (rule.source === "external") return;
  const scope =
    rule.source === "records" ? { source: rule.source, kind: rule.kind } : { source: rule.source };
  const total = await countScope(db, scope);
  let done = cursor === undefined ? 0 : lease.work.done;
  let { unreadable } = lease.work;
  await lease.save({ done, total: Math.max(done, total) });
  for await (const paths of scopePages(db, scope, cursor)) {
    const rolled = await rollUps.addAll(paths);
    done += paths.length;
    unreadable = withUnreadable(unreadable, rolled.unreadable);
    await lease.save({
      ...{ done, total: Math.max(done, total), cursor: paths.at(-1) ?? "" },
      ...{ unreadable, entries: FieldValue.increment(rolled.entries) },
    });
  }
}
