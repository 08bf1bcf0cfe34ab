/** A program that starts two emulators, prints their mark and waits: for the test that kills it. */
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";

const { run } = await startEmulators({
  projectId: "demo-held",
  ports: "free",
  only: ["firestore", "storage"],
});
console.log(run);
setInterval(() => {}, 1000);
