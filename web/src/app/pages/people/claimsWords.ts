/** Roles and entities in words, and what a change takes away. */

import type { Claims } from "#domain/access.ts";
import type { Reference } from "../../../data/reference.ts";
import { itemOf } from "../../../data/reference.ts";
import { nameOf } from "../../../i18n/language.ts";
import { peopleText } from "./texts.ts";

export const roleNames = ({ roles }: Pick<Claims, "roles">): string =>
  roles.map((role) => peopleText(`role_${role}`)).join(", ");

export const entityNames = (entityIds: readonly string[], { catalogues }: Reference): string =>
  entityIds
    .map((id) => {
      const entity = itemOf(catalogues.entities, id);
      return entity ? nameOf(entity) : id;
    })
    .join(", ");

/** `Enlace de entidad: Movilidad, Mujer`. */
export const claimsWords = (claims: Claims, reference: Reference): string =>
  claims.entityIds.length === 0
    ? roleNames(claims)
    : `${roleNames(claims)}: ${entityNames(claims.entityIds, reference)}`;

/** What is in `before` and not in `after`. */
export const lostBetween = (before: Claims, after: Claims): Claims => ({
  roles: before.roles.filter((role) => !after.roles.includes(role)),
  entityIds: before.entityIds.filter((id) => !after.entityIds.includes(id)),
});

/** One sentence for each role and for all entities that are lost. */
export const lossWords = ({ roles, entityIds }: Claims, reference: Reference): string[] => [
  ...roles.map((role) => peopleText(`loses_${role}`)),
  ...(entityIds.length > 0
    ? [peopleText("losesEntities", { entities: entityNames(entityIds, reference) })]
    : []),
];
