/** The files of an edition: what each is, its size, its fingerprint, and the button that saves it. */
import type { Edition } from "#domain/edition.ts";
import { editionFileName, signedFileName } from "#domain/editions/editionNames.ts";
import { fileRank } from "#domain/editions/fileRank.ts";
import { fileAddress, SIGNED_ADDRESS } from "#domain/editions/publishedEditions.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { useAct } from "../../../components/useAct.ts";
import { downloadEditionFile } from "../../../data/editions.ts";
import type { Stored } from "../../../data/read.ts";
import { language } from "../../../i18n/language.ts";
import { sizeWords } from "../../record/evidence/fileWords.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { text } from "./texts.ts";

interface ShownFile {
  readonly address: string;
  /** What it is, in words. */
  readonly words: string;
  /** What it is called on the reader's computer. */
  readonly name: string;
  readonly size: string;
  readonly sha256: string;
}

/** The reader's language first, the data last, the signed copy before all. */
function filesOf(edition: Edition): ShownFile[] {
  const { files, signature, issuedOn } = edition;
  const made = files
    .toSorted((a, b) => fileRank(a, language()) - fileRank(b, language()))
    .map((file) => ({
      address: fileAddress(file),
      words: text(`format_${file.format}`, { language: text(`language_${file.language}`) }),
      name: editionFileName(edition, file),
      size:
        file.pages === undefined
          ? sizeWords(file.bytes)
          : text(file.pages === 1 ? "onePage" : "pages", { size: sizeWords(file.bytes), pages: file.pages }),
      sha256: file.sha256,
    }));
  if (!signature || issuedOn !== undefined) return made;
  const signed = {
    ...{ address: SIGNED_ADDRESS, words: text("format_signed"), name: signedFileName(edition) },
    ...{ size: sizeWords(signature.bytes), sha256: signature.sha256 },
  };
  return [signed, ...made];
}

export function EditionFiles({ stored }: { stored: Stored<Edition> }) {
  const { missingCharacters = [] } = stored.data;
  return (
    <section>
      <h2>{text("filesTitle")}</h2>
      <DataTable
        caption={text("filesTitle")}
        rows={filesOf(stored.data)}
        rowKey={({ address }) => address}
        columns={[
          {
            head: text("columnFile"),
            rowHead: true,
            cell: ({ words, name }) => (
              <>
                {words}
                <span class="edition-file-name">{name}</span>
              </>
            ),
          },
          { head: text("columnSize"), cell: ({ size }) => size },
          {
            head: text("columnHash"),
            cell: ({ sha256 }) => (
              <code class="edition-hash" title={sha256}>
                {sha256}
              </code>
            ),
          },
          { head: text("download"), cell: (file) => <Download id={stored.id} file={file} /> },
        ]}
      />
      {missingCharacters.length > 0 && (
        <p class="note">{text("missing", { characters: missingCharacters.join(" ") })}</p>
      )}
    </section>
  );
}

/** The files by name alone, for whoever is about to publish them. */
export function FileList({ edition }: { edition: Edition }) {
  return (
    <ul>
      {filesOf(edition).map(({ address, words, size }) => (
        <li key={address}>
          {words} ({size})
        </li>
      ))}
    </ul>
  );
}

function Download({ id, file }: { id: string; file: ShownFile }) {
  const { running, error, run } = useAct();
  const save = () => run(() => downloadEditionFile(id, file.address, file.name));
  return (
    <>
      <button
        type="button"
        class="button secondary"
        aria-label={text("downloadNamed", { name: file.words })}
        disabled={running}
        onClick={() => void save()}
      >
        {text("download")}
      </button>
      <EditionFailure error={error} />
    </>
  );
}
