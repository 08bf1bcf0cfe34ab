/** How far an operation has come, as a bar and in words. */

import { formatPercent } from "#domain/format.ts";
import type { Operation } from "#domain/operation.ts";
import { app } from "../../../i18n/app/app.ts";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { ProgressBar } from "../../../indicators/ProgressBar.tsx";
import { editorText } from "../indicatorEditor/texts.ts";

export function OperationProgress({ operation }: { operation: Operation }) {
  const { kind, state, phase, indicatorId, done, total } = operation;
  const share = total === 0 ? 0 : done / total;
  // A reconciliation goes entity by entity, unless it is of one indicator.
  const words = kind === "reconciliation" && indicatorId === undefined ? "doneOfEntities" : "doneOfRecords";
  if (state === "queued") return <p>{editorText("operation_queued")}</p>;
  return (
    <>
      <p>
        {phase && `${editorText(`phase_${phase}`)}: `}
        {app(words, {
          done: wholeNumber(done),
          total: wholeNumber(total),
          percent: formatPercent(Math.min(1, Math.floor(share * 100) / 100), language()),
        })}
      </p>
      <ProgressBar share={share} />
    </>
  );
}
