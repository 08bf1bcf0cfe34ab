/** What a zip's directory says of its parts, read from the file's end; nothing is unpacked. */

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
/** Bytes of the record that ends a zip, without its comment, and the longest comment. */
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
/** More parts than any document has; a directory of more is not walked. */
const MOST_ENTRIES = 10_000;
/** An office document unpacks to some tens of times its size; what claims more is made to do harm. */
const MOST_UNPACKED = 1024 ** 3;

/** One part, as the directory describes it: a reader holds it to that. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is; 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the part's own header begins in the file. */
  readonly offset: number;
}

/**
 * `cut-short` when the end is missing; `unreadable` for what no office program writes: a directory that does not add up,
 * lies further from the end than `tail` reaches, has more than 10,000 entries, or claims to unpack to more than 1 GiB.
 *
 * @param tail - the last bytes of the file
 * @param bytes - of the whole file
 */
export function zipDirectoryOf(tail: Uint8Array, bytes: number): ZipEntry[] | "cut-short" | "unreadable" {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = endOf(view);
  if (end === undefined) return "cut-short";
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const tailStart = bytes - tail.byteLength;
  const directoryEnd = offset - tailStart + length;
  let at = offset - tailStart;
  if (at < 0 || directoryEnd > end || count > MOST_ENTRIES) return "unreadable";
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_BYTES > directoryEnd || view.getUint32(at, true) !== ENTRY_SIGNATURE) return "unreadable";
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > directoryEnd) return "unreadable";
    unpacked += view.getUint32(at + 24, true);
    if (unpacked > MOST_UNPACKED) return "unreadable";
    const nameStart = at + ENTRY_BYTES;
    entries.push({
      name: String.fromCharCode(...tail.subarray(nameStart, nameStart + Math.min(nameLength, 512))),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === directoryEnd ? entries : "unreadable";
}

/** The names alone. */
export function zipEntriesOf(tail: Uint8Array, bytes: number): string[] | "cut-short" | "unreadable" {
  const entries = zipDirectoryOf(tail, bytes);
  return typeof entries === "string" ? entries : entries.map(({ name }) => name);
}

/** Where the record lies that ends a zip; the last one counts. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  const first = Math.max(0, last - LONGEST_COMMENT);
  for (let at = last; at >= first; at -= 1)
    if (
      view.getUint32(at, true) === END_SIGNATURE &&
      at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  return undefined;
}
