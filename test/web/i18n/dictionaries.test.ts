/** Every dictionary of the web is complete in both languages, wherever it stands: keys, places to fill, and no blank text. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

const WEB = join(import.meta.dirname, "../../../web/src");

type Texts = Readonly<Record<string, string>>;
interface Dictionary {
  readonly es: Texts;
  readonly en: Texts;
}

/** What the module under way declares. */
const declared = vi.hoisted((): (() => Promise<Dictionary>)[] => []);

vi.stubGlobal("localStorage", { getItem: () => null });
vi.stubGlobal("document", { documentElement: {} });

vi.mock("../../../web/src/i18n/language.ts", async (original) => ({
  ...(await original<typeof import("../../../web/src/i18n/language.ts")>()),
  translator: (es: Texts, en: Texts) => {
    declared.push(async () => ({ es, en }));
    return (key: string) => key;
  },
  loadedTranslator: (sources: { es: () => Promise<Texts>; en: () => Promise<Texts> }) => {
    declared.push(async () => ({ es: await sources.es(), en: await sources.en() }));
    return (key: string) => key;
  },
}));

const files = globSync("**/*.{ts,tsx}", { cwd: WEB })
  .filter((path) => path !== "i18n/language.ts")
  .filter((path) => /\b(?:t|loadedT)ranslator\(/.test(readFileSync(join(WEB, path), "utf8")))
  .sort();

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("dictionaries are found", () => expect(files.length).toBeGreaterThanOrEqual(4));

test.each(files)("%s", async (path) => {
  declared.length = 0;
  vi.resetModules();
  await import(join(WEB, path));
  const dictionaries = await Promise.all(declared.map((load) => load()));
  expect(dictionaries.length).toBeGreaterThan(0);
  for (const { es, en } of dictionaries) {
    expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort());
    const differing = Object.keys(es).filter(
      (key) => String(placesOf(es[key] ?? "")) !== String(placesOf(en[key] ?? "")),
    );
    expect(differing, "places to fill differ").toEqual([]);
    const blank = [...Object.entries(es), ...Object.entries(en)].filter(([, text]) => text.trim() === "");
    expect(blank, "blank texts").toEqual([]);
  }
});
