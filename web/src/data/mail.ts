/** The letters that the system wrote, as administrators read them, and whether it writes any. */
import { collection, limit, orderBy, query } from "firebase/firestore/lite";
import {
  type Mail,
  type MailSettings,
  type MailSettingsInput,
  mailSchema,
  mailSettingsSchema,
} from "#domain/mail/mail.ts";
import { call } from "./call.ts";
import { services } from "./firebase.ts";
import { readOne, readQuery, type Stored } from "./read.ts";

/** The latest first. */
export const loadMail = (): Promise<Stored<Mail>[]> =>
  readQuery(query(collection(services().db, "mail"), orderBy("createdAt", "desc"), limit(100)), mailSchema);

/** `undefined` where nobody has decided otherwise than usual. */
export const loadMailSettings = async (): Promise<MailSettings | undefined> =>
  (await readOne("config/mail", mailSettingsSchema))?.data;

export const saveMailSettings = (version: number, settings: MailSettingsInput): Promise<unknown> =>
  call("saveMailSettings", { version, settings });
