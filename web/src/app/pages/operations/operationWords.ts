/** What an operation is about, and what it found, in words. */

import type { Operation } from "#domain/operation.ts";
import { itemOf, type Reference } from "../../../data/reference.ts";
import { nameOf } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { editorText } from "../indicatorEditor/texts.ts";

/** The entity, the indicator or the source; else everything. */
export function aboutWords(operation: Operation, { catalogues, indicators, partners }: Reference): string {
  const { entityId, indicatorId, partnerId, sourcePath, version } = operation;
  if (sourcePath !== undefined) return sourcePath;
  if (partnerId !== undefined) return partners.find(({ id }) => id === partnerId)?.data.name ?? partnerId;
  if (indicatorId !== undefined) {
    const indicator = indicators.find(({ id }) => id === indicatorId);
    const name = indicator ? nameOf(indicator) : indicatorId;
    return version === undefined ? name : editorText("versionOf", { name, version });
  }
  if (entityId === undefined) return editorText("allCounted");
  const entity = itemOf(catalogues.entities, entityId);
  return entity ? nameOf(entity) : entityId;
}

export function kindWords({ kind, requestedBy }: Operation): string {
  if (kind === "reconciliation")
    return editorText(requestedBy === "schedule" ? "operationNightly" : "operationAsked");
  if (kind === "history-gap") return editorText("operationHistoryGap");
  if (kind === "partner") return editorText("operationPartner");
  if (kind === "file-missing") return editorText("operationFileMissing");
  return editorText(kind === "unreadable" ? "operationUnreadable" : "operationVersion");
}

const counted = (
  one: "entryRepaired" | "tallyRepaired",
  many: "entriesRepaired" | "talliesRepaired",
  count: number,
) => (count === 0 ? [] : [editorText(count === 1 ? one : many, { count: wholeNumber(count) })]);

/** What came of it: what a reconciliation put right, that a new version is shown, that a source counts nowhere. */
export function resultWords({ kind, state, entries, tallies }: Operation): string {
  if (state === "failed") return editorText("operationFailed");
  if (kind === "unreadable") return editorText(state === "open" ? "countsNowhere" : "countsAgain");
  if (kind === "history-gap") return editorText(state === "open" ? "historyGapOpen" : "historyGapDone");
  if (kind === "file-missing") return editorText(state === "open" ? "fileMissingOpen" : "fileMissingDone");
  if (state !== "done") return "";
  if (kind === "new-version") return editorText("operationSwitched");
  if (kind === "partner") return editorText("operationFollowed");
  const repaired = [
    ...counted("entryRepaired", "entriesRepaired", entries),
    ...counted("tallyRepaired", "talliesRepaired", tallies),
  ];
  return repaired.length === 0 ? editorText("nothingRepaired") : `${repaired.join(", ")}.`;
}
