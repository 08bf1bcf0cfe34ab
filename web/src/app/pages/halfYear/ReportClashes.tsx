/** Shown while parts that two people wrote wait for a word. */
import { SECTION_IDS } from "#domain/halfYearReport.ts";
import type { Value } from "../../../forms/values.ts";
import type { DraftKeeper } from "../../record/DraftKeeper.ts";
import type { LocalReport } from "./localReports.ts";
import { told } from "./texts.ts";

const nameOf = (path: string): string => {
  const section = SECTION_IDS.find((id) => id === path);
  return told(section ?? "declare");
};

const show = (path: string, value: Value | undefined): string => {
  if (path === "nothingToReport") return told(value === undefined ? "declareNo" : "declareYes");
  return typeof value === "string" ? value : told("blank");
};

export function ReportClashes({ keeper }: { keeper: DraftKeeper<LocalReport> }) {
  const { clashes, takenOver } = keeper;
  if (clashes.length === 0 && takenOver.length === 0) return null;
  return (
    <section class="notice clash" role="alert">
      <h2>{told("clashTitle")}</h2>
      {takenOver.length > 0 && (
        <p>{told("clashTakenOver", { sections: takenOver.map(nameOf).join(", ") })}</p>
      )}
      {clashes.length > 0 && <p>{told("clashHelp")}</p>}
      {clashes.map(({ path, mine, theirs }) => (
        <div key={path} class="clash-field">
          <h3>{nameOf(path)}</h3>
          {(
            [
              ["clashMine", mine, "keepMine"],
              ["clashTheirs", theirs, "takeTheirs"],
            ] as const
          ).map(([whose, value, act]) => (
            <div key={whose} class="clash-side">
              <p class="overline">{told(whose)}</p>
              <p class="clash-text">{show(path, value)}</p>
              <button type="button" class="button secondary" onClick={() => keeper.settle(path, value)}>
                {told(act)}
              </button>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
