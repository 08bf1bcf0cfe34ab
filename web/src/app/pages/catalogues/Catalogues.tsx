/** The lists that forms choose from, in groups. */
import type { CatalogueId } from "#domain/catalogue.ts";
import { Breadcrumb } from "../../../components/parts.tsx";
import { useApp } from "../../context.ts";
import { text } from "./texts.ts";

const GROUPS: readonly (readonly [
  title: "groupCity" | "groupStrategy" | "groupWords",
  ids: readonly CatalogueId[],
])[] = [
  ["groupCity", ["entities", "sectors", "periods"]],
  ["groupStrategy", ["lines", "activities", "programmes", "sdgs"]],
  [
    "groupWords",
    [
      ...(["themes", "populations", "actorCategories", "actorTypes", "instrumentKinds"] as const),
      ...(["modalities", "attractionKinds", "opportunityKinds"] as const),
    ],
  ],
];

export function Catalogues() {
  const { reference } = useApp();
  const inUse = (id: CatalogueId) => reference.catalogues[id].filter(({ active }) => active).length;
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/administracion", name: text("administration") }, { name: text("catalogues") }]}
      />
      <h1>{text("catalogues")}</h1>
      <p class="lead">{text("cataloguesHelp")}</p>
      {GROUPS.map(([title, ids]) => (
        <section key={title} class="apart">
          <h2>{text(title)}</h2>
          <ul class="kinds">
            {ids.map((id) => (
              <li key={id}>
                <a href={`/app/catalogos/${id}`}>{text(`list_${id}`)}</a>
                <p>{text("countOf", { count: inUse(id) })}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
