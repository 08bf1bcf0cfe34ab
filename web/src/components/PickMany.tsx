/** Chooses several of many: type a few letters, pick; what is chosen stands below and can be taken away. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { cleanText } from "#domain/cleanText.ts";
import { app } from "../i18n/app/app.ts";
import { matching, type Option } from "./matchText.ts";

interface Props {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** What is offered when nothing fits, given what was typed. */
  readonly orElse?: (typed: string, done: () => void) => ComponentChildren;
}

const MOST = 8;

export function PickMany({ id, describedBy, invalid, options, chosen, onChange, orElse }: Props) {
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const free = options.filter((option) => !chosen.includes(option.id));
  const found = matching(free, typed, MOST);
  const offered = open ? found : [];
  const active = offered[at];
  const pick = (option: Option) => {
    onChange([...chosen, option.id]);
    setTyped("");
    setAt(0);
    setOpen(false);
  };
  // The keys of an editable combobox with a list (WAI-ARIA Authoring Practices).
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      const start = key === "ArrowDown" ? 0 : Math.max(0, found.length - 1);
      setAt(open ? (at + step + offered.length) % Math.max(1, offered.length) : start);
      setOpen(true);
    } else if (key === "Enter") {
      event.preventDefault();
      if (active) pick(active);
    } else if (key === "Escape") {
      if (!open) setTyped("");
      setOpen(false);
    }
  };
  return (
    <div class="pick-many">
      <input
        id={id}
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        value={typed}
        onInput={(event) => {
          setTyped(cleanText(event.currentTarget.value, "line").text);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-labelledby={`${id}-label`}
        class="pick-list"
        hidden={offered.length === 0}
        tabIndex={-1}
      >
        {offered.map((option, index) => (
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            class={index === at ? "active" : undefined}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(option);
            }}
          >
            {option.label}
          </div>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {open && typed.trim() !== "" && found.length > 0
          ? app(found.length === 1 ? "optionsOne" : "optionsMany", { count: found.length })
          : ""}
      </p>
      {typed.trim() !== "" && found.length === 0 && (
        <p class="note" role="status">
          {app("nothingFits", { typed })}
        </p>
      )}
      {orElse?.(typed, () => setTyped(""))}
      {chosen.length > 0 && (
        <ul class="chosen">
          {chosen.map((key) => {
            const label = options.find((option) => option.id === key)?.label ?? key;
            return (
              <li key={key}>
                <span>{label}</span>
                <button
                  type="button"
                  class="link-button"
                  aria-label={app("removeNamed", { name: label })}
                  onClick={() => onChange(chosen.filter((other) => other !== key))}
                >
                  {app("remove")}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
