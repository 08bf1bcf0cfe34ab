/** The versions that a text has had, each ready to be put into the form again. */
import { useState } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import { formatDay } from "#domain/format.ts";
import type { ReportText } from "#domain/reports/reportText.ts";
import { Await } from "../../../components/parts.tsx";
import { loadTextHistory } from "../../../data/reportTexts.ts";
import { language } from "../../../i18n/language.ts";
import { useLoaded } from "../../useLoaded.ts";
import { Paragraphs } from "./SlotEditor.tsx";
import { words } from "./texts.ts";

interface Props {
  readonly reportId: string;
  readonly slotKey: string;
  readonly onUse: (text: ReportText) => void;
}

export function SlotHistory(props: Props) {
  const [isOpen, open] = useState(false);
  return (
    <details class="slot-history" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{words("history")}</summary>
      {isOpen && <Versions {...props} />}
    </details>
  );
}

function Versions({ reportId, slotKey, onUse }: Props) {
  const [loaded, reload] = useLoaded(`${reportId}/${slotKey}`, () => loadTextHistory(reportId, slotKey));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(entries) =>
        entries.length < 2 ? (
          <p class="empty">{words("historyNone")}</p>
        ) : (
          <ol class="slot-versions">
            {entries.slice(1).map(({ version, at, byName, es, en, omitted }) => (
              <li key={version}>
                <h4>
                  {words("version", { version, day: formatDay(bogotaDay(at), language()), name: byName })}
                </h4>
                {omitted && <p>{words("omitted")}</p>}
                <Paragraphs text={es || en || words("emptyText")} />
                <button type="button" class="link-button" onClick={() => onUse({ es, en })}>
                  {words("useThis")}
                </button>
              </li>
            ))}
          </ol>
        )
      }
    </Await>
  );
}
