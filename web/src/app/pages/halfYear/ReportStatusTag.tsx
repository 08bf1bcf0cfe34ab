/** How a report stands, by a word and a shape; the colour only beside them. */
import type { ReportStatus } from "#domain/halfYearReport.ts";
import { told } from "./texts.ts";

export type ShownStatus = ReportStatus | "not-owed";

export const STATUS_SHAPES: Readonly<Record<ShownStatus, string>> = {
  "not-started": "○",
  "in-progress": "◔",
  "submitted-on-time": "◐",
  "submitted-late": "◑",
  returned: "↩",
  approved: "●",
  "nothing-to-report": "⊘",
  "not-owed": "–",
};

export const ReportStatusTag = ({ status }: { status: ShownStatus }) => (
  <span class={`report-status report-${status}`}>
    <span aria-hidden="true">{STATUS_SHAPES[status]}</span> {told(`status_${status}`)}
  </span>
);
