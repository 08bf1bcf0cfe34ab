/** One list: its items, the way to add and change them, and its trail. */
import { useState } from "preact/hooks";
import { CATALOGUE_IDS, type CatalogueId, type CatalogueItem } from "#domain/catalogue.ts";
import { CATALOGUE_SHAPES } from "#domain/checkCatalogueItem.ts";
import { formatDay } from "#domain/format.ts";
import { type Column, DataTable } from "../../../components/DataTable.tsx";
import { TextField } from "../../../components/fields.tsx";
import { matching } from "../../../components/matchText.ts";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadCatalogue, loadCatalogueHistory } from "../../../data/catalogues.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { CatalogueHistory } from "./CatalogueHistory.tsx";
import { text } from "./texts.ts";

const load = async (id: CatalogueId) => {
  const [catalogue, history] = await Promise.all([loadCatalogue(id), loadCatalogueHistory(id)]);
  return { items: catalogue?.items ?? [], history };
};

export function CataloguePage({ catalogueId }: { catalogueId: string }) {
  const id = CATALOGUE_IDS.find((known) => known === catalogueId);
  return id ? <List id={id} /> : <NotFound />;
}

function List({ id }: { id: CatalogueId }) {
  const [loaded, reload] = useLoaded(`catalogue ${id}`, () => load(id));
  const query = useQuery();
  const isFixed = CATALOGUE_SHAPES[id].isFixed === true;
  return (
    <>
      <Breadcrumb
        steps={[
          { href: "/app/administracion", name: text("administration") },
          { href: "/app/catalogos", name: text("catalogues") },
          { name: text(`list_${id}`) },
        ]}
      />
      <h1>{text(`list_${id}`)}</h1>
      {query.has("guardado") && (
        <p class="notice good" role="status">
          {text(query.has("recuento") ? "savedCounting" : "saved")}{" "}
          {query.has("recuento") && <a href="/app/operaciones">{text("watchCount")}</a>}
        </p>
      )}
      {isFixed ? (
        <p>{text("isFixed")}</p>
      ) : (
        <p>
          <a class="button" href={`/app/catalogos/${id}/nuevo`}>
            {text("add")}
          </a>
        </p>
      )}
      <Await loaded={loaded} retry={() => void reload()}>
        {({ items, history }) => (
          <>
            <Items id={id} items={items} />
            <CatalogueHistory id={id} items={items} entries={history} />
          </>
        )}
      </Await>
    </>
  );
}

function Items({ id, items }: { id: CatalogueId; items: readonly CatalogueItem[] }) {
  const { reference } = useApp();
  const [typed, setTyped] = useState("");
  const shape = CATALOGUE_SHAPES[id];
  const { parent } = shape;
  const parentName = ({ parentId = "" }: CatalogueItem) => {
    const found = parent && itemOf(reference.catalogues[parent], parentId);
    return found ? nameOf(found) : "–";
  };
  const wanted = matching(
    items.map((item) => ({
      id: item.id,
      label: `${item.nameEs} ${item.nameEn}`,
      alias: `${item.shortEs ?? ""} ${parentName(item)}`,
    })),
    typed,
    items.length,
  ).map((option) => option.id);
  const shown = items.filter((item) => wanted.includes(item.id));
  const columns: Column<CatalogueItem>[] = [
    {
      head: text("columnName"),
      rowHead: true,
      cell: (item) => <a href={`/app/catalogos/${id}/${item.id}`}>{item.nameEs}</a>,
    },
    { head: text("columnEnglish"), cell: (item) => <span lang="en">{item.nameEn}</span> },
    ...(shape.hasShort
      ? [{ head: text("columnShort"), cell: (item: CatalogueItem) => item.shortEs ?? "–" }]
      : []),
    ...(parent ? [{ head: text("columnParent"), cell: parentName }] : []),
    ...(shape.isPeriod
      ? [
          {
            head: text("columnDue"),
            cell: ({ dueOn }: CatalogueItem) => (dueOn ? formatDay(dueOn, language()) : "–"),
          },
        ]
      : []),
    { head: text("columnUse"), cell: ({ active }) => text(active ? "inUse" : "retired") },
  ];
  return (
    <>
      {items.length > 12 && (
        <div class="filters">
          <TextField words={{ id: "find", label: text("find") }} value={typed} onChange={setTyped} />
        </div>
      )}
      <p role="status">{text("shown", { shown: shown.length, all: items.length })}</p>
      {shown.length > 0 && (
        <DataTable caption={text(`list_${id}`)} rows={shown} rowKey={(item) => item.id} columns={columns} />
      )}
    </>
  );
}
