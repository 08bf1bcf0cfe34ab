/** Unpacks single parts of a zip with the browser's own inflater, never more than the directory and our limit allow. */
import { type ZipEntry, zipDirectoryOf } from "#domain/zipEntries.ts";
import { FILE_LIMITS, RefusedFile } from "./Workbook.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;

export interface Zip {
  readonly names: readonly string[];
  readonly isEncrypted: boolean;
  /** The part's text; `undefined` when there is none of that name. Throws `RefusedFile`. */
  readonly text: (name: string) => Promise<string | undefined>;
}

/** Throws `RefusedFile` where the directory cannot be believed. */
export function openZip(file: Uint8Array): Zip {
  const entries = zipDirectoryOf(file, file.byteLength);
  if (typeof entries === "string") throw new RefusedFile(entries === "cut-short" ? "damaged" : "bomb");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let left: number = FILE_LIMITS.unpacked;
  return {
    names: entries.map(({ name }) => name),
    isEncrypted: entries.some(({ isEncrypted }) => isEncrypted),
    text: async (name) => {
      const entry = byName.get(name);
      if (!entry) return undefined;
      if (entry.unpacked > left) throw new RefusedFile("bomb");
      const bytes = await unpack(file, entry);
      left -= bytes.byteLength;
      return new TextDecoder().decode(bytes);
    },
  };
}

/** Holds the part to the size that its directory entry claims, while it is inflated. */
async function unpack(file: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const packed = packedBytes(file, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new RefusedFile("damaged");
  const whole = new Uint8Array(entry.unpacked);
  let length = 0;
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = inflated.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.byteLength > entry.unpacked) throw new RefusedFile("bomb");
      whole.set(value, length);
      length += value.byteLength;
    }
  } catch (error) {
    if (error instanceof RefusedFile) {
      await reader.cancel().catch(() => {});
      throw error;
    }
    throw new RefusedFile("damaged");
  }
  if (length !== entry.unpacked) throw new RefusedFile("damaged");
  return whole;
}

function packedBytes(file: Uint8Array, { offset, packed }: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (offset + LOCAL_BYTES > file.byteLength || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw new RefusedFile("damaged");
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > file.byteLength) throw new RefusedFile("damaged");
  return new Uint8Array(file.subarray(start, start + packed));
}
