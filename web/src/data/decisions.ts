/** The decisions that a person may read, one with its trail, and what is told of it. */
import { collection, type QueryConstraint, query, where } from "firebase/firestore/lite";
import { type DECISION_STEPS, type Decision, decisionSchema } from "#domain/decision.ts";
import { type DecisionEntry, decisionEntrySchema } from "#domain/historyEntry.ts";
import { isOffice } from "#domain/record/states.ts";
import { call } from "./call.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";
import type { Session } from "./session.ts";

const decisionsWhere = (...constraints: QueryConstraint[]) =>
  readQuery(query(collection(services().db, "decisions"), ...constraints), decisionSchema);

/** Those that everyone with an account may read. */
export const loadPublicDecisions = (): Promise<Stored<Decision>[]> =>
  decisionsWhere(where("disclosure", "==", "public"));

/** The Office's all; else the public ones, and those that an entity of the person's answers for. The latest first. */
export async function loadDecisions({ actor }: Session): Promise<Stored<Decision>[]> {
  const overseen = isOffice(actor) || actor.roles.includes("admin");
  const found = overseen
    ? await decisionsWhere()
    : (
        await Promise.all([
          loadPublicDecisions(),
          ...actor.entityIds.map((id) => decisionsWhere(where("responsibleEntityId", "==", id))),
        ])
      ).flat();
  const each = new Map(found.map((decision) => [decision.id, decision]));
  const order = ({ data }: Stored<Decision>) => `${data.decidedOn} ${data.number.padStart(6, "0")}`;
  return [...each.values()].toSorted((a, b) => (order(a) < order(b) ? 1 : -1));
}

export interface FollowedDecision {
  readonly decision: Decision;
  /** The latest first. */
  readonly entries: readonly DecisionEntry[];
}

export async function loadDecision(id: string): Promise<FollowedDecision | undefined> {
  const found = await readOne(`decisions/${id}`, decisionSchema);
  if (!found) return undefined;
  const entries = await readCollection(`decisions/${id}/history`, decisionEntrySchema);
  return {
    decision: found.data,
    entries: entries.map(({ data }) => data).toSorted((a, b) => b.version - a.version),
  };
}

export interface Step {
  readonly requestId: string;
  readonly decisionId: string;
  readonly version: number;
  readonly step: (typeof DECISION_STEPS)[number];
  readonly note: string;
}

export const followDecision = (step: Step): Promise<{ version: number }> =>
  call("followDecision", { ...step });
