/** A day, a count or an amount: typed as people write it, what was understood beside it; a day can be picked too. */
import { useRef, useState } from "preact/hooks";
import { bogotaDay, isDay } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { type FieldWords, TextField } from "../../../components/fields.tsx";
import type { FormField } from "../../../forms/formFields.ts";
import {
  centsFromTyped,
  countFromTyped,
  dayFromTyped,
  typedFromCents,
  typedFromCount,
  typedFromDay,
} from "../../../forms/parse.ts";
import type { Value } from "../../../forms/values.ts";
import { language } from "../../../i18n/language.ts";
import { formText } from "./formTexts.ts";

interface Props {
  readonly formField: FormField;
  readonly words: FieldWords;
  readonly value: Value | undefined;
  /** What cannot be read yet, as it was typed. */
  readonly unread: string | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly onUnread: (typed: string) => void;
}

const READ = { day: dayFromTyped, count: countFromTyped, amount: centsFromTyped } as const;
type TypedInput = keyof typeof READ;

function written(input: TypedInput, value: Value | undefined): string {
  if (value === undefined) return "";
  if (input === "day") return typedFromDay(String(value));
  return input === "count" ? typedFromCount(Number(value)) : typedFromCents(Number(value));
}

/** The currency that a field's name gives; the amount of an attraction has a field of its own for it. */
const CURRENCIES = {
  "details.amountCopCents": "inPesos",
  "details.amountUsdCents": "inDollars",
  "details.amountEurCents": "inEuros",
} as const;

const isCurrencyPath = (path: string): path is keyof typeof CURRENCIES => path in CURRENCIES;

/** How the value is kept, in words; blank where there is none or no day of that name. */
function kept({ path }: FormField, input: TypedInput, value: Value | undefined): string {
  if (value === undefined) return "";
  if (input === "day") return isDay(String(value)) ? formatLongDay(String(value), language()) : "";
  const figure = written(input, value);
  return formText("readAs", {
    value: isCurrencyPath(path) ? formText(CURRENCIES[path], { amount: figure }) : figure,
  });
}

/** What is typed stays on the screen as it was typed. */
export function TypedField({ formField, words, value, unread, onChange, onUnread }: Props) {
  const input = formField.field.input as TypedInput;
  const [typed, setTyped] = useState(unread ?? written(input, value));
  const isStale = value !== undefined && READ[input](typed) !== value;
  const change = (next: string) => {
    setTyped(next);
    const read = READ[input](next);
    if (next.trim() !== "" && read === undefined) onUnread(next);
    else onChange(next.trim() === "" ? undefined : read);
  };
  return (
    <TextField
      words={words}
      value={isStale ? written(input, value) : typed}
      inputMode={input === "amount" ? "decimal" : input === "count" ? "numeric" : "text"}
      short
      onChange={change}
      beside={
        <div class="typed-beside">
          {input === "day" && (
            <PickDay
              labelId={`${words.id}-label`}
              day={value}
              isPast={!AHEAD.includes(formField.path)}
              onPick={(day) => change(typedFromDay(day))}
            />
          )}
          <p class="understood" aria-live="polite">
            {kept(formField, input, value)}
          </p>
        </div>
      }
    />
  );
}

/** Days that lie ahead as a rule: for these today is no answer. */
const AHEAD: readonly string[] = ["details.validUntil", "details.closesOn", "reservedUntil"];

interface PickProps {
  readonly labelId: string;
  readonly isPast: boolean;
  readonly day: Value | undefined;
  readonly onPick: (day: string) => void;
}

/** Today at one touch, any other day from the browser's own calendar, which keyboards and screen readers know. */
function PickDay({ labelId, day, isPast, onPick }: PickProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div class="day-acts">
      {isPast && (
        <button
          type="button"
          class="link-button"
          aria-describedby={labelId}
          onClick={() => onPick(bogotaDay(new Date()))}
        >
          {formText("today")}
        </button>
      )}
      <button
        type="button"
        class="link-button"
        aria-describedby={labelId}
        onClick={() => picker.current?.showPicker()}
      >
        {formText("calendar")}
      </button>
      <input
        ref={picker}
        class="day-picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={isDay(String(day)) ? String(day) : ""}
        onChange={(event) => event.currentTarget.value !== "" && onPick(event.currentTarget.value)}
      />
    </div>
  );
}
