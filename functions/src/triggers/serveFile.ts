/** What the functions that serve files share: who asks, by the token, and how a refusal or a failure is told. */
import { once } from "node:events";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getAuth } from "firebase-admin/auth";
import { type HttpsFunction, type HttpsOptions, onRequest, type Request } from "firebase-functions/v2/https";
import { type ByteRange, byteRangeOf } from "../domain/byteRange.ts";
import { contentDisposition } from "../domain/contentDisposition.ts";
import { authorise } from "../jobs/authorise.ts";
import type { NamedActor } from "../jobs/move.ts";
import { Rejection } from "../jobs/Rejection.ts";
import { app } from "../store/firebase.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

interface Words {
  readonly status: number;
  readonly es: string;
  readonly en: string;
}

/** Refusals of every such function. */
const SHARED = {
  "method-not-allowed": { status: 405, es: "Use GET.", en: "Use GET." },
} as const;

type TellsPublic = "not-found" | "file-unavailable";
type Tells = TellsPublic | "not-signed-in" | "not-yours";
type Response = Parameters<Parameters<typeof onRequest>[0]>[1];

/** Whether the caller would rather read English. */
const prefersEnglish = (request: Request): boolean => request.acceptsLanguages(["es", "en"]) === "en";

/** Who the bearer of the token is; why not, without a token that is valid and an account that has access. */
async function callerOf(request: Request): Promise<NamedActor | "not-signed-in" | "not-yours"> {
  const token = /^Bearer (.+)$/.exec(request.get("Authorization") ?? "")?.[1];
  if (token === undefined) return "not-signed-in";
  let claims: Awaited<ReturnType<ReturnType<typeof getAuth>["verifyIdToken"]>>;
  try {
    claims = await getAuth(app()).verifyIdToken(token);
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("auth/"))
      return "not-signed-in";
    throw error;
  }
  return (await authorise(cloudContext(), claims.uid, claims)) ?? "not-yours";
}

/**
 * A function that answers `GET` with a file for the caller.
 *
 * @param told - what people are told, by the reason that programs read
 * @param serve - sends the file; a `Rejection` whose reason `told` knows is told, anything else is logged
 */
export function serveFile<Reason extends string>(
  name: string,
  told: Readonly<Record<Tells | Reason, Words>>,
  serve: (caller: NamedActor, request: Request, response: Response) => Promise<void>,
  needs: Needs = {},
): HttpsFunction {
  const forCaller = async (request: Request, response: Response) => {
    const caller = await callerOf(request);
    if (typeof caller === "string") throw new Refused(caller);
    await serve(caller, request, response);
  };
  return servePublicFile<string>(name, told, forCaller, needs);
}

/** What a function needs more of than others do. */
type Needs = Pick<HttpsOptions, "memory">;

/** Why whoever asks is not served; its reason is among the words. */
class Refused extends Error {}

/** The same for anyone: nobody is asked who they are. */
export function servePublicFile<Reason extends string>(
  name: string,
  told: Readonly<Record<TellsPublic | Reason, Words>>,
  serve: (request: Request, response: Response) => Promise<void>,
  needs: Needs = {},
): HttpsFunction {
  const words: Readonly<Record<string, Words>> = { ...SHARED, ...told };
  return onRequest(
    { region, cors: false, invoker: "public", timeoutSeconds: 300, ...needs },
    async (request, response) => {
      const refuse = (reason: string) => {
        const { status, es, en } = words[reason] ?? told["file-unavailable"];
        response.set("Cache-Control", "no-store").status(status);
        response.json({ reason, message: prefersEnglish(request) ? en : es });
      };
      if (request.method !== "GET") {
        response.set("Allow", "GET");
        return refuse("method-not-allowed");
      }
      try {
        await serve(request, response);
      } catch (error) {
        if (error instanceof Refused) return refuse(error.message);
        if (error instanceof Rejection && "reason" in error.details && error.details.reason in words)
          return refuse(error.details.reason);
        console.error(name, error);
        if (response.headersSent) response.destroy();
        else refuse("file-unavailable");
      }
    },
  );
}

/**
 * Sends a file's bytes. Headers go out with the first of them, so that a file which cannot be read still gets a clear
 * answer: what fails before is thrown, and the response is as it was.
 */
async function sendBytes(
  stream: Readable,
  response: Response,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Promise<void> {
  await once(stream, "readable");
  response.status(status).set(headers);
  await pipeline(stream, response);
}

/** A file that is served whole or in parts. */
export interface RangedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** @param range - first and last byte, both included */
  readonly read: (range?: ByteRange) => Readable;
}

/**
 * Sends the file, or the part that the request asks for, as a download that no browser shows as a page of ours. A
 * download that broke off goes on where it was, and what the reader has already is not sent again.
 */
export async function sendRanged(
  { name, contentType, bytes, sha256, read }: RangedFile,
  request: Request,
  response: Response,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const etag = `"${sha256}"`;
  // A part is of use only to whom has the rest of the same file.
  const isStale = ![undefined, etag].includes(request.get("If-Range"));
  const range = isStale ? undefined : byteRangeOf(request.get("Range"), bytes);
  const all = {
    ...headers,
    "Accept-Ranges": "bytes",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
  };
  if (request.get("If-None-Match")?.includes(etag)) {
    response.set(all).status(304).end();
    return;
  }
  if (range === "unsatisfiable") {
    response
      .set({ ...all, "Content-Range": `bytes */${bytes}` })
      .status(416)
      .end();
    return;
  }
  const part = range && { "Content-Range": `bytes ${range.start}-${range.end}/${bytes}` };
  await sendBytes(
    read(range),
    response,
    {
      ...{ ...all, ...part },
      ...{ "Content-Type": contentType, "Content-Disposition": contentDisposition(name) },
      "Content-Length": String(range ? range.end - range.start + 1 : bytes),
    },
    range ? 206 : 200,
  );
}
