/** Reports as this computer keeps them until Bitácora has them: every keystroke, also without a connection. */
import type { ReportAddress } from "../../../data/reports.ts";
import type { KeptDraft } from "../../record/DraftKeeper.ts";

export interface LocalReport extends ReportAddress, KeptDraft {}

const keyOf = (uid: string, { entityId, periodId }: ReportAddress): string =>
  `bitacora/report/${uid}/${entityId}/${periodId}`;

export const keepReport = (uid: string, report: LocalReport): void =>
  localStorage.setItem(keyOf(uid, report), JSON.stringify(report));

export function keptReport(uid: string, address: ReportAddress): LocalReport | undefined {
  const text = localStorage.getItem(keyOf(uid, address));
  return text === null ? undefined : JSON.parse(text);
}

export const forgetReport = (uid: string, address: ReportAddress): void =>
  localStorage.removeItem(keyOf(uid, address));
