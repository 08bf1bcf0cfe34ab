/** The emulators' firebase.json, made from the real one: other ports, and a policy that admits the emulators. */

/** What of firebase.json is read here; the rest passes through untouched. */
export interface FirebaseJson {
  emulators: Record<string, unknown>;
  hosting: { headers: { source: string; headers: { key: string; value: string }[] }[] };
}

/** A port for each of the emulators' listeners; the websocket is Firestore's second one. */
export type Ports = Record<(typeof LISTENERS)[number], number>;

export const LISTENERS = [
  "auth",
  "firestore",
  "websocket",
  "functions",
  "storage",
  "hosting",
  "tasks",
  "eventarc",
  "hub",
  "logging",
] as const;

/** The emulators that a browser speaks to directly; functions are reached through Hosting. */
const REACHED_BY_BROWSERS = ["auth", "firestore", "storage"] as const;

/** Returns a copy of `real` with `ports`, and with the emulators' origins in each `connect-src` and `frame-src`. */
export function emulatorConfig<Config extends FirebaseJson>(real: Config, ports: Ports): Config {
  const config = structuredClone(real);
  for (const listener of LISTENERS) {
    const [emulator, key] = listener === "websocket" ? ["firestore", "websocketPort"] : [listener, "port"];
    config.emulators[emulator] = { ...Object(config.emulators[emulator]), [key]: ports[listener] };
  }
  const originsOf = (...names: (keyof Ports)[]) =>
    names.flatMap((name) => [`http://127.0.0.1:${ports[name]}`, `http://localhost:${ports[name]}`]).join(" ");
  const added = [
    [/\bconnect-src [^;]*/, originsOf(...REACHED_BY_BROWSERS)],
    // The Auth emulator plays Google's window, and a frame of it reports how that ended.
    [/\bframe-src [^;]*/, originsOf("auth")],
  ] as const;
  for (const { headers } of config.hosting.headers) {
    for (const header of headers) {
      if (header.key.toLowerCase() !== "content-security-policy") continue;
      for (const [directive, origins] of added)
        header.value = header.value.replace(directive, (sources) => `${sources} ${origins}`);
    }
  }
  return config;
}

/** The ports that firebase.json names: those of `npm start`. */
export function portsOf(config: FirebaseJson): Ports {
  const port = (emulator: string, key = "port"): number => {
    const value: unknown = Object(config.emulators[emulator])[key];
    if (typeof value !== "number")
      throw new Error(`firebase.json: emulators.${emulator}.${key} is not a port`);
    return value;
  };
  return Object.fromEntries(
    LISTENERS.map((name) => [name, name === "websocket" ? port("firestore", "websocketPort") : port(name)]),
  ) as Ports;
}
