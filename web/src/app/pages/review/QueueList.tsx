/** The queue beside the open record: links in the order of waiting; arrows move among them. */
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import { itemOf } from "../../../data/reference.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { review } from "./texts.ts";
import { nameOfItem, queueAddress, type Waiting } from "./useQueue.ts";

interface Props {
  readonly items: readonly Waiting[];
  readonly entityId: string;
  /** The open one. */
  readonly current: Waiting | undefined;
  /** Paths of the records whose entity waits for an answer. */
  readonly waiting: ReadonlySet<string>;
  readonly onOpen: (item: Waiting) => void;
}

export const focusList = (): void => {
  const list = document.querySelector(".queue-list");
  const link = list?.querySelector<HTMLElement>("[aria-current]") ?? list?.querySelector<HTMLElement>("a");
  link?.focus();
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const from = links.findIndex((link) => link.matches(":focus"));
  const next = links[from + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function QueueList({ items, entityId, current, waiting, onOpen }: Props) {
  const { reference } = useApp();
  const entityName = (id: string) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  return (
    <ol class="queue-list" aria-label={review("queueList")} onKeyDown={moveFocus}>
      {items.map((item) => (
        <li key={item.path}>
          <a
            href={queueAddress({ item: nameOfItem(item), entityId })}
            aria-current={item === current ? "true" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              event.stopPropagation();
              onOpen(item);
            }}
          >
            <span class="queue-title">{item.data.title ?? app("untitled")}</span>
            <span class="note">
              {say(KIND_FORMS[item.data.kind].name)} · {entityName(item.data.entityId)}
              {item.data.submittedAt &&
                ` · ${review("waitsSince", { day: formatDay(bogotaDay(item.data.submittedAt), language()) })}`}
            </span>
            {waiting.has(item.path) && (
              <span class="queue-mark">
                <span aria-hidden="true">✉</span> {review("asksOffice")}
              </span>
            )}
          </a>
        </li>
      ))}
    </ol>
  );
}
