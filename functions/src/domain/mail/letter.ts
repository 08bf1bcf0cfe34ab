/** A letter in both languages, Spanish first, as plain text and as simple HTML that any reader can follow. */
import type { Language } from "../format.ts";
import type { Mail } from "./mail.ts";

/** What a letter says in one language. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What to do, and where. */
  readonly link: { readonly words: string; readonly url: string };
  /** Why this person receives it. */
  readonly footer: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** One line: a line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

const textOf = ({ greeting, paragraphs, link, footer }: Letter): string =>
  [greeting, ...paragraphs, `${link.words}:\n${link.url}`, footer].join("\n\n");

const htmlOf = ({ greeting, paragraphs, link, footer }: Letter, language: Language): string =>
  [
    `<div lang="${language}">`,
    ...[greeting, ...paragraphs].map((text) => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`),
    `<p><a href="${escaped(link.url)}" style="color:#0943b5;font-weight:bold">${escaped(link.words)}</a></p>`,
    `<p style="color:#515a67;font-size:14px">${escaped(footer)}</p>`,
    "</div>",
  ].join("\n");

/** The subject is the Spanish one: a long one is cut by the reader's list. */
export function messageOf({ es, en }: Readonly<Record<Language, Letter>>): Mail["message"] {
  const subject = oneLine(es.subject);
  return {
    subject,
    text: `${textOf(es)}\n\n– – –\n\n${textOf(en)}\n`,
    html: [
      '<!doctype html><html lang="es"><head><meta charset="utf-8">',
      `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
      '<body style="margin:0 auto;padding:16px;max-width:600px;color:#1a1f27;background:#fff;font:16px/1.5 Arial,sans-serif">',
      htmlOf(es, "es"),
      '<hr style="border:0;border-top:1px solid #d4d9e0;margin:24px 0">',
      htmlOf(en, "en"),
      "</body></html>",
    ].join("\n"),
  };
}
