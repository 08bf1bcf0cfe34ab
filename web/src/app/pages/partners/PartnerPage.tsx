/** One partner: what it is called, what the city does with it, and for the Office how that came about. */
import { useState } from "preact/hooks";
import { bogotaDay, yearOf } from "#domain/calendar.ts";
import type { Dealing } from "#domain/dealing.ts";
import { formatDay, formatMonth } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Field } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadDealings } from "../../../data/dealings.ts";
import { loadPartnerHistory } from "../../../data/directory.ts";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { PartnerFacts } from "./PartnerFacts.tsx";
import { partnerText } from "./texts.ts";

export function PartnerPage({ partnerId }: { partnerId: string }) {
  const { session, reference } = useApp();
  const found = reference.partners.find(({ id }) => id === partnerId);
  if (!found) return <NotFound />;
  const { data: partner } = found;
  const became = reference.partners.find(({ id }) => id === partner.mergedInto);
  const isOffice = hasRole(session, "office");
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/actores", name: partnerText("title") }, { name: partner.name }]} />
      <div class="title-row">
        <h1>{partner.name}</h1>
        {isOffice && !became && (
          <a class="button secondary" href={`/app/actores/${partnerId}/editar`}>
            {partnerText("edit")}
          </a>
        )}
      </div>
      {partner.state === "proposed" && <p class="notice">{partnerText("proposed")}</p>}
      {became && (
        <p class="notice">
          {partnerText("mergedInto")} <a href={`/app/actores/${became.id}`}>{became.data.name}</a>.
        </p>
      )}
      <PartnerFacts partner={partner} />
      {!became && <Dealings partnerId={partnerId} />}
      {isOffice && !became && <MergeWith partnerId={partnerId} />}
      {hasRole(session, "office", "admin") && <Trail partnerId={partnerId} />}
    </>
  );
}

const monthWords = (month: string): string =>
  `${formatMonth(month, language())} ${language() === "es" ? "de " : ""}${yearOf(`${month}-01`)}`;

function Dealings({ partnerId }: { readonly partnerId: string }) {
  const { catalogues } = useApp().reference;
  const [loaded, reload] = useLoaded(`dealings ${partnerId}`, () => loadDealings(partnerId));
  const entityName = (id: string) => {
    const entity = itemOf(catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  const whatOf = ({ kind, open, entityId }: Dealing) =>
    open ? (
      <a href={`/app/registros/${entityId}/${open.recordId}`}>{open.title}</a>
    ) : (
      say(KIND_FORMS[kind].name)
    );
  return (
    <section>
      <h2>{partnerText("whatTheCityDoes")}</h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(dealings) =>
          dealings.length === 0 ? (
            <p class="empty">{partnerText("nothingYet")}</p>
          ) : (
            <DataTable
              caption={partnerText("whatTheCityDoes")}
              rows={dealings.map((dealing, index) => ({ ...dealing, index }))}
              rowKey={({ index }) => String(index)}
              columns={[
                { head: partnerText("what"), rowHead: true, cell: whatOf },
                { head: partnerText("entity"), cell: ({ entityId }) => entityName(entityId) },
                {
                  head: partnerText("when"),
                  cell: ({ month, open, isPlanned }) =>
                    open
                      ? formatDay(open.on, language())
                      : `${monthWords(month)}, ${partnerText(isPlanned ? "planned" : "sent")}`,
                },
              ]}
            />
          )
        }
      </Await>
    </section>
  );
}

/** Two that do not look alike may be one all the same. */
function MergeWith({ partnerId }: { readonly partnerId: string }) {
  const { reference } = useApp();
  const [chosen, choose] = useState<readonly string[]>([]);
  const options = reference.partners
    .filter(({ id, data }) => id !== partnerId && data.state !== "merged")
    .map(({ id, data }) => ({
      id,
      label: data.acronym ? `${data.name} (${data.acronym})` : data.name,
      alias: data.aliases.join(" "),
    }));
  return (
    <details class="panel">
      <summary>{partnerText("mergeWith")}</summary>
      <Field
        words={{ id: "merge-with", label: partnerText("mergeWith"), help: partnerText("mergeWithHelp") }}
      >
        <PickMany
          id="merge-with"
          describedBy="merge-with-help"
          invalid={false}
          options={options}
          chosen={chosen}
          onChange={(next) => {
            choose(next);
            if (next[0]) go(`/app/actores/${partnerId}/unir/${next[0]}`);
          }}
        />
      </Field>
    </details>
  );
}

/** Fields of a partner, as the history names them. */
const FIELDS = {
  name: "name",
  acronym: "acronym",
  categoryId: "category",
  actorTypeId: "type",
  country: "country",
  aliases: "aliases",
  networkIds: "networks",
} as const;

const isField = (path: string): path is keyof typeof FIELDS => path in FIELDS;

function Trail({ partnerId }: { readonly partnerId: string }) {
  const [loaded, reload] = useLoaded(`history ${partnerId}`, () => loadPartnerHistory(partnerId));
  const told = (value: unknown) =>
    Array.isArray(value) ? value.join(", ") || partnerText("blank") : String(value ?? partnerText("blank"));
  return (
    <section class="panel">
      <h2 class="panel-title">{partnerText("history")}</h2>
      <Await loaded={loaded} retry={() => void reload()}>
        {(entries) =>
          entries.length === 0 ? (
            <p class="note">{partnerText("firstVersion")}</p>
          ) : (
            <ol class="history">
              {entries.map(({ version, action, byName, at, before }) => (
                <li key={version}>
                  <strong>{partnerText(`act_${action}`)}</strong>
                  <span class="note">
                    {" "}
                    {byName}, {formatDay(bogotaDay(at), language())}
                  </span>
                  {Object.entries(before).map(
                    ([path, value]) =>
                      isField(path) && (
                        <p key={path} class="note">
                          {partnerText(FIELDS[path])}. {partnerText("was", { value: told(value) })}
                        </p>
                      ),
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Await>
    </section>
  );
}
