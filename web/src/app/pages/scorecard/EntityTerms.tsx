/** What holds for one entity alone: more time, with its reason, or other parts to write. */
import { bogotaDay } from "#domain/calendar.ts";
import type { CatalogueItem } from "#domain/catalogue.ts";
import { formatDay } from "#domain/format.ts";
import { SECTION_IDS } from "#domain/halfYearReport.ts";
import { LIMITS } from "#domain/limits.ts";
import { Choices, Select, TextField } from "../../../components/fields.tsx";
import { newRequestId } from "../../../data/call.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { told as ofReports } from "../halfYear/texts.ts";
import { Repeated } from "../indicatorEditor/Repeated.tsx";
import { sectionOptions } from "./ObligationForm.tsx";
import {
  type ExtensionValues,
  extensionId,
  type ObligationValues,
  type OwnSections,
  ownId,
} from "./obligationForm.ts";
import { told } from "./texts.ts";

interface Props {
  readonly values: ObligationValues;
  readonly entities: readonly CatalogueItem[];
  readonly change: (part: Partial<ObligationValues>) => void;
  readonly errorOf: (id: string) => string | undefined;
}

const nameIn = (entities: readonly CatalogueItem[], id: string): string => {
  const entity = entities.find((one) => one.id === id);
  return entity ? nameOf(entity) : id;
};
const options = (entities: readonly CatalogueItem[]) =>
  entities.map((entity) => ({ id: entity.id, label: nameOf(entity) }));

export function ExtensionFields({ values, entities, change, errorOf }: Props) {
  const { extensions } = values;
  const set = (index: number, part: Partial<ExtensionValues>) =>
    change({ extensions: extensions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <section class="group">
      <h2>{told("extensions")}</h2>
      <p class="help">{told("extensionsHelp")}</p>
      <Repeated
        items={extensions}
        title={(number) => told("extensionNumber", { number })}
        summary={({ entityId, dueOn, granted }) =>
          granted && told("extensionSummary", { entity: nameIn(entities, entityId), day: dueOn })
        }
        add={told("addExtension")}
        remove={(number) => told("removeExtension", { number })}
        onAdd={() =>
          change({
            extensions: [...extensions, { key: newRequestId(), entityId: "", dueOn: "", reason: "" }],
          })
        }
        onRemove={(index) => change({ extensions: extensions.filter((_, at) => at !== index) })}
        firstControl={(index) => extensionId(index, "entity")}
      >
        {({ entityId, dueOn, reason, granted }, index) => {
          const words = (part: "entity" | "due" | "reason", label: "entity" | "newDue" | "reason") => ({
            ...{ id: extensionId(index, part), label: told(label) },
            error: errorOf(extensionId(index, part)),
          });
          return (
            <>
              <Select
                words={words("entity", "entity")}
                options={options(entities)}
                value={entityId}
                onChange={(id) => set(index, { entityId: id })}
              />
              <TextField
                words={words("due", "newDue")}
                value={dueOn}
                onChange={(typed) => set(index, { dueOn: typed })}
                inputMode="numeric"
                short
              />
              <TextField
                words={words("reason", "reason")}
                value={reason}
                onChange={(typed) => set(index, { reason: [...typed].slice(0, LIMITS.line).join("") })}
              />
              {granted && (
                <p class="note">
                  {told("grantedBy", {
                    name: granted.byName,
                    day: formatDay(bogotaDay(new Date(granted.at)), language()),
                  })}
                </p>
              )}
            </>
          );
        }}
      </Repeated>
    </section>
  );
}

export function OwnSectionFields({ values, entities, change, errorOf }: Props) {
  const { own } = values;
  const set = (index: number, part: Partial<OwnSections>) =>
    change({ own: own.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <section class="group">
      <h2>{told("ownSections")}</h2>
      <p class="help">{told("ownSectionsHelp")}</p>
      <Repeated
        items={own}
        title={(number) => told("ownNumber", { number })}
        summary={({ key, entityId, sections }) =>
          key === entityId
            ? told("ownSummary", {
                entity: nameIn(entities, entityId),
                sections: sections.map((id) => ofReports(id)).join(", ") || told("nothingRequired"),
              })
            : undefined
        }
        add={told("addOwn")}
        remove={(number) => told("removeOwn", { number })}
        onAdd={() => change({ own: [...own, { key: newRequestId(), entityId: "", sections: [] }] })}
        onRemove={(index) => change({ own: own.filter((_, at) => at !== index) })}
        firstControl={ownId}
      >
        {({ entityId, sections }, index) => (
          <>
            <Select
              words={{ id: ownId(index), label: told("entity"), error: errorOf(ownId(index)) }}
              options={options(entities)}
              value={entityId}
              onChange={(id) => set(index, { entityId: id })}
            />
            <Choices
              words={{ id: `own-${index}-sections`, label: told("ownWhich") }}
              options={sectionOptions()}
              chosen={sections}
              many
              onChange={(chosen) => set(index, { sections: SECTION_IDS.filter((id) => chosen.includes(id)) })}
            />
          </>
        )}
      </Repeated>
    </section>
  );
}
