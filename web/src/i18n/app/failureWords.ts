/** What went wrong with an act, in a sentence: what happened and what to do. */
import { CallError } from "../../data/call.ts";
import { app } from "./app.ts";

const REASONS = {
  "not-yours": "refusedNotYours",
  "office-only": "refusedOfficeOnly",
  "own-record": "refusedOwnRecord",
  "wrong-state": "refusedWrongState",
  "reason-missing": "refusedReasonMissing",
  "changed-meanwhile": "refusedChanged",
  "not-found": "refusedNotFound",
  "session-not-ready": "refusedSession",
  "records-pending": "refusedRecordsPending",
  "no-access": "refusedNoAccess",
  "not-ready": "refusedNotReady",
  "count-running": "refusedCountRunning",
  "file-unavailable": "refusedFile",
  "file-refused": "refusedKeptFile",
  "try-again": "refusedTryAgain",
  "not-signed-in": "refusedSignedOut",
  "too-many-requests": "refusedTooMany",
  "admin-only": "refusedAdminOnly",
  "already-granted": "refusedAlreadyGranted",
  "own-admin-role": "refusedOwnAdminRole",
  "last-admin": "refusedLastAdmin",
  "same-record": "refusedSameRecord",
  "other-kind": "refusedOtherKind",
  "not-mergeable": "refusedNotMergeable",
  "keeper-not-approved": "refusedKeeper",
  "too-many-participants": "refusedParticipants",
  merged: "refusedMerged",
  "same-partner": "refusedSamePartner",
  "too-many-names": "refusedNames",
} as const;

const AUTH = {
  "auth/invalid-credential": "wrongPassword",
  "auth/wrong-password": "wrongPassword",
  "auth/user-not-found": "wrongPassword",
  "auth/invalid-email": "wrongEmail",
  "auth/missing-email": "wrongEmail",
  "auth/invalid-action-code": "usedLink",
  "auth/expired-action-code": "usedLink",
  "auth/network-request-failed": "unreachable",
  "auth/internal-error": "googleFailed",
  "auth/popup-blocked": "popupBlocked",
  "auth/popup-closed-by-user": "popupClosed",
  "auth/cancelled-popup-request": "popupClosed",
  "permission-denied": "refusedNoAccess",
} as const;

const isKey = <Key extends string>(words: Readonly<Record<Key, string>>, key: string): key is Key =>
  Object.hasOwn(words, key);

export function failureWords(error: unknown): string {
  if (error instanceof CallError) {
    const reason = error.reason ?? "";
    if (isKey(REASONS, reason)) return app(REASONS[reason]);
    if (error.status === "UNAUTHENTICATED") return app("refusedSignedOut");
    if (error.problems.length > 0) return app("refusedProblems", { fields: error.problems.length });
    return app("failed");
  }
  if (error instanceof TypeError) return app("unreachable");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return isKey(AUTH, code) ? app(AUTH[code]) : app("failed");
}
