/** One text of a report as a person writes it: kept on this computer until it is saved, and saved over what they saw. */
import { useState } from "preact/hooks";
import type { Slot } from "#domain/reports/outline.ts";
import type { ReportText, StoredReportText } from "#domain/reports/reportText.ts";
import { useAct } from "../../../components/useAct.ts";
import { CallError, newRequestId } from "../../../data/call.ts";
import { saveText } from "../../../data/reportTexts.ts";
import { useKept } from "../../useKept.ts";

/** `omitted: undefined` takes the mark away. */
interface Change {
  readonly es?: string;
  readonly en?: string;
  readonly omitted?: true | undefined;
}

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

/** What a person finds to begin with: what is saved, else the original. */
export const begun = (slot: Slot, stored: StoredReportText | undefined): ReportText => ({
  es: stored?.es || (slot.original ?? ""),
  en: stored?.en ?? "",
  ...(stored?.omitted && { omitted: true }),
});

const same = (a: ReportText, b: ReportText): boolean =>
  a.es === b.es && a.en === b.en && a.omitted === b.omitted;

/** The original in its own words is no edited text. */
const toSave = ({ es, en, omitted }: ReportText, { original }: Slot): ReportText => ({
  es: original !== undefined && es.trim() === original.trim() ? "" : es,
  en,
  ...(omitted && { omitted }),
});

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

function withChange(text: ReportText, change: Change): ReportText {
  const omitted = "omitted" in change ? change.omitted : text.omitted;
  return { es: change.es ?? text.es, en: change.en ?? text.en, ...(omitted && { omitted }) };
}
