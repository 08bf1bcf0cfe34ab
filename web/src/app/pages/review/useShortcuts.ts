/** Listens for the queue's single keys while it is shown. */
import { useEffect, useRef } from "preact/hooks";
import { actOf, isTypingAt, type ShortcutAct, usesShortcuts } from "./shortcuts.ts";

/** Each act that is possible now; a dialog that is open has the keyboard to itself. */
export function useShortcuts(acts: Readonly<Partial<Record<ShortcutAct, () => void>>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!usesShortcuts() || document.querySelector("dialog[open]")) return;
      const { key, ctrlKey, metaKey, altKey, isComposing } = event;
      const asked = actOf({ key, ctrlKey, metaKey, altKey, isComposing, isTyping: isTypingAt(event.target) });
      const act = asked && latest.current[asked];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}
