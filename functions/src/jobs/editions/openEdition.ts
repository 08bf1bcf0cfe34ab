/** Opens one of an edition's files for someone who may read it. */
import type { Readable } from "node:stream";
import type { ByteRange } from "../../domain/byteRange.ts";
import type { Edition } from "../../domain/edition.ts";
import { editionFileName, signedFileName } from "../../domain/editions/editionNames.ts";
import { fileAddress, SIGNED_ADDRESS } from "../../domain/editions/publishedEditions.ts";
import type { Role } from "../../domain/record/states.ts";
import { contentTypeOf, editions, readObject } from "../../store/editions.ts";
import type { NamedActor } from "../move.ts";
import { because } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";

const READERS: readonly Role[] = ["office", "admin", "viewer"];

export interface FileAsked {
  readonly editionId: string;
  /** `es.pdf`, `en.xlsx`, `firmado.pdf`. */
  readonly address: string;
}

export interface OpenedFile {
  /** As the reader's computer saves it. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The whole file, or some of its bytes. */
  readonly read: (range?: ByteRange) => Readable;
}

type From = Pick<EditionContext, "db" | "bucket">;

/** Whether a person may read an edition: its entity's focal points read a half-year report too. */
const mayRead = (actor: NamedActor, edition: Edition | undefined): boolean =>
  actor.roles.some((role) => READERS.includes(role)) ||
  (edition?.entityId !== undefined &&
    actor.roles.includes("focal") &&
    actor.entityIds.includes(edition.entityId));

/**
 * An edition that found nothing new opens the one that it is the same as.
 *
 * @throws Rejection `not-yours` for whom may not read it, whether it is there or not; `not-found`, `not-ready`
 */
export async function openEdition(from: From, actor: NamedActor, asked: FileAsked): Promise<OpenedFile> {
  const edition = (await editions(from.db).doc(asked.editionId).get()).data();
  if (!mayRead(actor, edition)) throw because("not-yours");
  if (!edition) throw because("not-found");
  const { state, sameAs } = edition;
  if (state === "unchanged" && sameAs !== undefined)
    return openEdition(from, actor, { ...asked, editionId: sameAs });
  if (state !== "ready") throw because("not-ready");
  return fileOf(from, edition, asked.address);
}

/** The same for citizens, of what is published. @throws Rejection `not-found` for all else */
export async function openPublished(from: From, { editionId, address }: FileAsked): Promise<OpenedFile> {
  const edition = (await editions(from.db).doc(editionId).get()).data();
  if (!edition?.publishedAt) throw because("not-found");
  return fileOf(from, edition, address);
}

function fileOf({ bucket }: From, edition: Edition, address: string): OpenedFile {
  const { files, signature } = edition;
  const opened = (
    { path, bytes, sha256 }: { path: string; bytes: number; sha256: string },
    name: string,
    format: Parameters<typeof contentTypeOf>[0],
  ): OpenedFile => ({
    ...{ name, contentType: contentTypeOf(format), bytes, sha256 },
    read: (range) => readObject(bucket, path, range),
  });
  if (address === SIGNED_ADDRESS) {
    if (!signature) throw because("not-found");
    return opened(signature, signedFileName(edition), "pdf");
  }
  const file = files.find((each) => fileAddress(each) === address);
  if (!file) throw because("not-found");
  return opened(file, editionFileName(edition, file), file.format);
}
