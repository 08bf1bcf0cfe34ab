/** All records that the person may list: of what is submitted for those who oversee, of what is public for others. */
import { Breadcrumb } from "../../components/parts.tsx";
import { app } from "../../i18n/app/app.ts";
import { useApp } from "../context.ts";
import { RecordList } from "./RecordList.tsx";
import { listText } from "./texts.ts";

const all = (): boolean => true;

export function AllRecords() {
  const { entityIds } = useApp().session.actor;
  return (
    <>
      {entityIds.length > 0 && (
        <Breadcrumb
          steps={[{ href: "/app/registros", name: app("myRecords") }, { name: listText("allRecords") }]}
        />
      )}
      <h1>{listText("allRecords")}</h1>
      <p class="note">{listText("allHelp")}</p>
      <RecordList
        caption={listText("allRecords")}
        belongs={all}
        isOwn={false}
        empty={<p class="empty">{app("noRecordsYet")}</p>}
      />
    </>
  );
}
