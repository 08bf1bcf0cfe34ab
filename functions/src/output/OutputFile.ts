/** A file that is written piece by piece: no faster than it is taken, counted and hashed on its way. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Meter } from "./Meter.ts";

/** What was written. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

export class OutputFile {
  readonly #meter = new Meter();
  readonly #written: Promise<void>;
  #failed = false;

  /** @param output - is ended with the last byte, and destroyed when the writing fails */
  constructor(output: Writable) {
    this.#written = pipeline(this.#meter, output);
    this.#written.catch(() => {
      this.#failed = true;
    });
  }

  /** @throws what `output` threw */
  async write(piece: string | Uint8Array): Promise<void> {
    if (this.#failed) await this.#written;
    if (this.#meter.write(piece)) return;
    // Either it is taken, or the output failed: then the pipeline says why.
    await Promise.race([once(this.#meter, "drain").catch(() => {}), this.#written]);
    if (this.#failed) await this.#written;
  }

  async end(): Promise<Written> {
    this.#meter.end();
    await this.#written;
    return { bytes: this.#meter.bytes, sha256: this.#meter.sha256 };
  }

  /** Gives the file up: `output` is destroyed, and nothing of it is whole. */
  async abandon(reason: unknown): Promise<void> {
    this.#meter.destroy(reason instanceof Error ? reason : new Error(String(reason)));
    await this.#written.catch(() => {});
  }
}

/**
 * Writes a file with the given work, and gives it up when the work fails.
 *
 * @throws what the work or `output` throw
 */
export async function writeFile<T>(
  output: Writable,
  work: (file: OutputFile) => Promise<T>,
): Promise<Written & { readonly result: T }> {
  const file = new OutputFile(output);
  try {
    const result = await work(file);
    return { ...(await file.end()), result };
  } catch (error) {
    await file.abandon(error);
    throw error;
  }
}
