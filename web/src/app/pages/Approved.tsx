/** What everyone with an account may read: the approved public records of all entities. */
import { Await } from "../../components/parts.tsx";
import { loadPublicRecords } from "../../data/records.ts";
import { app } from "../../i18n/app/app.ts";
import { useLoaded } from "../useLoaded.ts";
import { RecordTable } from "./RecordTable.tsx";

export function Approved() {
  const [loaded, reload] = useLoaded("approved", loadPublicRecords);
  return (
    <>
      <h1>{app("approvedRecords")}</h1>
      <p class="note">{app("approvedHelp")}</p>
      <p>
        <a href="/app/actores">{app("partners")}</a>
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(records) =>
          records.length === 0 ? (
            <p class="empty">{app("approvedNone")}</p>
          ) : (
            <RecordTable caption={app("approvedRecords")} records={records} withEntity withState={false} />
          )
        }
      </Await>
    </>
  );
}
