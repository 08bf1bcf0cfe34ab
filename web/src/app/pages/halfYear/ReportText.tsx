/** A report as it is read: what the entity says, beside what Bitácora knows by itself. */

import { isWritten } from "#domain/halfYear/checkReport.ts";
import {
  type DraftReport,
  type ReportSection,
  SECTION_IDS,
  type SectionReasons,
} from "#domain/halfYearReport.ts";
import { GivenFacts } from "./GivenFacts.tsx";
import type { ReportFacts } from "./reportFacts.ts";
import { told } from "./texts.ts";

export type Said = Pick<DraftReport, ReportSection | "nothingToReport">;

interface Props {
  readonly said: Said;
  readonly facts: ReportFacts;
  readonly periodId: string;
  /** What the Office asks to be changed, shown beside each part. */
  readonly reasons?: SectionReasons | undefined;
}

export function ReportText({ said, facts, periodId, reasons }: Props) {
  return (
    <div class="report-text">
      {said.nothingToReport && (
        <p class="notice">
          <strong>{told("nothingDeclared")}</strong>
        </p>
      )}
      {SECTION_IDS.filter((section) => !said.nothingToReport || isWritten(said[section])).map((section) => (
        <section key={section} class="details-group">
          <h2 class="details-title">{told(section)}</h2>
          {reasons?.[section] && <OfficeAsks reason={reasons[section]} />}
          {isWritten(said[section]) ? (
            <p class="narrative">{said[section]}</p>
          ) : (
            <p class="note">{told("sectionBlank")}</p>
          )}
        </section>
      ))}
      <section class="details-group">
        <h2 class="details-title">{told("given")}</h2>
        <p class="note">{told("givenLive")}</p>
        <GivenFacts facts={facts} periodId={periodId} />
      </section>
    </div>
  );
}

export const OfficeAsks = ({ reason }: { reason: string }) => (
  <p class="office-asks">{told("officeAsks", { reason })}</p>
);
