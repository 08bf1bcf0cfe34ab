/** Renders an edition's files into the bucket, one after the other, and lists each as soon as it is whole. */
import { Writable } from "node:stream";
import type { Edition, EditionFile } from "../../domain/edition.ts";
import { editionFileName } from "../../domain/editions/editionNames.ts";
import { type Bucket, fileWriter, isBroken, isTaken, measure } from "../../store/editions.ts";
import type { WorkLease } from "../workLease.ts";
import type { EditionContext } from "./EditionContext.ts";
import { COMPOSED, type FrozenEdition } from "./freeze.ts";
import { BucketRefused, inBucket } from "./inBucket.ts";
import { type Rendered, rendererOf } from "./renderers.ts";

/** Milliseconds between two writes of progress: people poll no faster. */
const PROGRESS_MS = 700;
/** Progress, in percent, when the last page is written. */
const RENDERED = 97;
/** How often a file is written anew where the connection breaks; then the queue tries again later. */
const MOST_TRIES = 3;
/** Characters without a glyph that an edition names. */
const MOST_MISSING = 200;

type Wanted = FrozenEdition["kind"]["files"][number];

/**
 * The edition's files, its data first; characters that no font has are listed with them.
 *
 * @throws BucketRefused; WorkHeld when another has taken over, or the Office has cancelled; what a renderer throws
 */
export async function renderFiles(
  context: EditionContext,
  lease: WorkLease<Edition>,
  frozen: FrozenEdition,
): Promise<readonly EditionFile[]> {
  const { folder, kind, dataFiles } = frozen;
  const files: EditionFile[] = [...dataFiles];
  const missing = new Set(lease.work.missingCharacters);
  let savedAt = 0;
  for (const [index, wanted] of kind.files.entries()) {
    const path = `${folder}/informe-${wanted.language}.${wanted.format}`;
    const progressAt = (share: number) =>
      Math.round(COMPOSED + ((index + share) / kind.files.length) * (RENDERED - COMPOSED));
    const onProgress = async (share: number) => {
      if (context.now().getTime() - savedAt < PROGRESS_MS) return;
      savedAt = context.now().getTime();
      await lease.save({ state: "rendering", progress: progressAt(share) });
    };
    const listed = lease.work.files.find((file) => file.path === path);
    const render = { edition: lease.work, frozen, ...wanted, path, onProgress, missing };
    files.push(listed ?? (await renderFile(context.bucket, render)));
    await lease.save({
      ...{ state: "rendering", progress: progressAt(1), files: [...files] },
      ...(missing.size > 0 && { missingCharacters: [...missing].sort().slice(0, MOST_MISSING) }),
    });
  }
  return files;
}

interface Rendering extends Wanted {
  readonly edition: Edition;
  readonly frozen: FrozenEdition;
  readonly path: string;
  readonly onProgress: (share: number) => Promise<void>;
  /** Characters that no font has are added to it. */
  readonly missing: Set<string>;
}

/**
 * A worker that died after its upload has left the file, whole, but not listed. Where the same data make the same bytes
 * it must be the very same; elsewhere it is the file.
 */
async function renderFile(bucket: Bucket, rendering: Rendering, tries = 1): Promise<EditionFile> {
  const { edition, format, language, path, missing } = rendering;
  const { isDeterministic } = rendererOf(format);
  const stored = await inBucket(measure(bucket, path));
  if (stored && !isDeterministic) return { format, language, path, ...stored };
  const name = editionFileName(edition, { format, language });
  const rendered = await renderInto(stored ? nowhere() : fileWriter(bucket, path, format, name), rendering);
  // Another worker has written it between the look and the upload, or the connection broke: a stream is not sent twice.
  if (rendered === "taken") return renderFile(bucket, rendering, tries);
  if (rendered instanceof BucketRefused) {
    if (tries === MOST_TRIES || !isBroken(rendered.cause)) throw rendered;
    return renderFile(bucket, rendering, tries + 1);
  }
  if (stored && stored.sha256 !== rendered.sha256)
    throw new Error(`${path} holds other bytes than its snapshot makes: ${stored.sha256}`);
  for (const character of rendered.missingCharacters ?? []) missing.add(character);
  const { bytes, sha256, pages } = rendered;
  return { format, language, path, bytes, sha256, ...(pages !== undefined && { pages }) };
}

async function renderInto(
  output: Writable,
  rendering: Rendering,
): Promise<Rendered | "taken" | BucketRefused> {
  const { frozen, format, language, onProgress } = rendering;
  let refused: unknown;
  output.on("error", (error: unknown) => {
    refused = error;
  });
  try {
    return await rendererOf(format).render(frozen, language, output, onProgress);
  } catch (error) {
    if (error !== refused) throw error;
    if (isTaken(error)) return "taken";
    return new BucketRefused("the bucket refused", { cause: error });
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
