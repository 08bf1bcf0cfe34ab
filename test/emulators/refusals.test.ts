/** What is missing or in the way is said in one line. */
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { emulatorBinaries } from "../../scripts/emulators/emulatorBinaries.ts";
import { freePorts, refuseTakenPorts } from "../../scripts/emulators/ports.ts";
import { Refusal } from "../../scripts/emulators/Refusal.ts";
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(() => undefined).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  const { message } = error as Refusal;
  expect(message).not.toContain("\n");
  return message;
}

test("a port that is taken is named, with the process that holds it", async () => {
  const ports = await freePorts();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(ports.firestore, "127.0.0.1", resolve));
  const message = await refusal(refuseTakenPorts(ports));
  server.close();
  expect(message).toContain(`Port ${ports.firestore} (firestore)`);
  expect(message).toContain(`(process ${process.pid})`);
});

test("free ports are refused to nobody", async () => {
  await expect(refuseTakenPorts(await freePorts())).resolves.toBeUndefined();
});

test("Java that is missing is asked for", async () => {
  process.env.PATH = "/nowhere";
  expect(await refusal(emulatorBinaries(["firestore"]))).toContain("java is not on the PATH");
});

test("a project that could be real is never started", async () => {
  await expect(startEmulators({ projectId: "bitacora", ports: "free" })).rejects.toThrow("demo-");
});
