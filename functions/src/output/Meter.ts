/** Counts and hashes what passes, and gathers many small pieces into few. */
import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/** Bytes that are passed on at once. */
const PIECE_BYTES = 1 << 16;

export class Meter extends Transform {
  bytes = 0;
  sha256 = "";
  readonly #hash = createHash("sha256");
  #held: Buffer[] = [];
  #heldBytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes >= PIECE_BYTES) this.#pass();
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#pass();
    this.sha256 = this.#hash.digest("hex");
    done();
  }

  #pass(): void {
    const piece = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    this.#hash.update(piece);
    this.bytes += piece.length;
    this.push(piece);
  }
}
