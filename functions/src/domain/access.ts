/** Who may come in: one document per account beside its claims; deleting it revokes at once. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { ROLES } from "./record/states.ts";

export const accessSchema = z.strictObject({
  email: z.string().max(LIMITS.line),
  name: z.string().max(LIMITS.line),
  roles: z.array(z.enum(ROLES)).min(1).max(4),
  entityIds: z.array(idSchema).max(60),
  grantedAt: z.date(),
  grantedBy: idSchema,
});
export type Access = z.infer<typeof accessSchema>;

/** The custom claims of a token. */
export const claimsSchema = z.object({
  roles: accessSchema.shape.roles,
  entityIds: accessSchema.shape.entityIds,
});
