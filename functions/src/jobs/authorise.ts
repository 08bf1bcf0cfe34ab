/** Who is asking: what the verified token claims, as far as the account's access document still grants it. */
import { claimsSchema } from "../domain/access.ts";
import { accessOf } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";

/** `undefined` when the account has no access, or no longer: deleting its document revokes at once. */
export async function authorise(
  { db }: JobContext,
  uid: string,
  claims: unknown,
): Promise<NamedActor | undefined> {
  const claimed = claimsSchema.safeParse(claims);
  if (!claimed.success) return undefined;
  const access = (await accessOf(db).doc(uid).get()).data();
  if (!access) return undefined;
  return {
    uid,
    name: access.name,
    roles: claimed.data.roles.filter((role) => access.roles.includes(role)),
    entityIds: claimed.data.entityIds.filter((id) => access.entityIds.includes(id)),
  };
}
