/** The two tables of approving several at once: those that pass all checks, and why the others do not. */
import type { ReviewCheck } from "#domain/record/reviewChecks.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import type { Checked } from "./loadChecks.ts";
import { review } from "./texts.ts";
import { nameOfItem, queueAddress, type Waiting } from "./useQueue.ts";

/** What a record, its kind and its entity are called. */
export function useNames() {
  const { reference } = useApp();
  return {
    entity: (id: string) => {
      const entity = itemOf(reference.catalogues.entities, id);
      return entity ? nameOf(entity) : id;
    },
    title: ({ data }: Waiting) => data.title ?? app("untitled"),
    kind: ({ data }: Waiting) => say(KIND_FORMS[data.kind].name),
  };
}

/** Where it is reviewed by itself. */
const toItem = (item: Waiting) => queueAddress({ item: nameOfItem(item) });

interface PassingProps {
  readonly items: readonly Waiting[];
  readonly isChosen: (item: Waiting) => boolean;
  readonly onChoose: (item: Waiting, isChosen: boolean) => void;
}

export function Passing({ items, isChosen, onChoose }: PassingProps) {
  const names = useNames();
  return (
    <DataTable
      caption={review("bulkPass", { count: items.length })}
      rows={items}
      rowKey={({ path }) => path}
      columns={[
        {
          head: app("approve"),
          cell: (item) => (
            <span class="bulk-choice">
              <input
                type="checkbox"
                checked={isChosen(item)}
                aria-label={review("bulkChoose", { title: names.title(item) })}
                onChange={({ currentTarget }) => onChoose(item, currentTarget.checked)}
              />
            </span>
          ),
        },
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: (item) => <a href={toItem(item)}>{names.title(item)}</a>,
        },
        { head: app("columnKind"), cell: names.kind },
        { head: app("columnEntity"), cell: ({ data }) => names.entity(data.entityId) },
      ]}
    />
  );
}

const whyNot = ({ id, problems = [] }: ReviewCheck): string =>
  id === "complete" && problems.length === 1
    ? review("fails_completeOne")
    : review(`fails_${id}`, { count: problems.length });

export function Failing({ checked }: { checked: readonly Checked[] }) {
  const names = useNames();
  return (
    <DataTable
      caption={review("bulkFail", { count: checked.length })}
      rows={checked}
      rowKey={({ item }) => item.path}
      columns={[
        {
          head: app("columnTitle"),
          rowHead: true,
          cell: ({ item }) => <a href={toItem(item)}>{names.title(item)}</a>,
        },
        { head: app("columnEntity"), cell: ({ item }) => names.entity(item.data.entityId) },
        {
          head: review("bulkWhy"),
          cell: ({ checks }) => (
            <ul class="bulk-why">
              {checks
                .filter(({ passes }) => !passes)
                .map((check) => (
                  <li key={check.id}>{whyNot(check)}</li>
                ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
