/** How a milestone came to its state: each news of it with the record that proves it. */
import type { MilestoneNews as News } from "#domain/counting/figures.ts";
import { sourcePathOf } from "#domain/counting/source.ts";
import { formatLongDay } from "#domain/format.ts";
import type { Indicator } from "#domain/indicator.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";

interface Props {
  readonly indicator: Extract<Indicator, { type: "milestone" }>;
  readonly news: readonly News[];
}

export function MilestoneNews({ indicator, news }: Props) {
  if (news.length === 0) return null;
  const stateName = (stateId: string) => {
    const state = indicator.states.find(({ id }) => id === stateId);
    return state ? nameOf(state) : stateId;
  };
  const recordAddress = (sourceId: string) => {
    const [, entityId, , recordId] = sourcePathOf(sourceId).split("/");
    return `/app/registros/${entityId}/${recordId}`;
  };
  return (
    <section aria-labelledby="news">
      <h2 id="news">{app("news")}</h2>
      <DataTable
        caption={app("news")}
        compact
        rows={news.toReversed()}
        rowKey={({ sourceId }) => sourceId}
        columns={[
          {
            head: app("columnState"),
            rowHead: true,
            cell: ({ stateId, sourceId }) => <a href={recordAddress(sourceId)}>{stateName(stateId)}</a>,
          },
          { head: app("columnSince"), cell: ({ since }) => formatLongDay(since, language()) },
        ]}
      />
    </section>
  );
}
