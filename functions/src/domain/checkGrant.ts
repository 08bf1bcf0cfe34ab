/** What is wrong with the roles and entities that an administrator chose. */
import type { Claims } from "./access.ts";
import type { CatalogueItem } from "./catalogue.ts";
import type { Problem } from "./problem.ts";
import { ROLES } from "./record/states.ts";

/** Bytes that Firebase lets the claims of one account take. */
const CLAIMS_BYTES = 1_000;

/** Whether the roles are those of someone who writes, and therefore writes for an entity. */
export const needsEntity = ({ roles }: Pick<Claims, "roles">): boolean =>
  roles.includes("focal") || roles.includes("office");

/** Each once, in a fixed order. */
export const tidyClaims = ({ roles, entityIds }: Claims): Claims => ({
  roles: ROLES.filter((role) => roles.includes(role)),
  entityIds: [...new Set(entityIds)].sort(),
});

/** At most one problem of each field: `roles`, `entityIds`. */
export function checkGrant(claims: Claims, entities: readonly CatalogueItem[]): Problem[] {
  const { roles, entityIds } = claims;
  if (roles.length === 0) return [{ path: "roles", code: "missing" }];
  const problem = (code: Problem["code"]): Problem[] => [{ path: "entityIds", code }];
  if (needsEntity(claims) && entityIds.length === 0) return problem("missing");
  if (!needsEntity(claims) && entityIds.length > 0) return problem("unexpected");
  const named = entityIds.map((id) => entities.find((entity) => entity.id === id));
  if (named.some((entity) => entity === undefined)) return problem("unknown-reference");
  if (named.some((entity) => !entity?.active)) return problem("retired-reference");
  return JSON.stringify(claims).length > CLAIMS_BYTES ? problem("too-many") : [];
}
