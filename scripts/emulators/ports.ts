/** Finds free ports, and says who holds one that is not. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { LISTENERS, type Ports } from "./emulatorConfig.ts";
import { Refusal } from "./Refusal.ts";

/** Ports that nobody listens on, one for each listener. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(LISTENERS.map(() => listen(0)));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(close));
  return Object.fromEntries(LISTENERS.map((name, index) => [name, ports[index]])) as Ports;
}

/** @throws Refusal naming the first of the ports that is taken, and the process that holds it */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
      throw new Refusal(
        `Port ${port} (${name}) is held by ${portHolder(port)}. End that process, or use other ports: npm start -- --free-ports`,
      );
    });
    await close(server);
  }
}

/** The process that listens on the port, such as "java (process 4711)". */
export function portHolder(port: number): string {
  const pid = process.platform === "linux" ? listenerOnLinux(port) : listenerByLsof(port);
  if (pid === undefined) return "a process of another user";
  return `${commandOf(pid)} (process ${pid})`;
}

function listenerOnLinux(port: number): number | undefined {
  const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
  const LISTEN = "0A";
  const sockets = new Set(
    ["/proc/net/tcp", "/proc/net/tcp6"]
      .flatMap((table) => textOf(table).split("\n").slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[1]?.endsWith(`:${hexPort}`) && fields[3] === LISTEN)
      .map((fields) => `socket:[${fields[9]}]`),
  );
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFilesOf(pid).some((file) => sockets.has(file)));
}

function openFilesOf(pid: number): string[] {
  const directory = `/proc/${pid}/fd`;
  return orElse([], () => readdirSync(directory)).map((fd) =>
    orElse("", () => readlinkSync(join(directory, fd))),
  );
}

function listenerByLsof(port: number): number | undefined {
  const listing = ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-t"];
  const pid = orElse("", () => execFileSync("lsof", listing, { encoding: "utf8" }));
  return Number.parseInt(pid, 10) || undefined;
}

function commandOf(pid: number): string {
  if (process.platform === "linux") return textOf(`/proc/${pid}/comm`).trim();
  return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
}

function textOf(path: string): string {
  return orElse("", () => readFileSync(path, "utf8"));
}

/** What is looked at may end meanwhile, or be another user's. */
function orElse<T>(other: T, look: () => T): T {
  try {
    return look();
  } catch {
    return other;
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
