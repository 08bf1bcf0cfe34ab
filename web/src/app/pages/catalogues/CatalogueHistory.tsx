/** The trail of a list in words: when, who, which item, and what it said before. */
import { bogotaDay } from "#domain/calendar.ts";
import type { CatalogueId, CatalogueItem } from "#domain/catalogue.ts";
import { CATALOGUE_SHAPES } from "#domain/checkCatalogueItem.ts";
import { formatDay } from "#domain/format.ts";
import type { CatalogueEntry } from "#domain/historyEntry.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { timeOf } from "../../../i18n/timeOf.ts";
import { useApp } from "../../context.ts";
import { text } from "./texts.ts";

const FIELDS = [
  ...(["nameEs", "nameEn", "shortEs", "shortEn"] as const),
  ...(["parentId", "number", "active", "dueOn"] as const),
];

interface Props {
  readonly id: CatalogueId;
  readonly items: readonly CatalogueItem[];
  readonly entries: readonly CatalogueEntry[];
}

export function CatalogueHistory({ id, items, entries }: Props) {
  const { reference } = useApp();
  const { parent } = CATALOGUE_SHAPES[id];
  const valueWords = (field: (typeof FIELDS)[number], value: unknown): string => {
    if (value === null || value === undefined) return text("nothing");
    if (typeof value === "boolean") return text(value ? "yes" : "no");
    if (field === "dueOn") return formatDay(String(value), language());
    const named = field === "parentId" && parent && itemOf(reference.catalogues[parent], String(value));
    return named ? nameOf(named) : `«${String(value)}»`;
  };
  const what = ({ action, itemId = "", before }: CatalogueEntry): string => {
    if (action === "seed") return text("acted_seed");
    const item = itemOf(items, itemId);
    const name = item ? nameOf(item) : itemId;
    if (action === "add") return text("acted_add", { name });
    const fields = FIELDS.filter((field) => field in before).map(
      (field) => `${text(`field_${field}`)} (${text("before", { value: valueWords(field, before[field]) })})`,
    );
    return text("acted_change", { name, fields: fields.join(", ") });
  };
  return (
    <section class="apart">
      <h2>{text("history")}</h2>
      <DataTable
        caption={text("history")}
        rows={entries}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            head: text("columnWhen"),
            rowHead: true,
            cell: ({ at }) => `${formatDay(bogotaDay(at), language())} ${timeOf(at)}`,
          },
          { head: text("columnWho"), cell: ({ byName }) => byName },
          { head: text("columnWhat"), cell: what },
        ]}
      />
    </section>
  );
}
