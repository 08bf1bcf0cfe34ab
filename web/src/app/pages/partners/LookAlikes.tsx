/** Pairs of partners that look the same, for the Office to merge or to tell apart. */
import { useMemo } from "preact/hooks";
import { duplicateIdOf } from "#domain/duplicate.ts";
import type { Partner } from "#domain/partner.ts";
import { lookAlikes } from "#domain/similarity/partnerSimilarity.ts";
import { Await, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { judgeDistinct, loadPairs } from "../../../data/directory.ts";
import type { Stored } from "../../../data/read.ts";
import { useLoaded } from "../../useLoaded.ts";
import { partnerText } from "./texts.ts";
import "../../../styles/partners.css";

const pathOf = ({ id }: Stored<Partner>): string => `partners/${id}`;

export function LookAlikes({ partners }: { readonly partners: readonly Stored<Partner>[] }) {
  const [judged, reload] = useLoaded("distinct partners", () => loadPairs("partners", "distinct"));
  const alike = useMemo(() => lookAlikes(partners), [partners]);
  const { running, error, run } = useAct();
  return (
    <Await loaded={judged} retry={() => void reload()}>
      {(known) => {
        const distinct = new Set(known.map(({ id }) => id));
        const open = alike.filter(
          ({ one, other }) => !distinct.has(duplicateIdOf([pathOf(one), pathOf(other)])),
        );
        if (open.length === 0) return null;
        return (
          <section class="notice" aria-labelledby="alike-title">
            <h2 id="alike-title">{partnerText("alikeTitle")}</h2>
            <p>{partnerText("alikeLead")}</p>
            <Failure error={error} />
            <ul class="pairs">
              {open.map(({ one, other }) => {
                const names = { one: one.data.name, other: other.data.name };
                return (
                  <li key={`${one.id} ${other.id}`}>
                    <p>
                      <a href={`/app/actores/${one.id}`}>{names.one}</a>
                      <br />
                      <a href={`/app/actores/${other.id}`}>{names.other}</a>
                    </p>
                    <div class="actions">
                      <a
                        class="button secondary"
                        href={`/app/actores/${one.id}/unir/${other.id}`}
                        aria-label={partnerText("mergeThese", names)}
                      >
                        {partnerText("merge")}
                      </a>
                      <button
                        type="button"
                        class="link-button"
                        disabled={running}
                        aria-label={partnerText("distinctThese", names)}
                        onClick={() =>
                          void run(async () => {
                            await judgeDistinct("partners", [pathOf(one), pathOf(other)]);
                            await reload();
                          })
                        }
                      >
                        {partnerText("distinct")}
                      </button>
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      }}
    </Await>
  );
}
