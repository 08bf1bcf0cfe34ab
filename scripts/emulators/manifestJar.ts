/** Writes a jar that holds nothing but a manifest: it starts a main class that lives in other jars. */
import { crc32 } from "node:zlib";

const NAME = "META-INF/MANIFEST.MF";

/**
 * The bytes of a jar whose `Main-Class` is found on `classPath`, a list of `file:` URLs (of jars, or of
 * directories if they end in a slash). The zip format is PKWARE's APPNOTE.TXT, with one stored entry.
 */
export function manifestJar(mainClass: string, classPath: string[]): Buffer {
  const content = Buffer.from(
    ["Manifest-Version: 1.0", `Main-Class: ${mainClass}`, `Class-Path: ${classPath.join(" ")}`]
      .map((line) => `${folded(line)}\r\n`)
      .join(""),
  );
  const name = Buffer.from(NAME);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(10, 0); // version needed to extract: 1.0
  common.writeUInt16LE(0x21, 8); // the date 1980-01-01, the first there is; flags, method and time stay 0
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, name, content]);
  const versionMadeBy = Buffer.from([10, 0]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02"), versionMadeBy, common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A manifest's lines hold at most 72 bytes and go on after a leading space. */
function folded(line: string): string {
  if (!/^[\x20-\x7e]*$/.test(line)) throw new Error(`Not plain ASCII, as a manifest must be: ${line}`);
  const [first = "", ...rest] = [line.slice(0, 70), ...(line.slice(70).match(/.{1,69}/g) ?? [])];
  return [first, ...rest.map((part) => ` ${part}`)].join("\r\n");
}
