/** The emulators' configuration is the real one but for ports and the origins that its policy admits. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { emulatorConfig, type FirebaseJson, portsOf } from "../../scripts/emulators/emulatorConfig.ts";

const real: FirebaseJson = JSON.parse(readFileSync(new URL("../../firebase.json", import.meta.url), "utf8"));
const PORTS = {
  auth: 1001,
  firestore: 1002,
  websocket: 1003,
  functions: 1004,
  storage: 1005,
  hosting: 1006,
  tasks: 1007,
  eventarc: 1008,
  hub: 1009,
  logging: 1010,
};

/** The places where two values differ, as paths such as `emulators.auth.port`. */
function differences(left: unknown, right: unknown, path: string[] = []): string[] {
  if (left === right) return [];
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) return [path.join(".")];
  const [a, b] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key], b[key], [...path, key]),
  );
}

function policyOf(config: FirebaseJson): string {
  const headers = config.hosting.headers.flatMap((entry) => entry.headers);
  return headers.find(({ key }) => key === "Content-Security-Policy")?.value ?? "";
}

describe("the emulators' firebase.json", () => {
  const generated = emulatorConfig(real, PORTS);

  test("differs from the real one in ports and the content security policy, and in nothing else", () => {
    const places = differences(real, generated);
    const isPort = (place: string) => /^emulators\.\w+\.(port|websocketPort)$/.test(place);
    expect(places.filter(isPort)).toHaveLength(Object.keys(PORTS).length);
    const rest = places.filter((place) => !isPort(place));
    expect(rest).toHaveLength(1);
    expect(rest[0]).toMatch(/^hosting\.headers\.\d+\.headers\.\d+\.value$/);
  });

  test("has the ports it was given", () => expect(portsOf(generated)).toEqual(PORTS));

  test("adds to the policy the origins of the emulators that browsers reach, and nothing else", () => {
    const added =
      " http://127.0.0.1:1001 http://localhost:1001 http://127.0.0.1:1002 http://localhost:1002 http://127.0.0.1:1005 http://localhost:1005";
    const framed = " http://127.0.0.1:1001 http://localhost:1001;";
    expect(policyOf(generated)).toContain(added);
    expect(policyOf(generated).replace(added, "").replace(framed, ";")).toBe(policyOf(real));
  });

  test("leaves the real one as it was", () => {
    const before = JSON.stringify(real);
    emulatorConfig(real, PORTS);
    expect(JSON.stringify(real)).toBe(before);
  });

  test("is told apart when anything else differs", () => {
    expect(differences(real, { ...real, storage: { rules: "open.rules" } })).toEqual(["storage.rules"]);
  });
});

test("the real policy admits no emulator, no inline code and no eval", () => {
  expect(policyOf(real)).toContain("default-src 'self'");
  expect(policyOf(real)).not.toMatch(/localhost|127\.0\.0\.1|http:|unsafe|\*/);
});
