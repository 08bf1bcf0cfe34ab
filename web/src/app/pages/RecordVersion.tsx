/** A record whole, as one version left it. */

import { bogotaDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { draftRecordSchema } from "#domain/record/record.ts";
import { Await, Breadcrumb, StateTag } from "../../components/parts.tsx";
import { orDenied } from "../../data/orDenied.ts";
import { loadVersion } from "../../data/recordHistory.ts";
import type { RecordAddress } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { language } from "../../i18n/language.ts";
import { RecordDetails } from "../record/RecordDetails.tsx";
import { viewText } from "../record/viewTexts.ts";
import { useLoaded } from "../useLoaded.ts";
import { Denied } from "./Denied.tsx";
import { NotFound } from "./NotFound.tsx";

export function RecordVersion({ entityId, recordId, version }: RecordAddress & { version: string }) {
  const [loaded, reload] = useLoaded(`${entityId}/${recordId}/${version}`, () =>
    orDenied(loadVersion({ entityId, recordId }, version)),
  );
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(entry) => {
        if (entry === "denied") return <Denied />;
        if (!entry) return <NotFound />;
        const record = draftRecordSchema.parse(entry.data.after);
        const title = viewText("versionTitle", { day: formatLongDay(bogotaDay(entry.data.at), language()) });
        return (
          <>
            <Breadcrumb
              steps={[
                { href: `/app/registros/${entityId}/${recordId}`, name: record.title ?? app("untitled") },
                { name: title },
              ]}
            />
            <h1>{title}</h1>
            <p class="lead">{record.title ?? app("untitled")}</p>
            <p class="record-line">
              <StateTag state={record.state} />
            </p>
            <p class="note">{viewText("versionHelp", { version })}</p>
            <RecordDetails record={record} />
          </>
        );
      }}
    </Await>
  );
}
