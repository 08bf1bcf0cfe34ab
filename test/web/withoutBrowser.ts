/** What the web's modules ask of a browser when they load, for tests that run without one. */
const kept = new Map<string, string>();

Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  },
  document: { documentElement: {} },
});

await import("../../web/src/i18n/app/app.ts");
const { loadTexts } = await import("../../web/src/i18n/language.ts");
await Promise.all([loadTexts("es"), loadTexts("en")]);
