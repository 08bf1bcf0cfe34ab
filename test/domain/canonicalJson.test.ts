import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#domain/canonicalJson.ts";

test("says the same of the same content, in whatever order its keys come", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const turned = Object.fromEntries(Object.entries(content).reverse());
      expect(canonicalJson({ a: [turned] })).toBe(canonicalJson({ a: [content] }));
      expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
    }),
  );
});

test("keeps the order of lists, and leaves out what is undefined", () => {
  expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
});
