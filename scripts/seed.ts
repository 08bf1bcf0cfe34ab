/**
 * `npm run seed`: loads catalogues, indicators and networks into a project; safe to repeat.
 *
 * `--project ID` names the project, `--examples` adds the example records, `--remove-examples` removes them.
 * It works on the emulators where FIRESTORE_EMULATOR_HOST says so, else by application default credentials.
 */
import { parseArgs } from "node:util";
import { DEMO_INDICATORS } from "./demo/demoIndicators.ts";
import { loadDemo, refuseRealProject } from "./demo/loadDemo.ts";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { INDICATORS } from "./seed/catalogueData.ts";
import { loadExamples, removeExamples } from "./seed/examples.ts";
import { loadAccounts } from "./seed/loadAccounts.ts";
import { loadCatalogues } from "./seed/loadCatalogues.ts";
import { onProject } from "./seed/onProject.ts";
import { publish } from "./seed/publish.ts";

export interface SeedOptions {
  readonly projectId: string;
  /** Adds the example records, unless someone has removed them. */
  readonly examples: boolean;
  /** Adds a generated year of the city; in `demo-` projects alone. */
  readonly demo: boolean;
  /** Creates the sample accounts; in the Auth emulator alone. */
  readonly accounts: boolean;
}

/**
 * Loads what ships with the system; what is there already, changed by the Office or not, stays as it is.
 *
 * @throws Refusal for what the project must not hold: sample accounts outside of the Auth emulator, generated
 * data outside of a `demo-` project, a `demo-` project outside of the Firestore emulator
 */
export async function seed({ projectId, examples, demo, accounts }: SeedOptions): Promise<void> {
  const now = new Date();
  if (demo) refuseRealProject(projectId);
  await onProject(projectId, async (db, app) => {
    if (accounts) await loadAccounts(app, now);
    const indicators = demo ? [...INDICATORS, ...DEMO_INDICATORS] : INDICATORS;
    const hasNewRules = await loadCatalogues(db, now, indicators);
    if (examples) await loadExamples(db, now, false);
    const isNew = demo && (await loadDemo(db, now));
    await publish(db, () => new Date(), isNew || hasNewRules);
  });
}

/** What the command line asks for; prints what was done. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      project: { type: "string" },
      examples: { type: "boolean", default: false },
      "remove-examples": { type: "boolean", default: false },
    },
  });
  const projectId = values.project ?? process.env.GOOGLE_CLOUD_PROJECT;
  if (!projectId) throw new Refusal("Which project? npm run seed -- --project ID");
  if (values.examples && values["remove-examples"])
    throw new Refusal("Either --examples or --remove-examples, not both.");
  const now = new Date();
  await onProject(projectId, async (db) => {
    if (values["remove-examples"]) {
      console.log(`Removed ${await removeExamples(db, now)} example records from ${projectId}.`);
      return;
    }
    const hasNewRules = await loadCatalogues(db, now);
    if (values.examples) await loadExamples(db, now, true);
    await publish(db, () => new Date(), hasNewRules);
    console.log(
      `${projectId} has its catalogues, indicators${values.examples ? ", networks and examples" : " and networks"}.`,
    );
  });
}

if (import.meta.main) await orRefuse(main);
