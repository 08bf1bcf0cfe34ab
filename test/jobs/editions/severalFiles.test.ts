/** An edition of several files, on the Firestore and Storage emulators: whole or not listed, whatever breaks between two. */
import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import { type EditionKinds, KINDS } from "#functions/jobs/editions/reportKinds.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import { editionsOn } from "../../support/editionsOn.ts";

const held = editionsOn("demo-several-files");
const { jobs, context, bucket, stored, names } = held;

beforeEach(held.reset);

const kindsWith = (...files: EditionKinds["annual"]["files"]): EditionKinds => ({
  ...KINDS,
  annual: { ...KINDS.annual, files },
});
const csv = (language: "es" | "en") => ({ format: "csv", language }) as const;
const WORD = kindsWith({ format: "docx", language: "es" }, csv("es"));
const FIGURES = kindsWith(csv("es"), csv("en"));

const hashAt = async (path: string): Promise<string> =>
  createHash("sha256")
    .update((await bucket.file(path).download())[0])
    .digest("hex");

test("a Word file that a dead worker left unlisted is the file, though no run makes the same bytes again", async () => {
  const id = await held.ask();
  await composeEdition(context, id, false, WORD);
  const whole = await stored(id);
  const unlisted = whole.files.filter(({ format }) => format === "json" || format === "ndjson");
  await editions(jobs.db).doc(id).update({ state: "rendering", files: unlisted, figures: {} });
  await composeEdition(context, id, false, WORD);
  expect(await stored(id)).toMatchObject({ state: "ready", files: whole.files, figures: whole.figures });
  for (const { path, sha256 } of whole.files) expect(await hashAt(path), path).toBe(sha256);
});

/** A bucket that breaks off in the middle of the files whose path ends so. */
const breakingAt = (end: string): Bucket =>
  new Proxy(bucket, {
    get: (target, key) => {
      if (key !== "file") return Reflect.get(target, key, target);
      return (path: string) =>
        path.endsWith(end)
          ? new Proxy(target.file(path), {
              get: (file, name) =>
                name === "createWriteStream"
                  ? () => new Writable({ write: (_chunk, _encoding, done) => done(new Error("broke off")) })
                  : Reflect.get(file, name, file),
            })
          : target.file(path);
    },
  });

test("a bucket that fails half-way leaves what is whole listed, and nothing else; the next attempt goes on there", async () => {
  const id = await held.ask();
  const breaking = { ...context, bucket: breakingAt("-en.csv") };
  await expect(composeEdition(breaking, id, false, FIGURES)).rejects.toThrow("the bucket refused");
  const half = await stored(id);
  expect(half.state).toBe("rendering");
  expect(half.files.map(({ format, language }) => `${language}.${format}`)).toEqual([
    ...["es.json", "es.ndjson", "es.csv"],
  ]);
  for (const { path, sha256 } of half.files) expect(await hashAt(path), path).toBe(sha256);
  await composeEdition(context, id, false, FIGURES);
  const whole = await stored(id);
  expect(whole.state).toBe("ready");
  expect(whole.files.slice(0, 3)).toEqual(half.files);
  expect(whole.files.map(({ path }) => path).sort()).toEqual(await names());
});
