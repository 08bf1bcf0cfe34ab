/** Who may come in: one document per account beside its claims; deleting it revokes at once. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { ROLES } from "./record/states.ts";

/** What a person may do: the custom claims of a token, and what the access document still grants of them. */
export const claimsSchema = z.object({
  roles: z.array(z.enum(ROLES)).min(1).max(4),
  entityIds: z.array(idSchema).max(60),
});
export type Claims = z.infer<typeof claimsSchema>;

export const accessSchema = z.strictObject({
  ...claimsSchema.shape,
  email: z.string().max(LIMITS.line),
  name: z.string().max(LIMITS.line),
  /** That of its last history entry: it goes on where it stopped when a person is let in again. */
  version: z.int().min(1),
  grantedAt: z.date(),
  grantedBy: idSchema,
});
export type Access = z.infer<typeof accessSchema>;

/** `access/{uid}/history/{version}`: append-only, and kept when the access document is deleted. */
export const accessEntrySchema = z.strictObject({
  version: accessSchema.shape.version,
  action: z.enum(["grant", "change", "revoke"]),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
  at: z.date(),
  /** An account, `console` for the command line, or `seed`. */
  by: idSchema,
  byName: z.string().max(LIMITS.line),
  email: accessSchema.shape.email,
  name: accessSchema.shape.name,
  /** Absent for a person who had no access before. */
  before: z.exactOptional(claimsSchema),
  /** Absent for a person who has none any more. */
  after: z.exactOptional(claimsSchema),
});
export type AccessEntry = z.infer<typeof accessEntrySchema>;

/** ASCII alone, so that no look-alike of an address is let in. */
export const EMAIL_PATTERN = /^[a-z0-9.!#$%&'*+/=?^_{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** What an administrator asks for: the address in lower case, a name without invisible characters. */
export const grantSchema = z.strictObject({
  requestId: idSchema,
  email: z.string().trim().toLowerCase().max(LIMITS.line).regex(EMAIL_PATTERN),
  name: z
    .string()
    .trim()
    .max(LIMITS.line)
    .regex(/^\P{C}+$/u),
  ...claimsSchema.shape,
  /** The version that was seen, 0 of a person without access. */
  version: z.int().min(0),
});
export type GrantRequest = z.infer<typeof grantSchema>;

export const revokeSchema = z.strictObject({
  requestId: idSchema,
  /** Firebase's own ids, which are no codes of ours. */
  uid: z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9_-]+$/),
  version: accessSchema.shape.version,
});
export type RevokeRequest = z.infer<typeof revokeSchema>;
