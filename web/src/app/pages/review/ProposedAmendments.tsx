/** Amendments of approved records that wait for the Office; each is decided on its record. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { Await } from "../../../components/parts.tsx";
import { loadProposedAmendments } from "../../../data/recordHistory.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { review } from "./texts.ts";

/** Nothing where none waits. */
export function ProposedAmendments() {
  const { reference } = useApp();
  const [loaded, reload] = useLoaded("amendments", loadProposedAmendments);
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(waiting) =>
        waiting.length > 0 && (
          <section aria-labelledby="amendments-waiting">
            <h2 id="amendments-waiting" class="panel-title">
              {review("amendmentsTitle")}
            </h2>
            <ul class="queue-amendments">
              {waiting.map(({ path, data }) => (
                <li key={path}>
                  <a href={`/app/registros/${data.entityId}/${data.recordId}`}>{data.reason}</a>
                  <span class="note">
                    {entityName(data.entityId)} ·{" "}
                    {review("waitsSince", { day: formatDay(bogotaDay(data.proposedAt), language()) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Await>
  );
}
