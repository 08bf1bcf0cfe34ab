/** What a renderer writes, gathered; and outputs that fail. */
import { Writable } from "node:stream";
import type { DocumentInfo } from "#domain/annualReport/block.ts";

export const INFO: DocumentInfo = {
  title: "Prueba",
  subject: "Prueba",
  author: "Prueba",
  language: "es",
  runningHead: "Prueba",
  datedOn: "2025-12-31",
};

/** The bytes that the work writes, with what it gives. */
export async function written<T>(
  work: (output: Writable) => Promise<T>,
): Promise<{ bytes: Buffer; result: T }> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const result = await work(output);
  return { bytes: Buffer.concat(chunks), result };
}

export const failing = (): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(new Error("the bucket is full")) });

export const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
