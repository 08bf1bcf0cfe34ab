/** Where an administrator lets a person in. */

import { Breadcrumb } from "../../../components/parts.tsx";
import { app } from "../../../i18n/app/app.ts";
import { go } from "../../router.ts";
import { PersonForm } from "./PersonForm.tsx";
import { peopleText } from "./texts.ts";

const BLANK = { email: "", name: "", roles: [], entityIds: [] };

export const NewPerson = () => (
  <>
    <Breadcrumb steps={[{ href: "/app/personas", name: app("people") }, { name: peopleText("personNew") }]} />
    <h1>{peopleText("personNew")}</h1>
    <PersonForm initial={BLANK} version={0} onSaved={(uid) => go(`/app/personas/${uid}`)} />
  </>
);
