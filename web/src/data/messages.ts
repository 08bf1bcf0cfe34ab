/** The discussion on a record: its messages read and sent, and where a word is waiting for an answer. */
import {
  collection,
  collectionGroup,
  doc,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  where,
} from "firebase/firestore/lite";
import { plainText } from "#domain/plainText.ts";
import { isUnanswered, type Message, messageSchema, type Side } from "#domain/record/message.ts";
import { services } from "./firebase.ts";
import { readCollection, readQuery, type Stored } from "./read.ts";
import { type RecordAddress, recordPath } from "./records.ts";
import { noticing } from "./refusals.ts";

/** So many of the latest messages tell where an answer is due; what has waited longer shows on the record alone. */
const LATEST = 300;

const messagesPath = (address: RecordAddress): string => `${recordPath(address)}/messages`;

/** The first one first. */
export async function loadMessages(address: RecordAddress): Promise<Stored<Message>[]> {
  const messages = await readCollection(messagesPath(address), messageSchema);
  return messages.toSorted((a, b) => a.data.createdAt.getTime() - b.data.createdAt.getTime());
}

/** Sends a message; one that was sent already is refused by its id, so that none stands twice. */
export const sendMessage = (
  address: RecordAddress,
  { id, text, from, byName }: { id: string; text: string; from: Side; byName: string },
): Promise<void> => {
  const { db, auth } = services();
  return noticing(
    setDoc(doc(db, messagesPath(address), id), {
      ...{ text: plainText(text.trim()), from, byName, ...address },
      ...{ createdAt: serverTimestamp(), createdBy: auth.currentUser?.uid ?? "" },
    }),
  );
};

/** The paths of records on which the last word is the other side's. */
function waitingFor(side: Side, messages: readonly Stored<Message>[]): ReadonlySet<string> {
  const byRecord = Map.groupBy(messages, ({ data }) => recordPath(data));
  return new Set(
    [...byRecord].flatMap(([path, all]) =>
      isUnanswered(
        all.map(({ data }) => data),
        side,
      )
        ? [path]
        : [],
    ),
  );
}

/** The records, of all entities, whose entity waits for the Office's answer. */
export async function loadWaitingForOffice(): Promise<ReadonlySet<string>> {
  const messages = collectionGroup(services().db, "messages");
  const latest = query(messages, orderBy("createdAt", "desc"), limit(LATEST));
  return waitingFor("office", await readQuery(latest, messageSchema));
}

/** The entity's records on which the Office waits for its answer. */
export async function loadWaitingForEntity(entityId: string): Promise<ReadonlySet<string>> {
  const messages = query(
    collectionGroup(services().db, "messages"),
    where("entityId", "==", entityId),
    orderBy("createdAt", "desc"),
    limit(LATEST),
  );
  return waitingFor("entity", await readQuery(messages, messageSchema));
}

/** An id for a message that is being written. */
export const newMessageId = (): string => doc(collection(services().db, "messages")).id;
