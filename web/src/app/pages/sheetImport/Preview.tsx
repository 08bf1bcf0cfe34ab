/** What goes in and what does not, before anything is saved. */
import { useMemo, useState } from "preact/hooks";
import { Choices, Select } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { itemOf } from "../../../data/reference.ts";
import { nameOf } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { missingNames, withFileProblems } from "../../../import/rows/matchFiles.ts";
import { type RowStanding, standingOf } from "../../../import/rows/standingOf.ts";
import { PickFiles } from "./ChooseFile.tsx";
import { type ImportFlow, PART } from "./ImportFlow.ts";
import { Notes } from "./Notes.tsx";
import { ChangedRows, FaultyRows } from "./RowLists.tsx";
import type { StandingRow } from "./StandingRow.ts";
import { told } from "./texts.ts";

const COUNTED = ["ready", "waiting", "faulty", "changed", "there", "repeated"] as const;

interface Props {
  readonly flow: ImportFlow;
  readonly files: readonly File[];
  readonly addFiles: (files: readonly File[]) => void;
  readonly start: (rows: readonly StandingRow[], submits: boolean) => void;
}

export function Preview({ flow, files, addFiles, start }: Props) {
  const [withoutFiles, setWithoutFiles] = useState(false);
  const [how, setHow] = useState<"submit" | "draft">("submit");
  const { rows, stored, mapping } = flow;
  const standing = useMemo(() => {
    const filesAt = mapping.columns.findIndex(({ to }) => to === "files");
    return rows.map((row): StandingRow => {
      const checked = withoutFiles ? row : withFileProblems(row, files, filesAt < 0 ? undefined : filesAt);
      const before = row.recordId === undefined ? undefined : stored.get(row.recordId);
      // Files of a record that is there already are there too, or are added to it in the app.
      const there = before ? standingOf(row, before) : undefined;
      return {
        row: checked,
        standing: there && there.is !== "waiting" ? there : standingOf(checked, before),
      };
    });
  }, [rows, stored, files, withoutFiles, mapping]);
  const of = (is: RowStanding["is"]) => standing.filter((one) => one.standing.is === is);
  const goingIn = [...of("ready"), ...(how === "submit" ? of("waiting") : [])];
  const entity = itemOf(flow.setting.lookup.catalogues.entities, flow.setting.entityId);
  return (
    <>
      <h2 id="preview-title" tabIndex={-1}>
        {told("previewTitle")}
      </h2>
      <p>
        {told("previewOf", { name: flow.fileName, entity: entity ? nameOf(entity) : flow.setting.entityId })}
      </p>
      <div role="status">
        <ul class="tallies">
          {COUNTED.filter((is) => is === "ready" || of(is).length > 0).map((is) => (
            <li key={is} class={`tally-of-${is}`}>
              <strong>{wholeNumber(of(is).length)}</strong>{" "}
              {told(of(is).length === 1 ? `one_${is}` : `count_${is}`)}
            </li>
          ))}
        </ul>
      </div>
      <Part flow={flow} />
      <Notes flow={flow} />
      <Failure error={flow.error} />
      <RowFiles
        flow={flow}
        files={files}
        addFiles={addFiles}
        withoutFiles={withoutFiles}
        setWithoutFiles={setWithoutFiles}
      />
      {goingIn.length > 0 ? (
        <section class="group">
          <Choices
            words={{ id: "how", label: told("howTitle") }}
            options={[
              { id: "submit", label: told("howSubmit") },
              { id: "draft", label: told("howDraft") },
            ]}
            chosen={[how]}
            onChange={([next]) => setHow(next === "draft" ? "draft" : "submit")}
          />
          <button type="button" class="button" onClick={() => start(goingIn, how === "submit")}>
            {goingIn.length === 1 ? told("startOne") : told("start", { count: wholeNumber(goingIn.length) })}
          </button>
        </section>
      ) : (
        <p class="notice">{told(of("faulty").length > 0 ? "noneReady" : "nothingNew")}</p>
      )}
      <FaultyRows flow={flow} rows={of("faulty")} />
      <ChangedRows flow={flow} rows={of("changed")} />
      <p class="sheet-back">
        <button type="button" class="link-button" onClick={() => flow.backToMapping()}>
          {told("changeMapping")}
        </button>
      </p>
    </>
  );
}

/** Of a sheet that is longer than what is brought at a time, which part. */
function Part({ flow }: { flow: ImportFlow }) {
  if (flow.taken <= PART) return null;
  const options = Array.from({ length: Math.ceil(flow.taken / PART) }, (_, part) => ({
    id: String(part),
    label: told("partOption", {
      part: part + 1,
      from: wholeNumber(part * PART + 1),
      to: wholeNumber(Math.min(flow.taken, (part + 1) * PART)),
    }),
  }));
  return (
    <div class="notice">
      <h3>{told("partTitle", { rows: wholeNumber(flow.taken), limit: wholeNumber(PART) })}</h3>
      <p>{told("partHelp")}</p>
      <Select
        words={{ id: "part", label: told("part") }}
        options={options}
        value={String(flow.part)}
        onChange={(next) => next !== "" && void flow.usePart(Number(next))}
      />
    </div>
  );
}

interface FilesProps extends Pick<Props, "flow" | "files" | "addFiles"> {
  readonly withoutFiles: boolean;
  readonly setWithoutFiles: (without: boolean) => void;
}

const NAMED_AT_MOST = 12;

function RowFiles({ flow, files, addFiles, withoutFiles, setWithoutFiles }: FilesProps) {
  const named = useMemo(() => new Set(flow.rows.flatMap((row) => row.files)), [flow.rows]);
  const missing = useMemo(() => missingNames(flow.rows, files), [flow.rows, files]);
  if (named.size === 0) return null;
  const shown = missing.slice(0, NAMED_AT_MOST).join(", ");
  return (
    <section class="group">
      <h2>{told("filesTitle")}</h2>
      <p>{told("filesNamed", { count: wholeNumber(named.size) })}</p>
      <PickFiles
        id="row-files"
        label={told("chooseFiles")}
        orDrop={told("orDropFiles")}
        many
        secondary
        onFiles={addFiles}
      />
      <p role="status" class={missing.length > 0 ? "bad-words files-missing" : "files-missing"}>
        {missing.length === 0
          ? told("filesAll")
          : told("filesMissing", {
              count: missing.length,
              names: missing.length > NAMED_AT_MOST ? `${shown}…` : shown,
            })}
      </p>
      {missing.length > 0 && (
        <div class="choice">
          <input
            id="without-files"
            type="checkbox"
            checked={withoutFiles}
            onChange={(event) => setWithoutFiles(event.currentTarget.checked)}
          />
          <label for="without-files">{told("withoutFiles")}</label>
        </div>
      )}
    </section>
  );
}
