/** Texts that XML can hold: in their composed form, without control characters. */
export const plain = (text: string): string =>
  text.normalize("NFC").replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
