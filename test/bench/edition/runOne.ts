/** `node runOne.ts CONTENDER PROJECT`: one contender in a process of its own, on the emulators, as a function's instance. */
import { parseArgs } from "node:util";
import { initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { getStorage } from "firebase-admin/storage";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { type EditionKinds, KINDS } from "#functions/jobs/editions/reportKinds.ts";
import { startEdition } from "#functions/jobs/editions/startEdition.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import { spanRecords } from "#functions/store/spanRecords.ts";
import { peakMiB } from "../peakMiB.ts";
import type { ContenderName, Outcome } from "./Outcome.ts";

const YEAR = 2025;

const [name = "", projectId = ""] = parseArgs({ allowPositionals: true }).positionals;
const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` });
const db = getFirestore(app);
const bucket: Bucket = getStorage(app).bucket();

type Made = Pick<Outcome, "files" | "bytes">;

/** The physical limit: every record comes from Firestore once. */
async function read(store: Firestore): Promise<Made> {
  let records = 0;
  for await (const _record of spanRecords(store, { first: `${YEAR}-01-01`, last: `${YEAR}-12-31` }))
    records += 1;
  if (records === 0) throw new Error("there is nothing to read");
  return { files: 0, bytes: 0 };
}

async function make(kinds: EditionKinds): Promise<Made> {
  const context: EditionContext = {
    ...{ ...jobContext(db, () => new Date()), bucket, appUrl: "https://bitacora.example" },
    ...{ enqueue: async () => undefined, newId: () => crypto.randomUUID() },
  };
  const request = { subject: { kind: "annual", year: YEAR } as const, requestId: crypto.randomUUID() };
  const { editionId } = await startEdition(context, request, "bench");
  const state = await composeEdition(context, editionId, true, kinds);
  if (state !== "ready") throw new Error(`the edition is ${state}`);
  const { files = [] } = (await editions(db).doc(editionId).get()).data() ?? {};
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

const PDF_ALONE: EditionKinds = {
  ...KINDS,
  annual: { ...KINDS.annual, files: [{ format: "pdf", language: "es" }] },
};

const CONTENDERS: Readonly<Record<ContenderName, () => Promise<Made>>> = {
  read: () => read(db),
  pdf: () => make(PDF_ALONE),
  all: () => make(KINDS),
};

const begun = performance.now();
const made = await CONTENDERS[name as ContenderName]();
const seconds = (performance.now() - begun) / 1_000;
console.log(JSON.stringify({ ...made, seconds, peakMiB: peakMiB() }));
process.exit();
