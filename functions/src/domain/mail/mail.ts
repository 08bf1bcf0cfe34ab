/**
 * Letters, as the "Trigger Email from Firestore" extension sends them: it reads `to` and `message` of a document in
 * `mail/`, and writes `delivery`.
 */
import * as z from "zod/mini";
import { idSchema } from "../fields.ts";
import { LIMITS } from "../limits.ts";

export const MAIL_KINDS = ["reminder", "returned", "approved", "more", "report-failed"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const mailSchema = z.strictObject({
  to: z.array(z.string().check(z.maxLength(LIMITS.line))).check(z.length(1)),
  message: z.strictObject({ subject: z.string(), text: z.string(), html: z.string() }),
  kind: z.enum(MAIL_KINDS),
  entityId: idSchema,
  /** Whose address it is. */
  uid: z.string().check(z.maxLength(128)),
  createdAt: z.date(),
  /** From when on it is deleted. */
  expiresAt: z.date(),
  /** The extension's: absent until it has taken the letter up. */
  delivery: z.exactOptional(z.looseObject({ state: z.string() })),
});
export type Mail = z.infer<typeof mailSchema>;

const MAIL_SETTINGS = {
  /** Before and after a half-year report falls due. */
  reminders: z.boolean(),
  /** When a record or report is approved or returned. */
  decisions: z.boolean(),
  /** Where the letters' links lead; where it is absent, to the project's own address. */
  appUrl: z.exactOptional(
    z.string().check(z.maxLength(LIMITS.link), z.regex(/^https?:\/\/[a-zA-Z0-9.-]+(:\d+)?$/)),
  ),
};

/** `config/mail`. */
export const mailSettingsSchema = z.strictObject({
  ...MAIL_SETTINGS,
  version: z.int().check(z.gte(1)),
  updatedAt: z.date(),
  updatedBy: idSchema,
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

export const mailSettingsInputSchema = z.strictObject(MAIL_SETTINGS);
export type MailSettingsInput = z.infer<typeof mailSettingsInputSchema>;

/** What holds where nobody has decided otherwise. */
export const USUAL_MAIL: Pick<MailSettings, "reminders" | "decisions"> = { reminders: true, decisions: true };

/** Days that a letter is kept, to see whether it arrived. */
const KEPT_DAYS = 90;

export const expiryOf = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + KEPT_DAYS * 24 * 60 * 60 * 1000);

/** Codes and ids are joined by what none of them holds. */
export const mailIdOf = (...parts: readonly (string | number)[]): string => parts.join("~");
