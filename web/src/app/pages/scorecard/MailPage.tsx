/** The letters that the system wrote, for administrators: to whom, whether they arrived, and what they say. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { Mail } from "#domain/mail/mail.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { services } from "../../../data/firebase.ts";
import { loadMail } from "../../../data/mail.ts";
import type { Stored } from "../../../data/read.ts";
import { language } from "../../../i18n/language.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { useLoaded } from "../../useLoaded.ts";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

/** The extension's own words for where a letter is. */
const STATES = ["PENDING", "PROCESSING", "RETRY", "SUCCESS", "ERROR"] as const;

export function MailPage() {
  const [loaded, reload] = useLoaded("mail", loadMail);
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/seguimiento", name: told("scorecard") }, { name: told("mail") }]} />
      <h1>{told("mail")}</h1>
      <p class="lead">{told("mailHelp")}</p>
      {services().authEmulator !== undefined && <p class="notice">{told("mailInEmulator")}</p>}
      <Await loaded={loaded} retry={() => void reload()}>
        {(letters) =>
          letters.length === 0 ? <p class="empty">{told("mailNone")}</p> : <Letters letters={letters} />
        }
      </Await>
    </>
  );
}

function deliveryWords({ delivery }: Mail): string {
  const state = STATES.find((known) => known === delivery?.state);
  return told(state ? `delivery_${state}` : "delivery_none");
}

const Letters = ({ letters }: { letters: readonly Stored<Mail>[] }) => (
  <DataTable
    caption={told("mail")}
    rows={letters}
    rowKey={({ id }) => id}
    columns={[
      {
        head: told("columnSubject"),
        rowHead: true,
        cell: ({ data }) => (
          <>
            <strong>{data.message.subject}</strong>
            <details>
              <summary aria-label={`${told("readMail")}: ${data.message.subject}`}>
                {told("readMail")}
              </summary>
              <p class="mail-text">{data.message.text}</p>
            </details>
          </>
        ),
      },
      { head: told("columnTo"), cell: ({ data }) => <span class="path">{data.to.join(", ")}</span> },
      { head: told("columnKind"), cell: ({ data }) => told(`kind_${data.kind}`) },
      {
        head: told("columnWhen"),
        cell: ({ data }) => `${formatDay(bogotaDay(data.createdAt), language())}, ${timeOf(data.createdAt)}`,
      },
      { head: told("columnDelivery"), cell: ({ data }) => deliveryWords(data) },
    ]}
  />
);
