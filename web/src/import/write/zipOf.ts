/** Packs parts into a zip; the same parts give the same bytes. */

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** 1 January 1980, the first day that zips know. */
const DATE = 0x21;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x800;

function header(
  signature: number,
  fields: readonly (readonly [value: number, bytes: 2 | 4])[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** @param parts - texts by their names, in order */
export async function zipOf(parts: readonly (readonly [name: string, text: string])[]): Promise<Blob> {
  const files: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const [path, text] of parts) {
    const name = new TextEncoder().encode(path);
    const content = new TextEncoder().encode(text);
    const packed = await deflated(content);
    const common = [
      ...([
        [20, 2],
        [FLAGS, 2],
        [DEFLATED, 2],
        [0, 2],
        [DATE, 2],
        [crcOf(content), 4],
      ] as const),
      ...([
        [packed.length, 4],
        [content.length, 4],
        [name.length, 2],
        [0, 2],
      ] as const),
    ];
    const local = header(0x04034b50, common);
    directory.push(
      header(0x02014b50, [[20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]),
      name,
    );
    files.push(local, name, packed);
    offset += local.length + name.length + packed.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = parts.length;
  const end = header(0x06054b50, [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return new Blob([...files, ...directory, end]);
}
