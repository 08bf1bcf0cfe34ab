/** Walks through the XML of a spreadsheet's parts: enough for what programs write, and nothing that could do harm. */

export interface XmlHandler {
  /** `attribute` gives a value by its name, without the prefix of a namespace; `isEmpty` for `<row/>`. */
  readonly open: (name: string, attribute: (name: string) => string | undefined, isEmpty: boolean) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities that a document defines itself are not followed: they could grow without end. */
export const decoded = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g,
        (whole, decimal, hex, name) => {
          if (name !== undefined) return ENTITIES[name] ?? whole;
          const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
          return point <= 0x10ffff ? String.fromCodePoint(point) : "";
        },
      )
    : text;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

function attributeOf(tag: string, name: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const start = `${name}=${quote}`;
    for (let at = tag.indexOf(start); at >= 0; at = tag.indexOf(start, at + 1)) {
      if (!/[\s:]/.test(tag[at - 1] ?? "")) continue;
      const from = at + start.length;
      const to = tag.indexOf(quote, from);
      return to < 0 ? undefined : decoded(tag.slice(from, to));
    }
  }
  return undefined;
}

/** Where the tag ends that begins at `from`; a `>` inside quotes does not end it. */
function tagEnd(xml: string, from: number): number {
  let end = xml.indexOf(">", from);
  for (let quote = xml.indexOf('"', from); quote >= 0 && quote < end; ) {
    const closing = xml.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    if (closing > end) end = xml.indexOf(">", closing);
    quote = xml.indexOf('"', closing + 1);
  }
  return end;
}

/** Stops quietly where the document breaks off. */
export function scanXml(xml: string, { open, close, text }: XmlHandler): void {
  let at = xml.indexOf("<");
  while (at >= 0) {
    if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at);
      if (end < 0) return;
      text?.(xml.slice(at + 9, end));
      at = end + 2;
    } else if (xml.startsWith("<!--", at)) {
      const end = xml.indexOf("-->", at);
      if (end < 0) return;
      at = end + 2;
    } else {
      const end = tagEnd(xml, at);
      if (end < 0) return;
      const first = xml[at + 1];
      if (first === "/") close(withoutPrefix(xml.slice(at + 2, end).trim()));
      else if (first !== "?" && first !== "!") {
        const isEmpty = xml[end - 1] === "/";
        const tag = xml.slice(at + 1, isEmpty ? end - 1 : end);
        const name = withoutPrefix(/^[^\s/]+/.exec(tag)?.[0] ?? "");
        open(name, (attribute) => attributeOf(tag, attribute), isEmpty);
        if (isEmpty) close(name);
      }
      at = end;
    }
    const next = xml.indexOf("<", at + 1);
    if (text && next > at + 1) text(decoded(xml.slice(at + 1, next)));
    at = next;
  }
}
