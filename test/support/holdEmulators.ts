/** A program that starts two emulators on the data of a directory and waits: for the tests that kill it. */
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";

const [dataDir = ""] = process.argv.slice(2);

const { run, hosts } = await startEmulators({
  projectId: "demo-held",
  ports: "free",
  only: ["firestore", "storage"],
  dataDir,
  log: console.log,
});
console.log(JSON.stringify({ held: { run, firestore: hosts.firestore } }));
setInterval(() => {}, 1000);
