/** File names that come from people's computers, made safe to show, to store and to save under again. */

/** Characters (code points) of a name. */
const LONGEST = 120;

/**
 * What no name holds: control characters; what separates paths or is forbidden on some system; marks that are
 * invisible or turn the direction of writing, by which `gpj.exe` can look like `exe.jpg`.
 */
const UNSAFE =
  '\\u{0}-\\u{1F}\\u{7F}-\\u{9F}/\\\\<>:"|?*\\u{AD}\\u{61C}\\u{180E}\\u{200B}-\\u{200F}\\u{2028}-\\u{202E}\\u{2060}-\\u{206F}\\u{D800}-\\u{DFFF}\\u{FEFF}\\u{FFF9}-\\u{FFFB}\\u{E0000}-\\u{E007F}';

/** A name as it may be stored. */
export const SAFE_NAME = new RegExp(`^[^${UNSAFE}]{1,${LONGEST}}$`, "u");

const EACH_UNSAFE = new RegExp(`[${UNSAFE}]`, "gu");

/**
 * The name without its path and without unsafe characters, composed (NFC), of bounded length with its extension kept;
 * `archivo` when nothing is left. Always matches `SAFE_NAME`, and a safe name stays as it is.
 */
export function safeFileName(raw: string): string {
  const last = raw.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  // Composed once more: without the marks between them, two characters may have become one.
  const clean = last.replace(EACH_UNSAFE, "").normalize("NFC").replace(/\s+/gu, " ");
  const name = clean.replace(/^[ .]+|[ .]+$/g, "");
  if (name === "") return "archivo";
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const extension = [...(/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "")];
  const stem = characters.slice(0, LONGEST - extension.length).join("");
  return stem.replace(/[ .]+$/, "") + extension.join("");
}
