/** Leaves a letter for the Trigger Email extension, once, however often it is asked for. */
import type { Language } from "../domain/format.ts";
import { type Letter, messageOf } from "../domain/mail/letter.ts";
import { expiryOf, type MailKind, type MailSettings, USUAL_MAIL } from "../domain/mail/mail.ts";
import { mail, mailSettings } from "../store/collections.ts";
import type { Recipient } from "../store/recipientsOf.ts";
import type { MailContext } from "./MailContext.ts";

/** gRPC's code for a document that exists. */
const ALREADY_EXISTS = 6;

/** What the Office decided about mail, and where links lead. */
export async function loadMailSettings({
  db,
  appUrl,
}: MailContext): Promise<Pick<MailSettings, "reminders" | "decisions"> & { readonly appUrl: string }> {
  const settings = (await mailSettings(db).get()).data() ?? USUAL_MAIL;
  return { appUrl, ...settings };
}

interface Posting {
  /** Deterministic: the same for each attempt at the same letter. */
  readonly id: string;
  readonly kind: MailKind;
  readonly entityId: string;
  readonly recipient: Recipient;
  readonly letter: Readonly<Record<Language, Letter>>;
}

/** Whether it is new: `false` when it had been left before. */
export async function postMail(
  { db, now }: MailContext,
  { id, kind, entityId, recipient, letter }: Posting,
): Promise<boolean> {
  const createdAt = now();
  try {
    await mail(db)
      .doc(id)
      .create({
        ...{ to: [recipient.email], message: messageOf(letter), kind, entityId, uid: recipient.uid },
        ...{ createdAt, expiresAt: expiryOf(createdAt) },
      });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === ALREADY_EXISTS) return false;
    throw error;
  }
}
