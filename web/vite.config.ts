/** Builds the three pages, figures and records for citizens and the app, into `web/dist`; no project is baked in. */
import { defineConfig, type Rolldown } from "vite";
import { keptFiles } from "./keptFiles.ts";

const page = (path: string) => `${import.meta.dirname}/${path}`;

type Graph = Pick<Rolldown.PluginContext, "getModuleInfo">;

/** Whether the page loads the module before anything is asked of it. */
function isLoadedBy(at: string, id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (id === page(at)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isLoadedBy(at, importer, graph, seen));
}

/** What the app begins with, and of that what pages of citizens begin with too, in a file each. */
const sharedWith = (name: string, other: string, priority: number) => ({
  debugName: name,
  name: (id: string, graph: Graph) =>
    !id.endsWith(".html") && isLoadedBy("app/index.html", id, graph) && isLoadedBy(other, id, graph)
      ? name
      : null,
  priority,
});

/** At the root, so that its scope may be /app. */
const WORKER = "app-worker.js";

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [keptFiles(WORKER, "/src/app/main.tsx", ["/mark.svg"])],
  resolve: {
    alias: { "@firebase/webchannel-wrapper/bloom-blob": page("src/data/Integer.ts") },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    modulePreload: {
      polyfill: false,
      // What a page that comes later needs, its own script asks for; a list of it all would come with the beginning.
      resolveDependencies: (_file, needed, { hostType }) => (hostType === "html" ? needed : []),
    },
    // The Content-Security-Policy admits no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: page("index.html"),
        records: page("registros/index.html"),
        app: page("app/index.html"),
        worker: page("src/worker/serviceWorker.ts"),
      },
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? WORKER : "assets/[name]-[hash].js"),
        // Three files compress better than the fifty that the app's beginning would be cut into.
        codeSplitting: {
          groups: [
            sharedWith("shared", "index.html", 3),
            sharedWith("named", "registros/index.html", 2),
            sharedWith("first", "app/index.html", 1),
          ],
        },
      },
    },
  },
});
