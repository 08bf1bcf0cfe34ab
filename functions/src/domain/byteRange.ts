/** Which bytes of a file a request asks for (RFC 9110, section 14). */

export interface ByteRange {
  /** First and last byte, both included. */
  readonly start: number;
  readonly end: number;
}

/**
 * `undefined` for the whole file: without a header, and for several ranges or other units, which a server may pass over;
 * `unsatisfiable` where the file has no such bytes.
 *
 * @param header - as in `bytes=0-499`, `bytes=500-`, `bytes=-500`
 * @param bytes - of the whole file
 */
export function byteRangeOf(
  header: string | undefined,
  bytes: number,
): ByteRange | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "")
    return Number(last) > 0 && bytes > 0
      ? { start: Math.max(0, bytes - Number(last)), end: bytes - 1 }
      : "unsatisfiable";
  if (last !== "" && Number(last) < Number(first)) return undefined;
  if (Number(first) >= bytes) return "unsatisfiable";
  return { start: Number(first), end: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
