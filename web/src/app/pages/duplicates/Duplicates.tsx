/** Records that may be one thing, for the Office to tell apart or to make one. */
import { formatDay } from "#domain/format.ts";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { judgeDistinct, loadPairs } from "../../../data/directory.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { loadPairRecords, type Pair } from "./loadPairRecords.ts";
import { entityNamed } from "./RecordSide.tsx";
import { duplicateText } from "./texts.ts";
import "../../../styles/partners.css";

const load = async (): Promise<Pair[]> =>
  (await Promise.all((await loadPairs("records", "suspected")).map(loadPairRecords))).filter(
    ({ records }) => records.length === 2,
  );

export function Duplicates() {
  const [loaded, reload] = useLoaded("duplicates", load);
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/revision", name: app("queue") }, { name: duplicateText("title") }]} />
      <h1>{duplicateText("title")}</h1>
      <p class="lead">{duplicateText("lead")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(pairs) =>
          pairs.length === 0 ? (
            <p class="empty">{duplicateText("none")}</p>
          ) : (
            <ul class="pairs">
              {pairs.map((pair) => (
                <PairRow key={pair.id} pair={pair} onJudged={reload} />
              ))}
            </ul>
          )
        }
      </Await>
    </>
  );
}

function PairRow({ pair, onJudged }: { pair: Pair; onJudged: () => Promise<void> }) {
  const { reference } = useApp();
  const { running, error, run } = useAct();
  const one = pair.records.map(({ data }) => data.title ?? app("untitled")).join(" / ");
  return (
    <li>
      <div>
        {pair.records.map(({ id, data }) => (
          <p key={id}>
            <a href={`/app/registros/${data.entityId}/${id}`}>{data.title ?? app("untitled")}</a>
            <br />
            <span class="note">
              {entityNamed(reference, data.entityId)}, {formatDay(data.happenedOn ?? "", language())}
            </span>
          </p>
        ))}
        <Failure error={error} />
      </div>
      <div class="actions">
        <a
          class="button secondary"
          href={`/app/duplicados/${pair.id}`}
          aria-label={duplicateText("compareThese", { one })}
        >
          {duplicateText("compare")}
        </a>
        <button
          type="button"
          class="link-button"
          disabled={running}
          aria-label={duplicateText("distinctThese", { one })}
          onClick={() =>
            void run(async () => {
              await judgeDistinct("records", pair.members);
              await onJudged();
            })
          }
        >
          {duplicateText("distinct")}
        </button>
      </div>
    </li>
  );
}
