/** Answers with JSON that anyone may read and the CDN keeps: with a validator, so that what has not changed is not sent again. */
import { createHash } from "node:crypto";
import { onRequest, type Request } from "firebase-functions/v2/https";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { region } from "./region.ts";

const CACHE = "public, max-age=30, s-maxage=60";

/** What there is no answer to: its status and the reason that programs read. */
export class NoAnswer extends Error {
  readonly status: 400 | 404 | 503;
  readonly reason: string;

  constructor(status: 400 | 404 | 503, reason: string) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

/** `answer` makes the body of a GET, or throws `NoAnswer`; anything else is logged, and told as `internal` alone. */
export const openData = (answer: (request: Request) => Promise<object>) =>
  onRequest({ region, cors: true, invoker: "public" }, async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD").status(405).json({ reason: "method-not-allowed" });
      return;
    }
    try {
      const body = canonicalJson(await answer(request));
      const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
      response.set({ "Cache-Control": CACHE, ETag: etag });
      if (request.get("If-None-Match")?.includes(etag)) response.status(304).end();
      else response.type("application/json").send(body);
    } catch (error) {
      const isTold = error instanceof NoAnswer;
      if (!isTold) console.error(error);
      const { status, reason } = isTold ? error : { status: 500, reason: "internal" };
      response.set({ "Cache-Control": "no-store", ...(status === 503 && { "Retry-After": "30" }) });
      response.status(status).json({ reason });
    }
  });
