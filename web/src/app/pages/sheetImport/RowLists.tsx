/** The rows that do not go in: what is wrong with them, or how they differ from what is there. */
import { useState } from "preact/hooks";
import { Failure, StateTag } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { saveFile } from "../../../data/saveFile.ts";
import { formFieldsOf } from "../../../forms/formFields.ts";
import { language, say } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { SHEET_WORDS } from "../../../import/write/templateTexts.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { columnWords, problemWords, reasonWords, rowWords } from "./problemWords.ts";
import type { StandingRow } from "./StandingRow.ts";
import { told } from "./texts.ts";

/** Rows that are shown at first, and added at each asking. */
const SHOWN = 25;

interface Props {
  readonly flow: ImportFlow;
  readonly rows: readonly StandingRow[];
}

/** The file's own name, with what it is: `Seguimiento (Qué corregir).xlsx`. */
const handedBackName = (name: string, format: string): string =>
  `${name.replace(/\.\w+$/, "")} (${SHEET_WORDS[language()].whatToCorrect}).${format}`;

export function FaultyRows({ flow, rows }: Props) {
  const [most, setMost] = useState(SHOWN);
  const { running, error, run } = useAct();
  const { chosen, opened } = flow;
  if (rows.length === 0 || !chosen || !opened) return null;
  const download = async () => {
    const faulty = rows.map(({ row }) => ({
      index: row.index,
      reasons: row.problems.map((problem) => reasonWords(problem, row, chosen)),
      columns: row.problems.flatMap(({ column }) => (column === undefined ? [] : [column])),
    }));
    saveFile(await flow.handBack(faulty), handedBackName(flow.fileName, opened.format));
  };
  return (
    <section class="sheet-part" aria-labelledby="faulty-title">
      <h2 id="faulty-title">
        {told("problemsTitle")} <span class="note">({wholeNumber(rows.length)})</span>
      </h2>
      <p class="sheet-help">{told("problemsHelp")}</p>
      <button type="button" class="button secondary" disabled={running} onClick={() => void run(download)}>
        {told("downloadFaulty")}
      </button>
      <Failure error={error} />
      <ol class="faulty-rows">
        {rows.slice(0, most).map(({ row }) => (
          <li key={row.index}>
            <h3>
              {rowWords(row, chosen)}
              {typeof row.values.title === "string" && <span class="row-title"> {row.values.title}</span>}
            </h3>
            <ul>
              {row.problems.map((problem) => (
                <li key={`${problem.path} ${problem.code} ${problem.value ?? ""}`}>
                  <span class="note">{columnWords(problem.column, chosen)}</span> {problemWords(problem, row)}
                  .
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <More left={rows.length - most} onMore={() => setMost(most + SHOWN)} />
    </section>
  );
}

const More = ({ left, onMore }: { left: number; onMore: () => void }) =>
  left > 0 ? (
    <button type="button" class="link-button" onClick={onMore}>
      {told("showMore", { count: Math.min(SHOWN, left) })}
    </button>
  ) : null;

export function ChangedRows({ flow, rows }: Props) {
  const [most, setMost] = useState(SHOWN);
  const { chosen } = flow;
  if (rows.length === 0 || !chosen) return null;
  return (
    <section class="sheet-part" aria-labelledby="changed-title">
      <h2 id="changed-title">
        {told("changedTitle")} <span class="note">({wholeNumber(rows.length)})</span>
      </h2>
      <p class="sheet-help">{told("changedHelp")}</p>
      <ol class="faulty-rows">
        {rows.slice(0, most).map(({ row, standing }) => (
          <li key={row.index}>
            <h3>
              {rowWords(row, chosen)}{" "}
              <a
                href={`/app/registros/${flow.setting.entityId}/${row.recordId}`}
                target="_blank"
                rel="noreferrer"
              >
                {String(row.values.title ?? "")}
              </a>
            </h3>
            {standing.is === "changed" && (
              <p>
                <StateTag state={standing.state} />{" "}
                {told("changedFields", {
                  fields: standing.paths.map((path) => labelOf(row.kind, path)).join(", "),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <More left={rows.length - most} onMore={() => setMost(most + SHOWN)} />
    </section>
  );
}

function labelOf(kind: StandingRow["row"]["kind"], path: string): string {
  const field = kind && formFieldsOf(kind).find((one) => one.path === path);
  return field ? say(field.text.label) : path;
}
