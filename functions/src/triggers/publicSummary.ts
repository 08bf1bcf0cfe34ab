/** What citizens read, as JSON: `GET /api/summary`. The CDN keeps it, so that a visitor costs no read. */
import { createHash } from "node:crypto";
import { onRequest } from "firebase-functions/v2/https";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { loadSummary } from "../jobs/loadSummary.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

const CACHE = "public, max-age=30, s-maxage=60";

/** Open data: any site may read it. 503 until the first summary has been published. */
export const publicSummary = onRequest(
  { region, cors: true, invoker: "public" },
  async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.set("Allow", "GET, HEAD").status(405).json({ reason: "method-not-allowed" });
      return;
    }
    const summary = await loadSummary(cloudContext());
    if (!summary) {
      response.set({ "Cache-Control": "no-store", "Retry-After": "30" });
      response.status(503).json({ reason: "not-published-yet" });
      return;
    }
    const body = canonicalJson(summary);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    response.set({ "Cache-Control": CACHE, ETag: etag });
    if (request.get("If-None-Match")?.includes(etag)) response.status(304).end();
    else response.type("application/json").send(body);
  },
);
