/** What the system does in the background, as the Office and administrators read it, and the versions it counts. */
import { collection, limit, orderBy, query, where } from "firebase/firestore/lite";
import { type IndicatorVersion, indicatorVersionSchema } from "#domain/indicator.ts";
import { type Operation, operationSchema } from "#domain/operation.ts";
import { services } from "./firebase.ts";
import { readCollection, readQuery, type Stored } from "./read.ts";

/** The latest first. */
export const loadOperations = (): Promise<Stored<Operation>[]> =>
  readQuery(
    query(collection(services().db, "operations"), orderBy("requestedAt", "desc"), limit(50)),
    operationSchema,
  );

/** The last count of a version of the indicator, where it was counted. */
export async function loadCount(
  indicatorId: string,
  version: number,
): Promise<Stored<Operation> | undefined> {
  const found = await readQuery(
    query(
      collection(services().db, "operations"),
      where("indicatorId", "==", indicatorId),
      where("version", "==", version),
      limit(20),
    ),
    operationSchema,
  );
  return found.toSorted((a, b) => b.data.requestedAt.getTime() - a.data.requestedAt.getTime())[0];
}

/** Every version of an indicator, the latest first. */
export async function loadVersions(indicatorId: string): Promise<IndicatorVersion[]> {
  const versions = await readCollection(`indicators/${indicatorId}/versions`, indicatorVersionSchema);
  return versions.map(({ data }) => data).toSorted((a, b) => b.version - a.version);
}
