/** The form that adds a person: what their purpose needs, the text that they agreed to, and where its proof is. */

import { useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { type ConsentText, checkPerson, currentTextOf, PURPOSES, type Purpose } from "#domain/person.ts";
import { ErrorSummary } from "../../../components/ErrorSummary.tsx";
import { Choices, Select, TextField } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { addContact } from "../../../data/contacts.ts";
import { countryOptions } from "../../../forms/countries.ts";
import { dayFromTyped } from "../../../forms/parse.ts";
import { language } from "../../../i18n/language.ts";
import { contactText } from "./texts.ts";

const FIELDS = ["name", "email", "country", "language", "purposes", "givenOn", "source"] as const;
type FieldName = (typeof FIELDS)[number];

/** As typed. */
interface Typed {
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly language: string;
  readonly purposes: readonly string[];
  readonly givenOn: string;
  readonly source: string;
}

const EMPTY: Typed = {
  ...{ name: "", email: "", country: "", language: "", purposes: [], givenOn: "", source: "" },
};

/** The form's answers as the check takes them: a country may be left out. */
const inputOf = ({ country, givenOn, ...typed }: Typed) => ({
  ...typed,
  ...(country !== "" && { country }),
  givenOn: dayFromTyped(givenOn),
});

interface Props {
  readonly texts: readonly ConsentText[];
  readonly onAdded: (name: string) => Promise<void>;
}

export function AddContact({ texts, onAdded }: Props) {
  const [typed, setTyped] = useState(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const [requestId, setRequestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const checked = checkPerson(inputOf(typed), bogotaDay(new Date()));
  const wrong = new Set(attempt > 0 && "problems" in checked ? checked.problems.map(({ path }) => path) : []);
  const errors = FIELDS.filter((name) => wrong.has(name)).map((name) => ({
    id: `contact-${name}`,
    message: contactText(`contactWrong_${name}`),
  }));
  const words = (name: FieldName, label: string, help?: string) => ({
    ...{ id: `contact-${name}`, label, help },
    error: wrong.has(name) ? contactText(`contactWrong_${name}`) : undefined,
  });
  const set = (name: FieldName) => (value: string) => setTyped({ ...typed, [name]: value });
  const add = () => {
    if ("problems" in checked) return setAttempt(attempt + 1);
    void run(async () => {
      await addContact(checked.person, requestId);
      setTyped(EMPTY);
      setAttempt(0);
      setRequestId(newRequestId());
      await onAdded(checked.person.name);
    });
  };
  return (
    <details class="panel">
      <summary>{contactText("contactAdd")}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <p>{contactText("contactAddHelp")}</p>
        <ErrorSummary errors={errors} attempt={attempt} />
        <TextField
          words={words("name", contactText("contactName"))}
          value={typed.name}
          onChange={set("name")}
        />
        <TextField
          words={words("email", contactText("contactEmail"))}
          value={typed.email}
          onChange={set("email")}
          type="email"
        />
        <Select
          words={{ ...words("country", contactText("contactCountry")), optional: true }}
          options={countryOptions(language())}
          value={typed.country}
          onChange={set("country")}
        />
        <Choices
          words={words("language", contactText("contactLanguage"))}
          options={(["es", "en"] as const).map((id) => ({ id, label: contactText(`contactLanguage_${id}`) }))}
          chosen={[typed.language]}
          onChange={([id = ""]) => set("language")(id)}
        />
        <Choices
          words={words("purposes", contactText("contactPurposes"))}
          options={PURPOSES.map((id) => ({ id, label: contactText(`purpose_${id}`) }))}
          chosen={typed.purposes}
          many
          onChange={(purposes) => setTyped({ ...typed, purposes })}
        />
        {PURPOSES.filter((purpose) => typed.purposes.includes(purpose)).map((purpose) => (
          <AgreedText key={purpose} texts={texts} purpose={purpose} />
        ))}
        <TextField
          words={words("givenOn", contactText("contactGivenOn"))}
          value={typed.givenOn}
          onChange={set("givenOn")}
          short
        />
        <TextField
          words={words("source", contactText("contactSource"), contactText("contactSourceHelp"))}
          value={typed.source}
          onChange={set("source")}
        />
        <Failure error={error} />
        <button type="submit" class="button" disabled={running}>
          {contactText("contactAddDo")}
        </button>
      </form>
    </details>
  );
}

function AgreedText({ texts, purpose }: { texts: readonly ConsentText[]; purpose: Purpose }) {
  const text = currentTextOf(texts, purpose);
  if (!text) return null;
  return (
    <div class="notice">
      <p>
        <strong>{contactText("contactText")}</strong> {language() === "es" ? text.textEs : text.textEn}
      </p>
    </div>
  );
}
