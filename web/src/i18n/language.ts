/** The one translator: which language the reader chose, and texts in it. */
import type { Language } from "#domain/format.ts";

export type { Language };

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
/** What fills the `{name}` places of a text. */
export type Params = Readonly<Record<string, string | number>>;

const KEY = "bitacora/language";
const listeners = new Set<() => void>();
let current: Language = localStorage.getItem(KEY) === "en" ? "en" : "es";
document.documentElement.lang = current;

export const language = (): Language => current;

/** Keeps the choice on this computer and has every listener draw again; at once where the texts are here already. */
export async function chooseLanguage(next: Language): Promise<void> {
  if (!dictionaries.every(({ has }) => has(next))) await loadTexts(next);
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export const onLanguageChosen = (listener: () => void): void => void listeners.add(listener);

/** The text with its places filled; a place without a value is a programmer's mistake. */
export function fill(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no value for {${name}} in “${text}”`);
    return String(value);
  });
}

/** The bilingual text in the reader's language. */
export const say = (text: Bilingual, params?: Params): string => fill(text[current], params);

/** A document's name in the reader's language. */
export const nameOf = (item: { readonly nameEs: string; readonly nameEn: string }): string =>
  current === "es" ? item.nameEs : item.nameEn;

/** A dictionary whose languages come one by one. */
interface Dictionary {
  readonly has: (language: Language) => boolean;
  readonly load: (language: Language) => Promise<void>;
}

const dictionaries: Dictionary[] = [];

/** Loads the dictionaries of `loadedTranslator`; before that, none of their texts can be had. */
export const loadTexts = async (wanted: Language = current): Promise<void> =>
  void (await Promise.all(dictionaries.map(({ load }) => load(wanted))));

/**
 * The translator of a dictionary that is loaded in the reader's language alone. Spanish gives the keys, and English
 * that lacks one does not compile.
 */
export function loadedTranslator<Key extends string>(
  sources: Readonly<Record<Language, () => Promise<Readonly<Record<Key, string>>>>>,
): (key: Key, params?: Params) => string {
  const loaded: Partial<Record<Language, Readonly<Record<Key, string>>>> = {};
  dictionaries.push({
    has: (wanted) => loaded[wanted] !== undefined,
    load: async (wanted) => {
      loaded[wanted] ??= await sources[wanted]();
    },
  });
  return (key, params) => {
    const texts = loaded[current];
    if (!texts) throw new Error(`the texts in ${current} are not loaded yet: ${key}`);
    return fill(texts[key], params);
  };
}

/** The translator of a dictionary: Spanish gives the keys, and English that lacks one does not compile. */
export const translator =
  <Key extends string>(es: Readonly<Record<Key, string>>, en: Readonly<Record<Key, string>>) =>
  (key: Key, params?: Params): string =>
    fill((current === "es" ? es : en)[key], params);
