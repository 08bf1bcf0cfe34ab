/** One text of a report as a person writes it: kept on this computer until it is saved, and saved over what they saw. */
import { useState } from "preact/hooks";
import type { Slot } from "#domain/reports/outline.ts";
import type { ReportText, StoredReportText } from "#domain/reports/reportText.ts";
import { useAct } from "../../../components/useAct.ts";
import { CallError, newRequestId } from "../../../data/call.ts";
import { saveText } from "../../../data/reportTexts.ts";
import { useKept } from "../../useKept.ts";
import { begun, type Change, same, toSave, withChange } from "./slotText.ts";

export interface SlotText {
  readonly typed: ReportText;
  readonly type: (change: Change) => void;
  /** Whether it is another than the one that is saved. */
  readonly isChanged: boolean;
  /** Somebody else saved another text meanwhile. */
  readonly isOvertaken: boolean;
  readonly running: boolean;
  readonly error: unknown;
  readonly save: () => Promise<void>;
}

export function useSlotText(
  reportId: string,
  slot: Slot,
  stored: StoredReportText | undefined,
  onSaved: () => Promise<void>,
): SlotText {
  const saved = begun(slot, stored);
  const { kept, keep, forget } = useKept<{ text?: ReportText }>(`report-text/${reportId}/${slot.key}`, {});
  const [isOvertaken, setOvertaken] = useState(false);
  const { running, error, run } = useAct();
  const typed = kept.text ?? saved;
  const save = () =>
    run(async () => {
      try {
        await saveText(reportId, slot.key, stored?.version ?? 0, toSave(typed, slot), newRequestId());
      } catch (failure) {
        if (!(failure instanceof CallError && failure.reason === "changed-meanwhile")) throw failure;
        setOvertaken(true);
        await onSaved();
        return;
      }
      setOvertaken(false);
      await onSaved();
      forget();
    });
  return {
    ...{ typed, running, error, save, isOvertaken },
    isChanged: !same(typed, saved),
    type: (change) => keep({ text: withChange(typed, change) }),
  };
}
