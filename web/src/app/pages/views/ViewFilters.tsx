/** By what a view gathers records, and which it counts: links and lists, all of them in the address. */
import { formatPeriod } from "#domain/format.ts";
import { Select } from "../../../components/fields.tsx";
import { language } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { optionsIn } from "./names.ts";
import { views } from "./texts.ts";
import {
  DIMENSION_IDS,
  type Dimension,
  PERIODS,
  type ViewQuery,
  viewAddress,
  withFilter,
} from "./viewQuery.ts";

interface Props {
  readonly query: ViewQuery;
  /** The values that records name, in each dimension. */
  readonly named: (dimension: Dimension) => ReadonlySet<string>;
}

export function ViewFilters({ query, named }: Props) {
  const { reference } = useApp();
  const show = (next: ViewQuery) => go(viewAddress(next), { still: true });
  const periodName = (id: string) => (id.length === 4 ? id : formatPeriod(id, language()));
  const { period: _, ...always } = query;
  const isFiltered = query.period !== undefined || Object.keys(query.filters).length > 0;
  return (
    <>
      <nav class="view-by" aria-label={views("by")}>
        <span aria-hidden="true">{views("by")}</span>
        <ul>
          {DIMENSION_IDS.map((by) => (
            <li key={by}>
              <a href={viewAddress({ ...query, by })} aria-current={by === query.by ? "true" : undefined}>
                {views(`by_${by}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details class="view-filters" open={isFiltered || undefined}>
        <summary>{views("filters")}</summary>
        <div class="view-fields">
          <Select
            words={{ id: "view-period", label: views("period") }}
            options={PERIODS.map((id) => ({ id, label: periodName(id) }))}
            value={query.period ?? ""}
            blank={views("periodAll")}
            onChange={(period) => show(period === "" ? always : { ...query, period })}
          />
          {DIMENSION_IDS.map((dimension) => (
            <Select
              key={dimension}
              words={{ id: `view-${dimension}`, label: views(`by_${dimension}`) }}
              options={optionsIn(dimension, reference, named(dimension))}
              value={query.filters[dimension] ?? ""}
              blank={views(`all_${dimension}`)}
              onChange={(value) => show(withFilter(query, dimension, value === "" ? undefined : value))}
            />
          ))}
        </div>
        {isFiltered && (
          <button type="button" class="link-button" onClick={() => show({ by: query.by, filters: {} })}>
            {views("clear")}
          </button>
        )}
      </details>
    </>
  );
}
