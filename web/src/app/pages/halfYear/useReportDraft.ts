/** A report in its form: its keeper, kept while the form is open, and drawn again when it changes. */
import { useEffect, useMemo, useReducer } from "preact/hooks";
import { type DraftReport, SECTION_IDS } from "#domain/halfYearReport.ts";
import { EDITABLE_STATES } from "#domain/record/states.ts";
import type { Stored } from "../../../data/read.ts";
import {
  createReport,
  DECLARED,
  loadReport,
  type ReportAddress,
  updateReport,
} from "../../../data/reports.ts";
import { isBlank } from "../../../forms/isBlank.ts";
import type { Values } from "../../../forms/values.ts";
import { useApp } from "../../context.ts";
import { DraftKeeper, type Held } from "../../record/DraftKeeper.ts";
import { forgetReport, keepReport, keptReport, type LocalReport } from "./localReports.ts";

/** What a person typed of a report; the declaration is a value like others. */
export const reportValues = (report: DraftReport): Values =>
  Object.fromEntries([
    ...SECTION_IDS.map((section) => [section, report[section]]).filter(([, value]) => !isBlank(value)),
    ...(report.nothingToReport ? [["nothingToReport", DECLARED]] : []),
  ]);

const heldOf = (stored: Stored<DraftReport> | undefined): Held | undefined =>
  stored && {
    values: reportValues(stored.data),
    version: stored.data.version,
    isEditable: EDITABLE_STATES.includes(stored.data.state),
  };

/** Until a person writes, nothing is stored: a report that was only looked at has not been begun. */
export function useReportDraft(
  stored: Stored<DraftReport> | undefined,
  address: ReportAddress,
): DraftKeeper<LocalReport> {
  const { session } = useApp();
  const { uid } = session.actor;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const keeper = useMemo(() => {
    const held = heldOf(stored);
    const values = held?.values ?? {};
    const fresh = { ...address, values, unread: {}, base: values, version: held?.version ?? 0 };
    return new DraftKeeper<LocalReport>(
      keptReport(uid, address) ?? fresh,
      {
        create: createReport,
        update: updateReport,
        load: async (draft) => heldOf(await loadReport(draft)),
        keep: (draft) => keepReport(uid, draft),
        forget: (draft) => forgetReport(uid, draft),
        written: (draft) => draft.values,
      },
      () => draw(0),
    );
  }, []);
  useEffect(() => {
    keeper.adopt(heldOf(stored));
    draw(0);
    const again = () => void keeper.flush();
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      keeper.close();
    };
  }, [keeper]);
  return keeper;
}
