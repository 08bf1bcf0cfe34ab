/** Opens an edition's PDF for someone who may read it. */
import type { Readable } from "node:stream";
import type { Edition } from "../domain/edition.ts";
import type { Role } from "../domain/record/states.ts";
import { editions } from "../store/editions.ts";
import type { EditionContext } from "./EditionContext.ts";
import type { NamedActor } from "./move.ts";
import { because } from "./Rejection.ts";

const READERS: readonly Role[] = ["office", "admin", "viewer"];

export interface OpenedEdition {
  readonly edition: Edition;
  readonly bytes: number;
  readonly stream: Readable;
}

/**
 * An edition that found nothing new opens the one that it is the same as.
 *
 * @throws Rejection `not-yours` for other roles, `not-found`, `not-ready`
 */
export async function openEdition(
  context: Pick<EditionContext, "db" | "bucket">,
  actor: NamedActor,
  editionId: string,
): Promise<OpenedEdition> {
  if (!actor.roles.some((role) => READERS.includes(role))) throw because("not-yours");
  const edition = (await editions(context.db).doc(editionId).get()).data();
  if (!edition) throw because("not-found");
  if (edition.state === "unchanged" && edition.sameAs !== undefined)
    return openEdition(context, actor, edition.sameAs);
  if (edition.state !== "ready" || edition.path === undefined || edition.bytes === undefined)
    throw because("not-ready");
  return { edition, bytes: edition.bytes, stream: context.bucket.file(edition.path).createReadStream() };
}
