/** The directory of partners: found by any of their names; for the Office also those that look the same. */
import { useState } from "preact/hooks";
import type { Partner } from "#domain/partner.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { TextField } from "../../../components/fields.tsx";
import { matching } from "../../../components/matchText.ts";
import type { Stored } from "../../../data/read.ts";
import { itemOf } from "../../../data/reference.ts";
import { countryName } from "../../../forms/countries.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { LookAlikes } from "./LookAlikes.tsx";
import { partnerText } from "./texts.ts";

/** Rows shown at once: whoever looks for one types its name. */
const SHOWN = 100;

export function Partners() {
  const { session, reference } = useApp();
  const [typed, setTyped] = useState("");
  const partners = reference.partners.filter(({ data }) => data.state !== "merged");
  const found = foundBy(partners, typed);
  return (
    <>
      <h1>{partnerText("title")}</h1>
      <p class="lead">{partnerText("lead")}</p>
      {hasRole(session, "office") && <LookAlikes partners={partners} />}
      <div class="filters wide">
        <TextField words={{ id: "find", label: partnerText("find") }} value={typed} onChange={setTyped} />
      </div>
      <p role="status">{partnerText("shown", { shown: found.length, all: partners.length })}</p>
      {found.length === 0 ? (
        <p class="empty">{partnerText("none")}</p>
      ) : (
        <DataTable
          caption={partnerText("title")}
          rows={found.slice(0, SHOWN)}
          rowKey={({ id }) => id}
          columns={[
            {
              head: partnerText("name"),
              rowHead: true,
              cell: ({ id, data }) => (
                <>
                  <a href={`/app/actores/${id}`}>{data.name}</a>
                  {data.state === "proposed" && <span class="note"> {partnerText("proposedShort")}</span>}
                </>
              ),
            },
            { head: partnerText("acronym"), cell: ({ data }) => data.acronym ?? "–" },
            {
              head: partnerText("category"),
              cell: ({ data }) => {
                const category = itemOf(reference.catalogues.actorCategories, data.categoryId);
                return category ? nameOf(category) : data.categoryId;
              },
            },
            {
              head: app("partnerCountry"),
              cell: ({ data }) => (data.country ? countryName(data.country, language()) : "–"),
            },
          ]}
        />
      )}
    </>
  );
}

/** In the order of their names, unless something is looked for. */
function foundBy(partners: readonly Stored<Partner>[], typed: string): Stored<Partner>[] {
  if (typed.trim() === "")
    return partners.toSorted((a, b) => a.data.name.localeCompare(b.data.name, language()));
  const options = partners.map(({ id, data }) => ({
    id,
    label: data.name,
    alias: [data.acronym ?? "", ...data.aliases].join(" "),
  }));
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  return matching(options, typed, SHOWN).flatMap(({ id }) => byId.get(id) ?? []);
}
