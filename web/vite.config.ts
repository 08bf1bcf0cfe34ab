/** Builds the two pages, public site and app, into `web/dist`; no project is baked in. */
import { join } from "node:path";
import { defineConfig } from "vite";

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
        index: join(import.meta.dirname, "index.html"),
        app: join(import.meta.dirname, "app/index.html"),
      },
    },
  },
});
