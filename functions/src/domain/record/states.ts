/** The states of a record and who may move it from one to the other. */

export const STATES = ["draft", "submitted", "returned", "approved", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** Roles held as claims; a citizen has none. */
export const ROLES = ["focal", "office", "viewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Move = "submit" | "approve" | "return" | "withdraw" | "restore";

interface Arrow {
  readonly from: readonly State[];
  readonly to: State;
  /** Who may; `entity` is a focal point of the record's entity, or the Office for its own. */
  readonly by: "entity" | "office";
  readonly needsReason: boolean;
}

export const MOVES: Readonly<Record<Move, Arrow>> = {
  submit: { from: ["draft", "returned"], to: "submitted", by: "entity", needsReason: false },
  approve: { from: ["submitted"], to: "approved", by: "office", needsReason: false },
  return: { from: ["submitted"], to: "returned", by: "office", needsReason: true },
  withdraw: { from: ["approved"], to: "withdrawn", by: "office", needsReason: true },
  /** Undoes a withdrawal: the record counts again, as it was. */
  restore: { from: ["withdrawn"], to: "approved", by: "office", needsReason: true },
};

/** States in which the entity itself may write the record. */
export const EDITABLE_STATES: readonly State[] = ["draft", "returned"];

/** Who is asking, from the verified token. */
export interface Actor {
  readonly uid: string;
  readonly roles: readonly Role[];
  readonly entityIds: readonly string[];
}

export const isOffice = (actor: Actor): boolean => actor.roles.includes("office");

/** Whether the actor writes for the entity: a focal point of it, or the Office for its own entity. */
export const writesFor = (actor: Actor, entityId: string): boolean =>
  (actor.roles.includes("focal") || isOffice(actor)) && actor.entityIds.includes(entityId);

export type Refusal = "not-yours" | "office-only" | "own-record" | "wrong-state" | "reason-missing";

/** What a move is checked against; a half-year report has the same shape. */
export interface Movable {
  readonly entityId: string;
  readonly state: State;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly review?: { submittedBy?: string };
}

/** Whose own the item is; who wrote a withdrawn one last is whoever withdrew it, and they may take that back. */
const authorsOf = (move: Move, { createdBy, updatedBy, review }: Movable): (string | undefined)[] => [
  createdBy,
  review?.submittedBy,
  ...(move === "restore" ? [] : [updatedBy]),
];

/** Why the actor may not make the move, or `undefined` if nothing stands against it. Nobody decides on their own. */
export function refusalOf(
  move: Move,
  item: Movable,
  actor: Actor,
  reason: string | undefined,
): Refusal | undefined {
  const arrow = MOVES[move];
  if (arrow.by === "entity" && !writesFor(actor, item.entityId)) return "not-yours";
  if (arrow.by === "office" && !isOffice(actor)) return "office-only";
  if (!arrow.from.includes(item.state)) return "wrong-state";
  if (arrow.to === "approved" && authorsOf(move, item).includes(actor.uid)) return "own-record";
  if (arrow.needsReason && !reason?.trim()) return "reason-missing";
  return undefined;
}
