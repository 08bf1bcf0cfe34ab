/** Ranges of bytes that a request asks for. */
import { expect, test } from "vitest";
import { byteRangeOf } from "#domain/byteRange.ts";

test.each([
  [undefined, undefined],
  ["bytes=0-3", { start: 0, end: 3 }],
  ["bytes=4-", { start: 4, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-99", { start: 0, end: 9 }],
  ["bytes=8-99", { start: 8, end: 9 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=3-2", undefined],
  ["bytes=0-1,4-5", undefined],
  ["bytes=-", undefined],
  ["lines=0-1", undefined],
  ["bytes=a-b", undefined],
])("of ten bytes, %s is %j", (header, range) => expect(byteRangeOf(header, 10)).toEqual(range));

test("an empty file has no bytes to ask for", () => {
  expect(byteRangeOf("bytes=0-", 0)).toBe("unsatisfiable");
  expect(byteRangeOf("bytes=-5", 0)).toBe("unsatisfiable");
});
