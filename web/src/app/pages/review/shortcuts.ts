/** The single keys of the queue: what each asks for, when a key is meant as one, and whether they are used at all. */

/** In the order in which the help lists them. */
export const SHORTCUTS = {
  j: "next",
  k: "previous",
  a: "approve",
  d: "return",
  m: "message",
  l: "list",
  "?": "help",
} as const;
export type ShortcutAct = (typeof SHORTCUTS)[keyof typeof SHORTCUTS];

const isShortcut = (key: string): key is keyof typeof SHORTCUTS => Object.hasOwn(SHORTCUTS, key);

/** What of a key press decides; `isTyping` says that the focus is where letters are letters. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly isTyping: boolean;
}

/** The act that a key press asks for, if any: never while typing, nor with a key that browsers or readers take. */
export function actOf({
  key,
  isTyping,
  isComposing,
  ctrlKey,
  metaKey,
  altKey,
}: Pressed): ShortcutAct | undefined {
  if (isTyping || isComposing || ctrlKey || metaKey || altKey) return undefined;
  const known = key.toLowerCase();
  return isShortcut(known) ? SHORTCUTS[known] : undefined;
}

/** Controls in which a letter is typed or chooses. */
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export const isTypingAt = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

const KEY = "bitacora/shortcuts";

/** On until a person switches them off, on this computer (WCAG 2.1.4). */
export const usesShortcuts = (): boolean => localStorage.getItem(KEY) !== "off";

export const setUsesShortcuts = (uses: boolean): void => localStorage.setItem(KEY, uses ? "on" : "off");
