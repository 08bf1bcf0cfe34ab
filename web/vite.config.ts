/** Builds the three pages, figures and records for citizens and the app, into `web/dist`; no project is baked in. */
import { defineConfig } from "vite";

const page = (path: string) => `${import.meta.dirname}/${path}`;

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // The Content-Security-Policy admits no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: page("index.html"),
        records: page("registros/index.html"),
        app: page("app/index.html"),
      },
    },
  },
});
