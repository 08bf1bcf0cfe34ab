/** No text for people is written into a component: what they read comes from a dictionary, in their language. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

/** Attributes that are shown or read out. */
const SPOKEN = [
  ...[
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
    "title",
  ],
  ...["label", "help", "caption", "head", "words", "message", "question", "confirm"],
];

/** Texts that are the same in every language. */
const NAMES = ["Ctrl + Enter", "Esc"];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Letters that make a word; a code such as `es` or an identifier is none where it is not shown. */
const isText = (value: unknown): value is string =>
  typeof value === "string" && /\p{L}{2,}/u.test(value) && !NAMES.includes(value.trim());

/** The value of a literal, or of a template without places. */
function literalOf(value: unknown): unknown {
  if (!isNode(value)) return undefined;
  if (value.type === "JSXExpressionContainer") return literalOf(value.expression);
  if (value.type === "Literal") return value.value;
  return undefined;
}

const nameOf = (attribute: Node): string => {
  const { name } = attribute;
  return isNode(name) ? String(name.name) : "";
};

/** All literals in the markup that a person would read. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isNode(value)) return [];
  const own = ((): unknown => {
    if (value.type === "JSXText") return value.value;
    if (value.type === "JSXExpressionContainer") return undefined;
    // A text in braces between tags is text as well.
    if (value.type === "JSXElement" || value.type === "JSXFragment") {
      const children = Array.isArray(value.children) ? value.children : [];
      return children.map(literalOf).find(isText);
    }
    if (value.type === "JSXAttribute" && SPOKEN.includes(nameOf(value))) return literalOf(value.value);
    return undefined;
  })();
  const inner = Object.entries(value).flatMap(([key, part]) => (key === "type" ? [] : textsIn(part)));
  return isText(own) ? [own.trim(), ...inner] : inner;
}

const textsOf = (source: string): string[] => textsIn(parseAst(source, { lang: "tsx" }));

const files = globSync("web/src/**/*.tsx", { cwd: ROOT }).sort();

test("components are found", () => expect(files.length).toBeGreaterThan(60));

test.each(files)("%s", (path) => expect(textsOf(readFileSync(join(ROOT, path), "utf8"))).toEqual([]));

describe("is caught", () => {
  test.each([
    ["between tags", "<p>Guardar</p>", "Guardar"],
    ["in braces", '<p>{"Guardar"}</p>', "Guardar"],
    ["in an attribute that is read out", '<img alt="Mapa" />', "Mapa"],
    ["in an attribute in braces", '<img title={"Mapa"} />', "Mapa"],
    ["deep inside", "<ul>{all.map(() => <li>Uno más</li>)}</ul>", "Uno más"],
  ])("%s", (_, markup, text) => expect(textsOf(`const a = ${markup};`)).toEqual([text]));

  test.each([
    '<p class="lead">{app("key")} · {count}</p>',
    '<input type="text" name="title" />',
    "<p>→ 1.</p>",
  ])("but not in %s", (markup) => expect(textsOf(`const a = ${markup};`)).toEqual([]));
});
