/** Cleans what is typed or pasted while it is seen, and says so where something was taken out. */
import { useState } from "preact/hooks";
import { cleanText } from "#domain/cleanText.ts";
import { app } from "../i18n/app/app.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

interface Cleaning {
  /** Characters that were taken out of the last input. */
  readonly removed: number;
  readonly onInput: (event: { readonly currentTarget: Control; readonly isComposing?: boolean }) => void;
}

/** Puts the cleaned text into the control, the caret where it was among what stayed. */
function show(control: Control, text: string, shape: "line" | "lines"): void {
  const caret = cleanText(control.value.slice(0, control.selectionStart ?? control.value.length), shape);
  control.value = text;
  // Other kinds of inputs have no caret that a script may set.
  if (control.type === "text" || control.type === "textarea")
    control.setSelectionRange(caret.text.length, caret.text.length);
}

/** @param shape - of what stands in the control; absent where every character counts, as in a password */
export function useCleaned(shape: "line" | "lines" | undefined, onChange: (text: string) => void): Cleaning {
  const [removed, setRemoved] = useState(0);
  return {
    removed,
    onInput: ({ currentTarget: control, isComposing }) => {
      if (shape === undefined || isComposing) return onChange(control.value);
      const cleaned = cleanText(control.value, shape);
      if (cleaned.text !== control.value) show(control, cleaned.text, shape);
      setRemoved(cleaned.removed);
      onChange(cleaned.text);
    },
  };
}

export function CleanedNote({ removed }: { readonly removed: number }) {
  if (removed === 0) return null;
  return (
    <p class="note" role="status">
      {app(removed === 1 ? "cleanedOne" : "cleanedMany", { count: removed })}
    </p>
  );
}
