/** Writes to an entity's focal points when the Office has approved or returned a record or report of theirs. */
import { Timestamp } from "firebase-admin/firestore";
import { bogotaDay } from "../domain/calendar.ts";
import { reportReviewSchema } from "../domain/halfYearReport.ts";
import type { HistoryEntry } from "../domain/historyEntry.ts";
import { type DecisionFacts, decisionLetter, moreDecisionsLetter } from "../domain/mail/decisionLetter.ts";
import { mailIdOf } from "../domain/mail/mail.ts";
import { historyOf, mail } from "../store/collections.ts";
import { type Recipient, recipientsOf } from "../store/recipientsOf.ts";
import type { MailContext } from "./MailContext.ts";
import { loadMailSettings, postMail } from "./postMail.ts";

/** One entry of the trail of a record or report. */
export interface EntryAddress {
  readonly entityId: string;
  readonly collection: string;
  readonly itemId: string;
  readonly version: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is older came from a backup or was loaded: it is no news. */
const NEWS_MS = 2 * DAY_MS;
/** Letters to one person in a day; a spreadsheet of thousands that is approved at once brings one more, and no flood. */
export const MOST_A_DAY = 20;

const DECISIONS = { approve: "approved", return: "returned" } as const;

const decisionOf = ({ action }: Pick<HistoryEntry, "action">) =>
  action === "approve" || action === "return" ? DECISIONS[action] : undefined;

/** Whether an entry with this action tells of a decision at all, so that the others cost nothing. */
export const isDecision = (action: unknown): boolean => action === "approve" || action === "return";

/** One letter for each person and decision, however often it is asked for; none to whom decided. */
export async function mailDecision(context: MailContext, address: EntryAddress): Promise<void> {
  const { db, now, catalogues } = context;
  const { entityId, collection, itemId, version } = address;
  const item = db.doc(`entities/${entityId}/${collection}/${itemId}`);
  const entry = (await historyOf(item).doc(version).get()).data();
  const decision = entry && decisionOf(entry);
  if (!entry || !decision || now().getTime() - entry.at.getTime() > NEWS_MS) return;
  const settings = await loadMailSettings(context);
  if (!settings.decisions) return;
  const [{ entities }, people] = await Promise.all([catalogues.get(), recipientsOf(db, entityId)]);
  const named = entities.find(({ id }) => id === entityId);
  const entity = { es: named?.nameEs ?? entityId, en: named?.nameEn ?? entityId };
  for (const recipient of people.filter(({ uid }) => uid !== entry.by)) {
    const { name, uid } = recipient;
    const post = { kind: decision, entityId, recipient };
    if (await hasHadMany(context, recipient)) {
      const id = mailIdOf("more", entityId, bogotaDay(now()), uid);
      const url = `${settings.appUrl}/app/registros`;
      const letter = moreDecisionsLetter({ name, entity, url });
      await postMail(context, { ...post, kind: "more", id, letter });
    } else {
      const facts = { ...saidOf(entry, address), decision, name, entity };
      const url = `${settings.appUrl}/app/${pageOf(address)}`;
      const id = mailIdOf(decision, entityId, collection, itemId, version, uid);
      await postMail(context, { ...post, id, letter: decisionLetter({ ...facts, url }) });
    }
  }
}

/** Needs the index `mail`: uid, createdAt. */
async function hasHadMany({ db, now }: MailContext, { uid }: Recipient): Promise<boolean> {
  const since = Timestamp.fromMillis(now().getTime() - DAY_MS);
  const recent = mail(db).where("uid", "==", uid).where("createdAt", ">", since);
  return (await recent.count().get()).data().count >= MOST_A_DAY;
}

const pageOf = ({ entityId, collection, itemId }: EntryAddress): string =>
  `${collection === "reports" ? "informe" : "registros"}/${entityId}/${itemId}`;

/** What the letter may say: of a restricted record neither title nor reason. */
function saidOf(
  { after, reason }: HistoryEntry,
  { collection, itemId }: EntryAddress,
): Pick<DecisionFacts, "about" | "reason" | "sectionReasons"> {
  if (collection === "reports") {
    const { sectionReasons } = reportReviewSchema.parse(after.review ?? {});
    return { about: { periodId: itemId }, reason, sectionReasons };
  }
  const { title, disclosure } = after;
  if (disclosure !== "public" || typeof title !== "string") return { about: {} };
  return { about: { title }, reason };
}
