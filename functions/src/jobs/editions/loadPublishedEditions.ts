/** The reports that citizens may download. */
import type { PublishedEditions } from "../../domain/editions/publishedEditions.ts";
import { publishedEditions } from "../../store/collections.ts";
import type { JobContext } from "../JobContext.ts";

export const loadPublishedEditions = async ({ db }: Pick<JobContext, "db">): Promise<PublishedEditions> =>
  (await publishedEditions(db).get()).data() ?? { isDemo: false, editions: [] };
