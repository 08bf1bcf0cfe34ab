/** Which of several sheets is brought. */
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { told } from "./texts.ts";

export function ChooseSheet({ flow }: { flow: ImportFlow }) {
  return (
    <section class="group">
      <h2>{told("sheetTitle")}</h2>
      <p>{told("sheetHelp", { name: flow.fileName })}</p>
      <ul class="sheet-choices">
        {flow.opened?.sheets.map(({ name, isHidden, rows }, index) => (
          <li key={name}>
            <button type="button" class="link-button" onClick={() => void flow.chooseSheet(index)}>
              {name}
            </button>
            <span class="note">
              {told("sheetRows", { rows: wholeNumber(rows) })}
              {isHidden && ` · ${told("sheetHidden")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
