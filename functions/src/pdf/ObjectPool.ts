/**
 * Small objects of the file, several hundred to a compressed stream (PDF 1.5, object streams), and the table that finds
 * them. pdfkit writes each object by itself: a tag tree of 50,000 rows would be ten times as large, and all held.
 */
import { deflateSync } from "node:zlib";
import { type Internals, Notation } from "./pdfkitInternals.ts";

const PER_STREAM = 500;
/** Bytes of an entry in the table: kind, place, index. */
const ENTRY = [1, 4, 2] as const;
const ENTRY_BYTES = 7;

/** Where an object is, as one small negative number: pdfkit's own offsets are positive. */
const placeOf = (stream: number, index: number): number => -1 - (stream * PER_STREAM + index);

export class ObjectPool {
  readonly #document: Internals;
  /** The numbers of the streams that were written. */
  readonly #streams: number[] = [];
  #numbers: number[] = [];
  #texts: string[] = [];

  constructor(document: Internals) {
    this.#document = document;
    document._finalize = () => this.#writeTable();
  }

  /** A number for an object that is added later. */
  reserve(): number {
    return this.#document._offsets.push(null);
  }

  /** Adds an object, in PDF's notation. */
  add(number: number, text: string): void {
    this.#document._offsets[number - 1] = placeOf(this.#streams.length, this.#numbers.length);
    this.#numbers.push(number);
    this.#texts.push(text);
    if (this.#numbers.length === PER_STREAM) this.flush();
  }

  /** Writes what waits; to be called before the document ends. */
  flush(): void {
    if (this.#numbers.length === 0) return;
    let head = "";
    let offset = 0;
    for (const [index, number] of this.#numbers.entries()) {
      head += `${number} ${offset} `;
      offset += (this.#texts[index]?.length ?? 0) + 1;
    }
    const stream = this.#document.ref({ Type: "ObjStm", N: this.#numbers.length, First: head.length });
    this.#streams.push(stream.id);
    stream.end(Buffer.from(head + this.#texts.join("\n"), "latin1"));
    this.#numbers = [];
    this.#texts = [];
  }

  /** The table of all objects as a stream, in the place of pdfkit's, which knows no objects within streams. */
  #writeTable(): void {
    const { _offsets: offsets, _offset: start, _root, _info, _id } = this.#document;
    const count = offsets.length + 2;
    // Each entry as its difference to the one before ("Up"): most are alike, and deflate to almost nothing.
    const rows = Buffer.alloc(count * (ENTRY_BYTES + 1));
    const previous = Buffer.alloc(ENTRY_BYTES);
    const entry = Buffer.alloc(ENTRY_BYTES);
    for (let number = 0; number < count; number += 1) {
      this.#writeEntry(entry, number === 0 ? undefined : number === count - 1 ? start : offsets[number - 1]);
      const at = number * (ENTRY_BYTES + 1);
      rows[at] = 2;
      for (let byte = 0; byte < ENTRY_BYTES; byte += 1)
        rows[at + 1 + byte] = (entry[byte] ?? 0) - (previous[byte] ?? 0);
      entry.copy(previous);
    }
    const packed = deflateSync(rows);
    const id = Buffer.from(_id).toString("hex");
    const dictionary = [
      `<</Type/XRef/Size ${count}/W[${ENTRY.join(" ")}]/Root ${_root.id} 0 R/Info ${_info.id} 0 R/ID[<${id}><${id}>]`,
      `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${ENTRY_BYTES}>>/Length ${packed.length}>>`,
    ].join("");
    this.#document._write(`${count - 1} 0 obj\n${dictionary}\nstream`);
    this.#document._write(packed);
    this.#document._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
    this.#document.push(null);
  }

  #writeEntry(entry: Buffer, place: number | null | undefined): void {
    const isFree = place === null || place === undefined;
    const isPooled = !isFree && place < 0;
    const inPool = isPooled ? -1 - place : 0;
    entry.writeUInt8(isFree ? 0 : isPooled ? 2 : 1, 0);
    entry.writeUInt32BE(
      isPooled ? (this.#streams[Math.floor(inPool / PER_STREAM)] ?? 0) : isFree ? 0 : place,
      1,
    );
    entry.writeUInt16BE(isPooled ? inPool % PER_STREAM : isFree ? 0xffff : 0, 5);
  }
}

/** A reference to an object of the pool, as pdfkit's dictionaries take it. */
export const pooled = (number: number): Notation => new Notation(`${number} 0 R`);
