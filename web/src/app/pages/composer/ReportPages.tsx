/** A report's pages as they would be now, in either language. */
import { useState } from "preact/hooks";
import type { Language } from "#domain/format.ts";
import { Choices } from "../../../components/fields.tsx";
import { Breadcrumb, Failure } from "../../../components/parts.tsx";
import { CallError } from "../../../data/call.ts";
import { loadPreview } from "../../../data/reportTexts.ts";
import { app } from "../../../i18n/app/app.ts";
import { language as appLanguage } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import "../../../styles/composer.css";
import { PdfPages } from "./PdfPages.tsx";
import { reportName } from "./reportName.ts";
import { words } from "./texts.ts";

const CONFLICT = "409";

export function ReportPages({ reportId }: { reportId: string }) {
  const { reference } = useApp();
  const [language, choose] = useState<Language>(appLanguage());
  const [run, setRun] = useState(0);
  const title = words("pagesTitle", { report: reportName(reportId, reference) });
  return (
    <>
      <Breadcrumb
        steps={[
          { href: "/app/ediciones", name: app("editions") },
          { href: `/app/informes/${reportId}`, name: reportName(reportId, reference) },
          { name: words("page") },
        ]}
      />
      <div class="title-row">
        <h1>{title}</h1>
        <a class="button secondary" href={`/app/informes/${reportId}`}>
          {words("backToTexts")}
        </a>
      </div>
      <p class="note">{words("pagesHelp")}</p>
      <div class="preview-choices">
        <Choices
          words={{ id: "preview-language", label: words("language") }}
          options={[
            { id: "es", label: words("inSpanish") },
            { id: "en", label: words("inEnglish") },
          ]}
          chosen={[language]}
          onChange={([chosen]) => choose(chosen === "en" ? "en" : "es")}
        />
        <button type="button" class="button secondary" onClick={() => setRun(run + 1)}>
          {words("refresh")}
        </button>
      </div>
      <Preview key={`${language}/${run}`} reportId={reportId} language={language} />
    </>
  );
}

function Preview({ reportId, language }: { reportId: string; language: Language }) {
  const [loaded] = useLoaded(`${reportId}/${language}`, () => loadPreview(reportId, language));
  if (loaded.state === "loading") return <p role="status">{words("drawing")}</p>;
  if (loaded.state === "ready") return <PdfPages content={loaded.value} />;
  const { error } = loaded;
  if (error instanceof CallError && error.status === CONFLICT)
    return (
      <p class="notice bad" role="alert">
        {words("fourOhNine")}
      </p>
    );
  return <Failure error={error} />;
}
