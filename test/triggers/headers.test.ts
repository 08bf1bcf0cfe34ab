/** What Hosting sends with every page: who may frame it, what it may load, and that nothing in it is inline. */
import { describe, expect, test } from "vitest";
import { hosts } from "../support/emulators.ts";

const base = `http://${hosts.hosting}`;

/** Every kind of answer: pages, an address of the app, a file, what is not there. */
const PATHS = ["/", "/app", "/app/personas", "/registros", "/mark.svg", "/not-there"];

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin-allow-popups",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** The emulators' own origins are none of the policy's: test/emulators asserts what is added. */
const withoutEmulators = (policy: string) => policy.replaceAll(/ http:\/\/(127\.0\.0\.1|localhost):\d+/g, "");

const POLICY = {
  "default-src": "'self'",
  "script-src": "'self' https://apis.google.com/js/ https://apis.google.com/_/scs/",
  "frame-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

describe.each(PATHS)("%s", (path) => {
  test("comes with every security header", async () => {
    const { headers } = await fetch(`${base}${path}`);
    expect(Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]))).toEqual(
      HEADERS,
    );
  });

  test("comes with a policy that admits no inline code, no plug-in and no foreign frame", async () => {
    const { headers } = await fetch(`${base}${path}`);
    const policy = withoutEmulators(headers.get("content-security-policy") ?? "");
    const { "connect-src": connect = "", ...rest } = Object.fromEntries(
      policy
        .split("; ")
        .map((directive) => [
          directive.slice(0, directive.indexOf(" ")),
          directive.slice(directive.indexOf(" ") + 1),
        ]),
    );
    expect(rest).toEqual(POLICY);
    expect(
      connect.split(" ").filter((source) => !/^('self'|https:\/\/[a-z]+\.googleapis\.com)$/.test(source)),
    ).toEqual([]);
  });
});

test.each(["/", "/app", "/registros"])("the page %s has no inline script, style or handler", async (path) => {
  const html = await (await fetch(`${base}${path}`)).text();
  expect(html).toContain('<div id="root">');
  const scripts = html.match(/<script[^>]*>[^<]*/g) ?? [];
  expect(scripts.filter((script) => !/^<script[^>]* src="\/assets\/[^"]+"[^>]*>$/.test(script))).toEqual([]);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
});
