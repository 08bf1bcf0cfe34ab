/** Warns, while a form is written, that others work with the partner already and that a record may exist. */

import { yearOf } from "#domain/calendar.ts";
import type { Dealing } from "#domain/dealing.ts";
import { formatDay, formatLongDay, formatMonth } from "#domain/format.ts";
import { currentPartnerId } from "#domain/partner.ts";
import { loadDealings, loadOwnWith } from "../../../data/dealings.ts";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import type { LocalDraft } from "../localDrafts.ts";
import { type Found, othersWith, similarRecords } from "./alreadyDone.ts";
import { formText } from "./formTexts.ts";

/** Lines shown of each partner. */
const SHOWN = 3;

const NOTHING: Found = { dealings: [], own: [] };

async function load(entityId: string, partnerIds: readonly string[]): Promise<Found> {
  const [dealings, own] = await Promise.all([
    Promise.all(partnerIds.map(loadDealings)),
    Promise.all(partnerIds.map((id) => loadOwnWith(entityId, id))),
  ]);
  return { dealings: dealings.flat(), own: own.flat() };
}

export function AlreadyDone({ draft: written }: { readonly draft: LocalDraft }) {
  const { partners } = useApp().reference;
  const partnerOf = (id: string) => partners.find((partner) => partner.id === id)?.data;
  const named = (written.values.partnerIds as string[] | undefined) ?? [];
  const partnerIds = [...new Set(named.map((id) => currentPartnerId(id, partnerOf)))];
  const draft = { ...written, values: { ...written.values, partnerIds } };
  const { entityId } = draft;
  const [loaded] = useLoaded(`${entityId} ${partnerIds.join()}`, () => load(entityId, partnerIds));
  if (partnerIds.length === 0) return null;
  if (loaded.state === "failed") return <p class="note">{formText("dealingsUnknown")}</p>;
  const found = loaded.state === "ready" ? loaded.value : NOTHING;
  const similar = similarRecords(draft, found);
  const dealt = partnerIds
    .map((id) => ({ id, dealings: othersWith(id, entityId, found) }))
    .filter(({ dealings }) => dealings.length > 0);
  return (
    <div role="status">
      {dealt.length + similar.length > 0 && (
        <div class="notice already-done">
          <h3>{formText("dealingsTitle")}</h3>
          {similar.slice(0, SHOWN).map((record) => (
            <SimilarLine key={record.recordId} record={record} isOwn={record.entityId === entityId} />
          ))}
          {dealt.map(({ id, dealings }) => (
            <Dealt key={id} partnerId={id} dealings={dealings} />
          ))}
          {dealt.length > 0 && <p>{formText("coordinate")}</p>}
        </div>
      )}
    </div>
  );
}

function useNames() {
  const { reference } = useApp();
  return {
    /** In short, as people say it: Movilidad. */
    entity: (id: string) => {
      const item = itemOf(reference.catalogues.entities, id);
      return item ? shortName(nameOf(item)) : id;
    },
    partner: (id: string) => {
      const partner = reference.partners.find((one) => one.id === id)?.data;
      return partner?.acronym ?? partner?.name ?? id;
    },
    what: ({ kind, open }: Dealing) => {
      const item = itemOf(reference.catalogues.instrumentKinds, open?.instrumentKind ?? "");
      return lower(item ? nameOf(item) : say(KIND_FORMS[kind].name));
    },
  };
}

const shortName = (name: string): string => name.replace(/^Secretaría (Distrital )?(de(l| la)?|para) /, "");
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const monthWords = (month: string): string =>
  `${formatMonth(month, language())} ${language() === "es" ? "de " : ""}${yearOf(`${month}-01`)}`;

function Dealt({ partnerId, dealings }: { partnerId: string; dealings: readonly Dealing[] }) {
  const names = useNames();
  return (
    <ul>
      {dealings.slice(0, SHOWN).map((dealing) => {
        const { entityId, month, isPlanned, open } = dealing;
        const words = { entity: names.entity(entityId), partner: names.partner(partnerId) };
        const what = names.what(dealing);
        return (
          <li key={`${entityId} ${month} ${what} ${open?.recordId}`}>
            {open && !isPlanned ? (
              <>
                {formText("dealingOpen", words)}{" "}
                <a href={`/app/registros/${entityId}/${open.recordId}`} target="_blank" rel="noreferrer">
                  {formText("dealingOn", { what, day: formatDay(open.on, language()) })}
                  <span class="visually-hidden"> {formText("newTab")}</span>
                </a>
                .
              </>
            ) : (
              formText(isPlanned ? "dealingPlanned" : "dealingSent", {
                ...words,
                ...{ what, month: monthWords(month) },
              })
            )}
          </li>
        );
      })}
      {dealings.length > SHOWN && <li>{formText("dealingMore", { count: dealings.length - SHOWN })}</li>}
    </ul>
  );
}

function SimilarLine({
  record: { entityId, recordId, title, on },
  isOwn,
}: {
  record: { entityId: string; recordId: string; title: string; on: string };
  isOwn: boolean;
}) {
  const item = itemOf(useApp().reference.catalogues.entities, entityId);
  const entity = item ? nameOf(item) : entityId;
  return (
    <p>
      <strong>{formText("similarTo")}</strong>{" "}
      <a href={`/app/registros/${entityId}/${recordId}`} target="_blank" rel="noreferrer">
        {title}
        <span class="visually-hidden"> {formText("newTab")}</span>
      </a>{" "}
      ({entity}, {formatLongDay(on, language())}).{" "}
      {isOwn ? formText("similarOwn") : formText("similarHelp", { entity })}
    </p>
  );
}
