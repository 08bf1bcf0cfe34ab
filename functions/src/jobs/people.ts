/**
 * People in the network abroad and subscribers: entered with their consent, handed out whole, erased in one step.
 *
 * The Office enters them, from a form that it has a proof of. Citizens have no address to write to, for the newsletter
 * either: such a form could enter anyone's address, and only a message with a link that they open would tell whether it was
 * they who agreed. The system's letters go to those who have access alone.
 */
import type { Transaction } from "firebase-admin/firestore";
import { bogotaDay } from "../domain/calendar.ts";
import {
  type Consent,
  type ConsentText,
  checkPerson,
  currentTextOf,
  type Erasure,
  type Person,
  type PersonInput,
} from "../domain/person.ts";
import { isOffice } from "../domain/record/states.ts";
import { consentTexts, erasures, people } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, Rejection } from "./Rejection.ts";

export interface AddPersonRequest {
  readonly requestId: string;
  /** As it was typed. */
  readonly person: Readonly<Record<string, unknown>>;
}

/**
 * Enters a person; of an address that is known already, the consents that were missing. A repeat changes nothing. Throws
 * `Rejection` with the problems of each field.
 */
export async function addPerson(
  context: JobContext,
  actor: NamedActor,
  { requestId, person }: AddPersonRequest,
): Promise<{ personId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const now = context.now();
  const checked = checkPerson(person, bogotaDay(now));
  if ("problems" in checked) throw new Rejection({ problems: checked.problems });
  const input = checked.person;
  const texts = (await consentTexts(db).get()).docs.map((text) => ({ id: text.id, ...text.data() }));
  return db.runTransaction(async (transaction) => {
    const known = await transaction.get(people(db).where("email", "==", input.email).limit(1));
    const before = known.docs[0];
    const ref = before?.ref ?? people(db).doc(requestId);
    const consents = consentsOf(input, texts, actor, now);
    transaction.set(ref, merged(before?.data(), input, consents, actor, now));
    return { personId: ref.id };
  });
}

const consentsOf = (
  { purposes, givenOn, source }: PersonInput,
  texts: readonly (ConsentText & { readonly id: string })[],
  { uid }: NamedActor,
  now: Date,
): Consent[] =>
  purposes.map((purpose) => {
    const text = currentTextOf(texts, purpose);
    if (!text) throw new Error(`no consent text for ${purpose}: seed the project first`);
    return { purpose, textId: text.id, givenOn, source, recordedAt: now, recordedBy: uid };
  });

/** What they agreed to before stays as it was recorded. */
function merged(
  before: Person | undefined,
  { name, email, country, language }: PersonInput,
  consents: readonly Consent[],
  { uid }: NamedActor,
  now: Date,
): Person {
  const kept = before?.consents ?? [];
  const added = consents.filter(({ purpose }) => !kept.some((each) => each.purpose === purpose));
  return {
    ...{ name, email, language, ...(country !== undefined && { country }) },
    consents: [...kept, ...added],
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    createdBy: before?.createdBy ?? uid,
    ...{ updatedAt: now, updatedBy: uid },
  };
}

/** All that the system holds of a person, with the texts that they agreed to. */
export interface ExportedPerson {
  readonly exportedAt: string;
  readonly person: Person;
  readonly consentTexts: readonly ConsentText[];
}

/** Everything in one answer (Ley 1581 de 2012, art. 8). Throws `Rejection`. */
export async function exportPerson(
  context: JobContext,
  actor: NamedActor,
  { personId }: { readonly personId: string },
): Promise<ExportedPerson> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const person = (await people(db).doc(personId).get()).data();
  if (!person) throw because("not-found");
  const texts = await Promise.all(person.consents.map(({ textId }) => consentTexts(db).doc(textId).get()));
  return {
    exportedAt: context.now().toISOString(),
    person,
    consentTexts: texts.flatMap((text) => text.data() ?? []),
  };
}

export interface ErasePersonRequest {
  /** A random one: it becomes the id of the trace. */
  readonly requestId: string;
  readonly personId: string;
}

/** Erases all that the system holds of a person, and leaves a trace that tells nothing of whom. Throws `Rejection`. */
export async function erasePerson(
  context: JobContext,
  actor: NamedActor,
  { requestId, personId }: ErasePersonRequest,
): Promise<{ erasureId: string }> {
  if (!isOffice(actor)) throw because("office-only");
  const { db } = context;
  const trace = erasures(db).doc(requestId);
  await db.runTransaction(async (transaction: Transaction) => {
    const ref = people(db).doc(personId);
    const [earlier, found] = await Promise.all([transaction.get(trace), transaction.get(ref)]);
    if (earlier.exists) {
      if (earlier.data()?.erasedBy !== actor.uid) throw because("request-used");
      return;
    }
    const person = found.data();
    if (!person) throw because("not-found");
    const erasure: Erasure = {
      ...{ erasedAt: context.now(), erasedBy: actor.uid },
      ...{ documents: 1, consents: person.consents.length },
    };
    transaction.delete(ref);
    transaction.create(trace, erasure);
  });
  return { erasureId: requestId };
}
