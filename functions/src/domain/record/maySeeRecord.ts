/** Who may see a record: one table, by what it is and where it stands. The rules of its document say the same. */
import type { Disclosure } from "./envelope.ts";
import type { DraftRecord } from "./record.ts";
import { type Actor, type State, writesFor } from "./states.ts";

/** `entity` writes for its entity; `overseer` is the Office or an administrator; `inside` has any role. */
type Relation = "entity" | "overseer" | "inside" | "citizen";

const ENTITY: readonly Relation[] = ["entity"];
const ENTITY_AND_OVERSEERS: readonly Relation[] = ["entity", "overseer"];
const EVERYONE: readonly Relation[] = ["entity", "overseer", "inside", "citizen"];

const UNDECIDED = {
  draft: ENTITY,
  submitted: ENTITY_AND_OVERSEERS,
  returned: ENTITY_AND_OVERSEERS,
  withdrawn: ENTITY_AND_OVERSEERS,
} as const;

/**
 * Classified protects the rights of persons, reserved the public interest (Ley 1712 de 2014, arts. 18 and 19); neither
 * leaves its entity and the Office. A draft may not say yet what it is: it is not public then.
 */
export const SEEN_BY: Readonly<Record<Disclosure | "unsaid", Readonly<Record<State, readonly Relation[]>>>> =
  {
    public: { ...UNDECIDED, approved: EVERYONE },
    classified: { ...UNDECIDED, approved: ENTITY_AND_OVERSEERS },
    reserved: { ...UNDECIDED, approved: ENTITY_AND_OVERSEERS },
    unsaid: { ...UNDECIDED, approved: ENTITY_AND_OVERSEERS },
  };

function relationsOf(reader: Actor | "citizen", entityId: string): readonly Relation[] {
  if (reader === "citizen") return ["citizen"];
  const { roles } = reader;
  return [
    ...(writesFor(reader, entityId) ? (["entity"] as const) : []),
    ...(roles.includes("office") || roles.includes("admin") ? (["overseer"] as const) : []),
    ...(roles.length > 0 ? (["inside"] as const) : []),
  ];
}

/** Whether the reader, a person inside or a citizen, may see the record as it stands. */
export function maySeeRecord(
  reader: Actor | "citizen",
  { entityId, state, disclosure }: Pick<DraftRecord, "entityId" | "state" | "disclosure">,
): boolean {
  const seenBy = SEEN_BY[disclosure ?? "unsaid"][state];
  return relationsOf(reader, entityId).some((relation) => seenBy.includes(relation));
}
