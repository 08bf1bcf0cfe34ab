/** The reports that the Office has published: each with its files, and the copy that was signed. */
import { useEffect, useState } from "preact/hooks";
import { fileRank } from "#domain/editions/fileRank.ts";
import type { PublishedEdition, PublishedEditions } from "#domain/editions/publishedEditions.ts";
import { formatLongDay } from "#domain/format.ts";
import { language, nameOf } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { wholeNumber } from "../i18n/wholeNumber.ts";
import { type Fetched, loadPublished } from "./openData.ts";

/** Reports that are shown at first. */
const FIRST = 3;

/** Nothing is said while there is none: the figures above are the page. */
export function PublishedReports() {
  const [loaded, setLoaded] = useState<Fetched<PublishedEditions>>();
  const [isLong, lengthen] = useState(false);
  useEffect(() => void loadPublished().then(setLoaded), []);
  const editions = typeof loaded === "object" ? loaded.value.editions : [];
  if (editions.length === 0) return null;
  const shown = isLong ? editions : editions.slice(0, FIRST);
  return (
    <section class="reports">
      <h2>{site("reportsTitle")}</h2>
      {shown.map((edition) => (
        <Report key={edition.id} edition={edition} />
      ))}
      {shown.length < editions.length && (
        <button type="button" class="link-button" onClick={() => lengthen(true)}>
          {site("reportsMore", { count: editions.length - shown.length })}
        </button>
      )}
    </section>
  );
}

type ShownFile = PublishedEdition["files"][number];

const FORMATS: Readonly<Record<ShownFile["format"], string>> = {
  ...{ pdf: "PDF", xlsx: "Excel", docx: "Word", csv: "CSV", json: "JSON", ndjson: "NDJSON" },
};

const OTHER = { es: "español", en: "English" } as const;

/** `PDF, 240 KB`, `Excel (English), 30 KB`: the language where it is not the reader's. */
function fileWords({ format, language: of, isSigned, bytes }: ShownFile): string {
  const kind = isSigned ? site("reportSigned") : FORMATS[format];
  const other = of === language() || isSigned ? "" : ` (${OTHER[of]})`;
  return `${kind}${other}, ${wholeNumber(Math.max(1, bytes / 1024))} KB`;
}

function Report({ edition }: { edition: PublishedEdition }) {
  const { id, number, publishedOn, signedBy, files } = edition;
  const rank = (file: ShownFile) => (file.isSigned ? -1 : fileRank(file, language()));
  return (
    <article>
      <h3>
        {nameOf(edition)}
        {number > 1 && ` (${site("reportEdition", { number })})`}
      </h3>
      <p class="note">
        {site("reportPublished", { day: formatLongDay(publishedOn, language()), name: signedBy })}
      </p>
      <ul>
        {files
          .toSorted((a, b) => rank(a) - rank(b))
          .map((file) => (
            <li key={file.address}>
              <a href={`/api/reports/${id}/${file.address}`} download={file.name}>
                {fileWords(file)}
              </a>
            </li>
          ))}
      </ul>
    </article>
  );
}
