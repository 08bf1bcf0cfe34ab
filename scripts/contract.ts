/**
 * `npm run contract`: the contract of rules and schemas on 10,000 random documents, each created and each updated.
 *
 * `-- --seed N` repeats the documents of a run, whose seed it printed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const DOCUMENTS = "10000";

const { values } = parseArgs({ options: { seed: { type: "string" } } });
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, "test.ts"), "test/rules/contract.test.ts"],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      EMULATORS: "firestore",
      CONTRACT_DOCUMENTS: DOCUMENTS,
      ...(values.seed !== undefined && { CONTRACT_SEED: values.seed }),
    },
  },
);
process.exit(status ?? 1);
