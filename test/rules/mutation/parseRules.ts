/** Reads a rules file into its parts: which paths it matches, what it allows there, and every expression with its place. */

/** Part of an expression, `text.slice(start, end)`. */
export interface Expression {
  readonly kind: "operation" | "not" | "call" | "list" | "string" | "number" | "path" | "other";
  /** The operator, the name of the function or method that is called, or the literal itself. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Of a call its arguments, after what it is called on. */
  readonly parts: readonly Expression[];
}

export interface Allowance {
  readonly methods: readonly string[];
  /** Where the methods' names stand. */
  readonly start: number;
  readonly end: number;
  readonly condition: Expression;
}

export interface Match {
  /** From the documents' root, its wildcards as written: `entities/{entityId}/records/{recordId}`. */
  readonly path: string;
  readonly allowances: readonly Allowance[];
}

export interface RuleFunction {
  readonly name: string;
  readonly expressions: readonly Expression[];
}

export interface Rules {
  readonly matches: readonly Match[];
  readonly functions: readonly RuleFunction[];
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|\d+|[A-Za-z_]\w*|&&|\|\||[=!<>]=|\$\(|[-+*/%<>!()[\]{},.;:=]|\S/g;
/** How tightly operators bind, loosest first. */
const BINDING = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", "<=", ">", ">=", "in", "is"],
  ["+", "-"],
  ["*", "/", "%"],
];
const ROOT = "databases/{database}/documents";

/** @throws Error that says what was expected and where */
export function parseRules(text: string): Rules {
  const tokens: Token[] = [...text.matchAll(TOKEN)]
    .map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }))
    .filter(({ text: word }) => !/^\/[/*]/.test(word));
  const matches: Match[] = [];
  const functions: RuleFunction[] = [];
  let at = 0;

  const peek = () => tokens[at]?.text;
  const next = (expected?: string): Token => {
    const token = tokens[at++];
    if (!token || (expected !== undefined && token.text !== expected))
      throw new Error(`expected ${expected} at ${token?.start}, found ${token?.text}`);
    return token;
  };
  const endOfLast = () => tokens[at - 1]?.end ?? 0;

  /** What stands between the braces of a match. */
  function block(parent: string): void {
    const path: string[] = [];
    while (peek() === "/") {
      next();
      let segment = "";
      do segment += next().text;
      while (segment.startsWith("{") && !segment.endsWith("}"));
      path.push(segment);
    }
    const full = [parent, ...path].filter((part) => part !== "").join("/");
    const allowances: Allowance[] = [];
    matches.push({ path: full.replace(ROOT, "").replace(/^\//, ""), allowances });
    next("{");
    for (let word = next().text; word !== "}"; word = next().text) {
      if (word === "match") block(full);
      else if (word === "function") functions.push(ruleFunction());
      else if (word === "allow") allowances.push(allowance());
      else throw new Error(`no rule begins with ${word}`);
    }
  }

  function ruleFunction(): RuleFunction {
    const name = next().text;
    while (next().text !== "{");
    const expressions: Expression[] = [];
    for (let word = next().text; word !== "}"; word = next().text) {
      if (word === "let") {
        next();
        next("=");
      }
      expressions.push(expression());
      next(";");
    }
    return { name, expressions };
  }

  function allowance(): Allowance {
    const first = next();
    const methods = [first.text];
    while (peek() === ",") {
      next();
      methods.push(next().text);
    }
    const end = endOfLast();
    next(":");
    next("if");
    const condition = expression();
    next(";");
    return { methods, start: first.start, end, condition };
  }

  function expression(level = 0): Expression {
    const operators = BINDING[level];
    if (!operators) return unary();
    let left = expression(level + 1);
    for (let word = peek(); word !== undefined && operators.includes(word); word = peek()) {
      next();
      const right = expression(level + 1);
      left = { kind: "operation", word, start: left.start, end: right.end, parts: [left, right] };
    }
    return left;
  }

  function unary(): Expression {
    if (peek() !== "!") return postfix();
    const { start } = next();
    const part = unary();
    return { kind: "not", word: "!", start, end: part.end, parts: [part] };
  }

  function postfix(): Expression {
    let value = primary();
    for (;;) {
      const { start } = value;
      if (peek() === ".") {
        next();
        const word = next().text;
        value = { kind: "other", word, start, end: endOfLast(), parts: [value] };
      } else if (peek() === "(") {
        next();
        const parts = [...value.parts, ...members(")")];
        value = { kind: "call", word: value.word, start, end: endOfLast(), parts };
      } else if (peek() === "[") {
        next();
        const parts = [value, ...members("]")];
        value = { kind: "other", word: "[]", start, end: endOfLast(), parts };
      } else return value;
    }
  }

  function primary(): Expression {
    const { text: word, start } = next();
    if (word === "(") {
      const inner = expression();
      next(")");
      return { ...inner, start, end: endOfLast() };
    }
    if (word === "[") return { kind: "list", word, parts: members("]"), start, end: endOfLast() };
    if (word === "/") return path(start);
    const kind = word.startsWith("'") ? "string" : /^\d/.test(word) ? "number" : "other";
    return { kind, word, start, end: endOfLast(), parts: [] };
  }

  function members(close: string): Expression[] {
    const parts: Expression[] = [];
    while (peek() !== close) {
      parts.push(expression());
      if (peek() === ",") next();
    }
    next(close);
    return parts;
  }

  function path(start: number): Expression {
    const parts: Expression[] = [];
    do {
      if (peek() === "$(") {
        next();
        parts.push(expression());
        next(")");
      } else next();
    } while (peek() === "/" && next());
    return { kind: "path", word: text.slice(start, endOfLast()), start, end: endOfLast(), parts };
  }

  while (peek() !== "match") next();
  next("match");
  block("");
  return { matches, functions };
}

/** The expression and all within it. */
export const within = (expression: Expression): Expression[] => [
  expression,
  ...expression.parts.flatMap(within),
];
