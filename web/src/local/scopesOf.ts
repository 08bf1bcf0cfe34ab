/** Which records a person may list, as the security rules have it: each part is fetched by a query of its own. */
import type { Actor } from "#domain/record/states.ts";
import type { MirrorRow } from "./MirrorRow.ts";

export type Scope =
  /** All of an entity for which the person writes, drafts too. */
  | { readonly of: "entity"; readonly entityId: string }
  /** Of all entities what was submitted once. */
  | { readonly of: "submitted" }
  /** Of all entities what is approved and public. */
  | { readonly of: "public" };

export function scopesOf({ roles, entityIds }: Actor): Scope[] {
  const has = (...any: typeof roles) => any.some((role) => roles.includes(role));
  const own: Scope[] = has("focal", "office")
    ? entityIds.map((entityId) => ({ of: "entity", entityId }))
    : [];
  return [...own, { of: has("office", "admin") ? "submitted" : "public" }];
}

export function isIn(scope: Scope, row: Pick<MirrorRow, "entityId" | "state" | "disclosure">): boolean {
  if (scope.of === "entity") return row.entityId === scope.entityId;
  if (scope.of === "submitted") return row.state !== "draft";
  return row.state === "approved" && row.disclosure === "public";
}
