/** Editions as the app reads them; what is done with them goes through functions. */
import { collection, limit, orderBy, query, where } from "firebase/firestore/lite";
import { type Edition, editionSchema } from "#domain/edition.ts";
import { type ReportSchedule, reportScheduleSchema } from "#domain/editions/reportSchedule.ts";
import { obligationSchema } from "#domain/halfYear/obligation.ts";
import { type ListedRecord, listedRecordSchema } from "#domain/reports/listedRecord.ts";
import type { ReportKindId } from "#domain/reports/ReportKind.ts";
import { CallError, idToken } from "./call.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";
import { saveFile } from "./saveFile.ts";

/** Of each kind at most, the latest. */
const MOST = 60;

/** Needs the index `editions`: kind, requestedAt. */
export const loadEditionsOf = (kind: ReportKindId): Promise<Stored<Edition>[]> =>
  readQuery(
    query(
      collection(services().db, "editions"),
      where("kind", "==", kind),
      orderBy("requestedAt", "desc"),
      limit(MOST),
    ),
    editionSchema,
  );

/** The half-year reports of some entities. Needs the index `editions`: entityId, requestedAt. */
export async function loadEditionsOfEntities(entityIds: readonly string[]): Promise<Stored<Edition>[]> {
  const all = await Promise.all(
    entityIds.map((entityId) =>
      readQuery(
        query(
          collection(services().db, "editions"),
          where("entityId", "==", entityId),
          orderBy("requestedAt", "desc"),
          limit(MOST),
        ),
        editionSchema,
      ),
    ),
  );
  return all.flat();
}

/** All editions of a report; an entity's focal points may ask for those of their own alone. */
export const loadEditionsOfReport = (reportId: string, entityId?: string): Promise<Stored<Edition>[]> =>
  readQuery(
    query(
      collection(services().db, "editions"),
      where("reportId", "==", reportId),
      ...(entityId === undefined ? [] : [where("entityId", "==", entityId)]),
    ),
    editionSchema,
  );

export const loadEdition = (id: string): Promise<Stored<Edition> | undefined> =>
  readOne(`editions/${id}`, editionSchema);

/** The Office's settings, `undefined` until there are any; and the days on which half-year reports fall due. */
export async function loadSchedule() {
  const [schedule, obligations] = await Promise.all([
    readOne("config/reports", reportScheduleSchema),
    readCollection("obligations", obligationSchema),
  ]);
  const held: ReportSchedule | undefined = schedule?.data;
  return { schedule: held, obligations: obligations.map(({ data }) => data) };
}

/**
 * Saves one of the edition's files on the reader's computer, under its name.
 *
 * @throws CallError when the server refuses; TypeError when it cannot be reached
 */
export async function downloadEditionFile(id: string, address: string, name: string): Promise<void> {
  saveFile(await (await fetchFile(id, address)).blob(), name);
}

/** The records that an edition lists. Throws like `downloadEditionFile`. */
export async function loadListedRecords(id: string): Promise<ListedRecord[]> {
  const lines = (await (await fetchFile(id, "es.ndjson")).text()).split("\n");
  return lines.filter((line) => line !== "").map((line) => listedRecordSchema.parse(JSON.parse(line)));
}

async function fetchFile(id: string, address: string): Promise<Response> {
  const response = await fetch(`/api/editions/${id}/${address}`, {
    headers: { authorization: `Bearer ${await idToken()}` },
  });
  if (!response.ok) throw new CallError(String(response.status), await response.json());
  return response;
}
