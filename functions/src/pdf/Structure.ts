/**
 * The tag tree: what each piece of the page is, in reading order, for whoever hears it. Elements are written as soon as
 * they end, and only open ones are held; pdfkit's own tree keeps all, at ten times the size.
 */
import type { ObjectPool } from "./ObjectPool.ts";
import { pooled } from "./ObjectPool.ts";
import { type Internals, type Reference, textNotation } from "./pdfkitInternals.ts";

/** What an element says besides its tag. */
export interface Attributes {
  /** In the place of what is drawn. */
  readonly alt?: string;
  /** Of a table's head: what it heads. */
  readonly scope?: "Column" | "Row";
  /** Further attributes, in PDF's notation. */
  readonly attributes?: string;
}

/** An element that can still be added to. Of an untagged document it is nothing. */
export interface Element {
  readonly number: number;
  readonly tag: string;
  readonly parent: number;
  readonly more: string;
  /** Object numbers of the page that its content begins on, and its kids in PDF's notation. */
  page: number;
  kids: string[];
}

const NOTHING: Element = { number: 0, tag: "", parent: 0, more: "", page: 0, kids: [] };

const scopes = {
  Column: "/A<</O/Table/Scope/Column>>",
  Row: "/A<</O/Table/Scope/Row>>",
} as const;

function notationOf({ alt, scope, attributes }: Attributes): string {
  const words = alt === undefined ? "" : `/Alt${textNotation(alt)}`;
  return words + (scope ? scopes[scope] : "") + (attributes ?? "");
}

export class Structure {
  /** The root of the reading order. */
  readonly root: Element;
  readonly isTagged: boolean;
  readonly #document: Internals;
  readonly #pool: ObjectPool;
  readonly #tree: Reference | undefined;
  /** Entries of the tree that leads from content back to its elements: key and object number in turns. */
  readonly #parents: string[] = [];
  #nextKey = 0;
  /** The page that content is put on, and the elements of its content by their number on the page. */
  #page: Reference | undefined;
  #owners: number[] = [];

  constructor(document: Internals, pool: ObjectPool, isTagged: boolean) {
    this.#document = document;
    this.#pool = pool;
    this.isTagged = isTagged;
    if (!isTagged) {
      this.root = NOTHING;
      return;
    }
    this.#tree = document.ref({ Type: "StructTreeRoot" });
    document._root.data.StructTreeRoot = this.#tree;
    document._root.data.MarkInfo = document.ref({ Marked: true });
    this.root = {
      number: pool.reserve(),
      tag: "Document",
      parent: this.#tree.id,
      more: "",
      page: 0,
      kids: [],
    };
  }

  /** Opens an element as the next of its parent; whoever opens it ends it. */
  open(tag: string, parent: Element, attributes?: Attributes): Element {
    if (!this.isTagged) return NOTHING;
    const number = this.#pool.reserve();
    parent.kids.push(`${number} 0 R`);
    const more = attributes ? notationOf(attributes) : "";
    return { number, tag, parent: parent.number, more, page: 0, kids: [] };
  }

  end({ number, tag, parent, more, page, kids }: Element): void {
    if (!this.isTagged) return;
    const on = page === 0 ? "" : `/Pg ${page} 0 R`;
    const held = kids.length === 0 ? "" : kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(" ")}]`;
    this.#pool.add(number, `<</S/${tag}/P ${parent} 0 R${on}${held}${more}>>`);
  }

  /** The operator that begins a piece of the element's content on the present page; `EMC` ends it. */
  begin(element: Element): string {
    const page = this.#pageOf();
    const index = this.#owners.push(element.number) - 1;
    if (element.page === 0) element.page = page;
    element.kids.push(element.page === page ? String(index) : `<</Type/MCR/Pg ${page} 0 R/MCID ${index}>>`);
    return `/${element.tag}<</MCID ${index}>>BDC`;
  }

  /** An element whose one piece of content is begun now: opened, marked and ended in one. */
  leaf(tag: string, parent: Element, scope?: "Column" | "Row"): string {
    const more = scope ? scopes[scope] : "";
    const page = this.#pageOf();
    const number = this.#pool.reserve();
    parent.kids.push(`${number} 0 R`);
    const index = this.#owners.push(number) - 1;
    this.#pool.add(number, `<</S/${tag}/P ${parent.number} 0 R/Pg ${page} 0 R/K ${index}${more}>>`);
    return `/${tag}<</MCID ${index}>>BDC`;
  }

  /** Puts an annotation of the present page into an element. */
  addAnnotation(element: Element, annotation: Reference): void {
    if (!this.isTagged) return;
    const page = this.#document.page.dictionary.id;
    if (element.page === 0) element.page = page;
    annotation.data.StructParent = this.#nextKey;
    this.#parents.push(`${this.#nextKey} ${element.number} 0 R`);
    this.#nextKey += 1;
    element.kids.push(`<</Type/OBJR/Pg ${page} 0 R/Obj ${annotation.id} 0 R>>`);
  }

  /** To be called when nothing more is put on the present page. */
  endPage(): void {
    if (!this.#page) return;
    const number = this.#pool.reserve();
    this.#pool.add(number, `[${this.#owners.map((owner) => `${owner} 0 R`).join(" ")}]`);
    this.#parents.push(`${this.#page.data.StructParents} ${number} 0 R`);
    this.#page = undefined;
    this.#owners = [];
  }

  /** Ends the tree; pdfkit writes its root. */
  close(): void {
    this.endPage();
    if (!this.#tree) return;
    this.end(this.root);
    const numbers = this.#pool.reserve();
    const byKey = this.#parents.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    this.#pool.add(numbers, `<</Nums[${byKey.join(" ")}]>>`);
    Object.assign(this.#tree.data, {
      K: pooled(this.root.number),
      ParentTree: pooled(numbers),
      ParentTreeNextKey: this.#nextKey,
    });
  }

  /** The object number of the present page, which gets its key with its first content. */
  #pageOf(): number {
    if (!this.#page) {
      this.#page = this.#document.page.dictionary;
      this.#page.data.StructParents = this.#nextKey;
      this.#nextKey += 1;
    }
    return this.#page.id;
  }
}
