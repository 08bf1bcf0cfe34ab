/** The composer: a report's parts, and the texts that the Office writes for each before it is published. */
import { useRef, useState } from "preact/hooks";
import { formatLongDay } from "#domain/format.ts";
import type { Outline } from "#domain/reports/outline.ts";
import type { StoredReportText } from "#domain/reports/reportText.ts";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadOutline, loadTexts, type OutlinedReport } from "../../../data/reportTexts.ts";
import { app } from "../../../i18n/app/app.ts";
import { language, say } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import "../../../styles/composer.css";
import { NarrativeSlots } from "./NarrativeSlots.tsx";
import { OutlineList } from "./OutlineList.tsx";
import { reportName } from "./reportName.ts";
import { SlotEditor } from "./SlotEditor.tsx";
import { words } from "./texts.ts";

export type Texts = ReadonlyMap<string, StoredReportText>;

interface Composed extends OutlinedReport {
  readonly texts: Texts;
}

async function load(reportId: string): Promise<Composed> {
  const [report, texts] = await Promise.all([loadOutline(reportId), loadTexts(reportId)]);
  return { ...report, texts };
}

export function ComposeReport({ reportId }: { reportId: string }) {
  const { reference } = useApp();
  const [loaded, reload] = useLoaded(reportId, () => load(reportId));
  const title = words("composeTitle", { report: reportName(reportId, reference) });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/ediciones", name: app("editions") }, { name: title }]} />
      <div class="title-row">
        <h1>{title}</h1>
        <a class="button secondary" href={`/app/informes/${reportId}/paginas`}>
          {words("seePages")}
        </a>
      </div>
      <p class="lead">{words("composeHelp")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ outline, texts, cutOffOn }) => (
          <>
            <p class="note">{words("cutOff", { day: formatLongDay(cutOffOn, language()) })}</p>
            <Parts reportId={reportId} outline={outline} texts={texts} onSaved={reload} />
          </>
        )}
      </Await>
    </>
  );
}

interface PartsProps {
  readonly reportId: string;
  readonly outline: Outline;
  readonly texts: Texts;
  readonly onSaved: () => Promise<void>;
}

function Parts({ reportId, outline, texts, onSaved }: PartsProps) {
  const first = outline.find(({ slots }) => slots.length > 0)?.id ?? "";
  const [chosen, choose] = useState(first);
  const part = outline.find(({ id }) => id === chosen);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = (id: string) => {
    choose(id);
    // On a phone the part begins below the whole list.
    heading.current?.focus();
  };
  return (
    <div class="composer">
      <OutlineList outline={outline} texts={texts} chosen={chosen} onChoose={open} />
      {part && (
        <div class="composer-part">
          <h2>{say(part.title)}</h2>
          {part.slots.length === 0 && <p class="empty">{words("nothingToWrite")}</p>}
          {part.slots
            .filter(({ kind }) => kind !== "narrative")
            .map((slot) => (
              <SlotEditor
                key={slot.key}
                slot={slot}
                reportId={reportId}
                stored={texts.get(slot.key)}
                onSaved={onSaved}
                isTitled={say(slot.title) === say(part.title)}
              />
            ))}
          <NarrativeSlots slots={part.slots} reportId={reportId} texts={texts} onSaved={onSaved} />
        </div>
      )}
    </div>
  );
}
