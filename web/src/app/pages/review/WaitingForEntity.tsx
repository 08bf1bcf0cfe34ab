/** The records of one's entities on which the Office has written last: somebody waits for an answer. */
import { loadWaitingForEntity } from "../../../data/messages.ts";
import { loadRecord } from "../../../data/records.ts";
import { app } from "../../../i18n/app/app.ts";
import { useLoaded } from "../../useLoaded.ts";
import { review } from "./texts.ts";

/** So many are named; the others show once these have been answered. */
const MOST = 5;

async function loadWaiting(entityIds: readonly string[]) {
  const paths = (await Promise.all(entityIds.map(loadWaitingForEntity))).flatMap((found) => [...found]);
  const records = await Promise.all(
    paths.slice(0, MOST).map((path) => {
      const [, entityId = "", , recordId = ""] = path.split("/");
      return loadRecord({ entityId, recordId });
    }),
  );
  return { count: paths.length, records: records.flatMap((record) => record ?? []) };
}

/** Nothing where nobody waits, or while that is not known: it is a hint, and no part of the list. */
export function WaitingForEntity({ entityIds }: { entityIds: readonly string[] }) {
  const [loaded] = useLoaded(`waiting ${entityIds.join()}`, () => loadWaiting(entityIds));
  if (loaded.state !== "ready" || loaded.value.count === 0) return null;
  const { count, records } = loaded.value;
  return (
    <div class="notice returned">
      <p>{review(count === 1 ? "entityWaits" : "entityWaitsMany", { count })}</p>
      <ul>
        {records.map(({ id, path, data }) => (
          <li key={path}>
            <a class="standalone" href={`/app/registros/${data.entityId}/${id}`}>
              {data.title ?? app("untitled")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
