/**
 * A worker of its own process: makes one edition and ends. Whoever started it is told when it begins, and may kill it.
 *
 * Arguments: the project, the edition's id, and how many milliseconds its clock runs ahead, so that it finds a dead
 * worker's lease run out.
 */
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import { contextOn } from "./contextOn.ts";

const [project = "", editionId = "", ahead = "0"] = process.argv.slice(2);
const context = contextOn(project, Number(ahead));
// Opened first, so that the instants of death lie in the work and not in the loading of libraries.
await context.db.doc(`editions/${editionId}`).get();
process.send?.("begins");
const state = await composeEdition(context, editionId, false);
process.send?.(state);
process.disconnect();
