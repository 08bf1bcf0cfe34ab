/** Who may come in: one document per account beside its claims; deleting it revokes at once. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { ROLES } from "./record/states.ts";

/** What a person may do: the custom claims of a token, and what the access document still grants of them. */
export const claimsSchema = z.object({
  roles: z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(4)),
  entityIds: z.array(idSchema).check(z.maxLength(60)),
});
export type Claims = z.infer<typeof claimsSchema>;

export const accessSchema = z.strictObject({
  ...claimsSchema.shape,
  email: z.string().check(z.maxLength(LIMITS.line)),
  name: z.string().check(z.maxLength(LIMITS.line)),
  /** That of its last history entry: it goes on where it stopped when a person is let in again. */
  version: z.int().check(z.gte(1)),
  grantedAt: z.date(),
  grantedBy: idSchema,
});
export type Access = z.infer<typeof accessSchema>;

/** `access/{uid}/history/{version}`: append-only, and kept when the access document is deleted. */
export const accessEntrySchema = z.strictObject({
  version: accessSchema.shape.version,
  /** Each accounts for one version, so that the entries of all people add up to their versions. */
  covers: z.literal(1),
  scope: z.literal("access"),
  action: z.enum(["grant", "change", "revoke"]),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
  at: z.date(),
  /** An account, `console` for the command line, or `seed`. */
  by: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
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
  email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(LIMITS.line), z.regex(EMAIL_PATTERN)),
  name: z.string().check(z.trim(), z.maxLength(LIMITS.line), z.regex(/^\P{C}+$/u)),
  ...claimsSchema.shape,
  /** The version that was seen, 0 of a person without access. */
  version: z.int().check(z.gte(0)),
});
export type GrantRequest = z.infer<typeof grantSchema>;

export const revokeSchema = z.strictObject({
  requestId: idSchema,
  /** Firebase's own ids, which are no codes of ours. */
  uid: z.string().check(z.maxLength(128), z.regex(/^[A-Za-z0-9_-]+$/)),
  version: accessSchema.shape.version,
});
export type RevokeRequest = z.infer<typeof revokeSchema>;
