/** Items of a list that a person adds and takes away; the focus follows. */
import type { ComponentChildren } from "preact";

interface Props<Item> {
  readonly items: readonly Item[];
  /** What an item is called, by its number from one. */
  readonly title: (number: number) => string;
  /** What it says in short: items that have this are folded away until they are opened. */
  readonly summary?: (item: Item, index: number) => string | undefined;
  readonly add: string;
  /** By its number too. */
  readonly remove: (number: number) => string;
  /** Fewer than these cannot be left. */
  readonly least?: number;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  /** The id of an item's first control. */
  readonly firstControl: (index: number) => string;
  readonly children: (item: Item, index: number) => ComponentChildren;
}

/** Once it has been drawn. */
const focusSoon = (find: () => HTMLElement | null | undefined) =>
  requestAnimationFrame(() => find()?.focus());

export function Repeated<Item extends { readonly key: string }>(props: Props<Item>) {
  const { items, title, summary, add, remove, least = 0, onAdd, onRemove, firstControl, children } = props;
  const addId = `${firstControl(0)}-add`;
  return (
    <>
      {items.map((item, index) => {
        const short = summary?.(item, index);
        const inside = (
          <fieldset class="inset repeated">
            <legend class={short === undefined ? undefined : "visually-hidden"}>{title(index + 1)}</legend>
            {children(item, index)}
            {items.length > least && (
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  onRemove(index);
                  focusSoon(() => document.getElementById(addId));
                }}
              >
                {remove(index + 1)}
              </button>
            )}
          </fieldset>
        );
        return short === undefined ? (
          <div key={item.key}>{inside}</div>
        ) : (
          <details key={item.key}>
            <summary>{short}</summary>
            {inside}
          </details>
        );
      })}
      <button
        id={addId}
        type="button"
        class="button secondary repeated-add"
        onClick={() => {
          onAdd();
          focusSoon(() => document.getElementById(firstControl(items.length)));
        }}
      >
        {add}
      </button>
    </>
  );
}
