/** The people who agreed to be written to: listed, added with their consent, handed out, erased. */

import { useState } from "preact/hooks";
import { formatDay } from "#domain/format.ts";
import type { Person } from "#domain/person.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { eraseContact, exportContact, loadConsentTexts, loadContacts } from "../../../data/contacts.ts";
import type { Stored } from "../../../data/read.ts";
import { countryName } from "../../../forms/countries.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { AskFirst } from "../../record/AskFirst.tsx";
import { useLoaded } from "../../useLoaded.ts";
import { AddContact } from "./AddContact.tsx";
import { contactText } from "./texts.ts";

const loadAll = async () => ({ contacts: await loadContacts(), texts: await loadConsentTexts() });

export function Contacts() {
  const [loaded, reload] = useLoaded("contacts", loadAll);
  const [done, setDone] = useState<string>();
  const tell = async (words: string) => {
    await reload();
    setDone(words);
  };
  return (
    <>
      <h1>{app("contacts")}</h1>
      <p class="lead">{contactText("contactsHelp")}</p>
      <div role="status">
        {done && (
          <div class="notice good">
            <p>{done}</p>
          </div>
        )}
      </div>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ contacts, texts }) => (
          <>
            <AddContact texts={texts} onAdded={(name) => tell(contactText("contactAdded", { name }))} />
            {contacts.length === 0 ? (
              <p class="empty">{contactText("contactsNone")}</p>
            ) : (
              <ContactTable contacts={contacts} onErased={() => tell(contactText("contactErased"))} />
            )}
          </>
        )}
      </Await>
    </>
  );
}

interface TableProps {
  readonly contacts: readonly Stored<Person>[];
  readonly onErased: () => Promise<void>;
}

function ContactTable({ contacts, onErased }: TableProps) {
  const count = contacts.length;
  return (
    <DataTable
      caption={contactText(count === 1 ? "contactsOne" : "contactsShown", { count })}
      captionShown
      rows={contacts}
      rowKey={({ id }) => id}
      columns={[
        { head: app("columnName"), rowHead: true, cell: ({ data }) => data.name },
        { head: contactText("columnEmail"), cell: ({ data }) => <span class="path">{data.email}</span> },
        {
          head: contactText("columnCountry"),
          cell: ({ data }) => (data.country ? countryName(data.country, language()) : ""),
        },
        { head: contactText("columnAgreed"), cell: ({ data }) => <Agreed person={data} /> },
        {
          head: contactText("columnActs"),
          cell: (contact) => <Acts contact={contact} onErased={onErased} />,
        },
      ]}
    />
  );
}

function Agreed({ person }: { person: Person }) {
  return (
    <>
      {person.consents.map(({ purpose, givenOn, source }) => (
        <p key={purpose}>
          {contactText(`purpose_${purpose}`)}, {formatDay(givenOn, language())}
          <br />
          <span class="note">{source}</span>
        </p>
      ))}
    </>
  );
}

function Acts({ contact, onErased }: { contact: Stored<Person>; onErased: () => Promise<void> }) {
  const { name } = contact.data;
  const { running, error, run } = useAct();
  return (
    <>
      <p>
        <button
          type="button"
          class="link-button"
          aria-label={contactText("contactExportOf", { name })}
          disabled={running}
          onClick={() => void run(() => exportContact(contact))}
        >
          {contactText("contactExport")}
        </button>
      </p>
      <AskFirst
        act={contactText("contactEraseOf", { name })}
        question={contactText("contactEraseQuestion", { name })}
        confirm={contactText("contactEraseDo")}
        running={running}
        onConfirm={() =>
          void run(async () => {
            await eraseContact(contact.id);
            await onErased();
          })
        }
      />
      <Failure error={error} />
    </>
  );
}
