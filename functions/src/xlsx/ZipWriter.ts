/** A zip file written entry by entry, whose bytes depend on nothing but its entries. */
import { Zip, ZipDeflate } from "fflate";
import type { OutputFile } from "../output/OutputFile.ts";

/** Bytes of an entry that are deflated at once. */
const PIECE = 1 << 16;

export class ZipWriter {
  readonly #file: OutputFile;
  readonly #zip: Zip;
  /** What the zip has made and the file has not yet taken. */
  #made: Uint8Array[] = [];
  #entry: ZipDeflate | undefined;
  #waiting = "";

  constructor(file: OutputFile) {
    this.#file = file;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#made.push(piece);
    });
  }

  /** Begins an entry; the one before must have ended. */
  begin(path: string): void {
    this.#entry = new ZipDeflate(path, { level: 6 });
    // The first day that a zip can say, by the clock of wherever this runs: the same digits everywhere.
    this.#entry.mtime = new Date(1980, 0, 1);
    this.#zip.add(this.#entry);
  }

  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= PIECE) await this.#pass(false);
  }

  async end(): Promise<void> {
    await this.#pass(true);
    this.#entry = undefined;
  }

  async add(path: string, text: string): Promise<void> {
    this.begin(path);
    await this.write(text);
    await this.end();
  }

  /** Writes the list of entries. */
  async close(): Promise<void> {
    this.#zip.end();
    await this.#take();
  }

  async #pass(isLast: boolean): Promise<void> {
    this.#entry?.push(Buffer.from(this.#waiting, "utf8"), isLast);
    this.#waiting = "";
    await this.#take();
  }

  async #take(): Promise<void> {
    const made = this.#made;
    this.#made = [];
    for (const piece of made) await this.#file.write(piece);
  }
}
