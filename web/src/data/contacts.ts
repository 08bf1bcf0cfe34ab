/** People who agreed to be written to, as the Office reads and keeps them. */
import {
  type ConsentText,
  consentTextSchema,
  type Person,
  type PersonInput,
  personSchema,
} from "#domain/person.ts";
import { call, newRequestId } from "./call.ts";
import { readCollection, type Stored } from "./read.ts";
import { saveFile } from "./saveFile.ts";

/** By name. */
export const loadContacts = async (): Promise<Stored<Person>[]> =>
  (await readCollection("people", personSchema)).toSorted((a, b) =>
    a.data.name.localeCompare(b.data.name, "es"),
  );

export const loadConsentTexts = async (): Promise<ConsentText[]> =>
  (await readCollection("consentTexts", consentTextSchema)).map(({ data }) => data);

export const addContact = (person: PersonInput, requestId: string): Promise<{ personId: string }> =>
  call("addPerson", { requestId, person });

/** Hands the reader a file with all that the system holds of the person. */
export async function exportContact({ id, data }: Stored<Person>): Promise<void> {
  const all = await call<object>("exportPerson", { personId: id });
  saveFile(new Blob([JSON.stringify(all, null, 2)], { type: "application/json" }), `${data.name}.json`);
}

export const eraseContact = (personId: string): Promise<unknown> =>
  call("erasePerson", { personId, requestId: newRequestId() });
