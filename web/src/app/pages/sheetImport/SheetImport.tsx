/** Bringing in a spreadsheet: its file, what its columns are, what goes in, and the bringing. */
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { KINDS, OFFICE_KINDS } from "#domain/record/kinds.ts";
import { Select } from "../../../components/fields.tsx";
import { Breadcrumb } from "../../../components/parts.tsx";
import { itemOf } from "../../../data/reference.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { fileNamed } from "../../../import/rows/matchFiles.ts";
import { checkContext, hasRole, useApp } from "../../context.ts";
import "../../../styles/sheetImport.css";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { ChooseFile, PickFiles } from "./ChooseFile.tsx";
import { ChooseSheet } from "./ChooseSheet.tsx";
import { ImportFlow } from "./ImportFlow.ts";
import { MapSheet } from "./MapSheet.tsx";
import { Preview } from "./Preview.tsx";
import { ImportProgress, Running } from "./Running.tsx";
import { told } from "./texts.ts";
import { jobOf, type Runs, useRun } from "./useRun.ts";

export function SheetImport() {
  const { session, reference } = useApp();
  const { entityIds, uid } = session.actor;
  const [entityId, setEntity] = useState(entityIds[0] ?? "");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const runs = useRun(uid, files);
  const flow = useMemo(() => {
    const { catalogues, partners, indicators } = reference;
    const kinds = KINDS.filter((kind) => hasRole(session, "office") || !OFFICE_KINDS.includes(kind));
    const lookup = { catalogues, partners, indicators };
    return new ImportFlow({ lookup, entityId, kinds, context: checkContext(reference) }, () => draw(0));
  }, [entityId]);
  useEffect(() => () => flow.close(), [flow]);
  const view = runs.run ? "run" : flow.step;
  const body = useRef<HTMLDivElement>(null);
  // Each step begins at its own top, also for who does not see it change.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      scrollTo(0, 0);
      body.current?.focus();
    }
  }, [view]);
  const options = entityIds.map((id) => {
    const entity = itemOf(reference.catalogues.entities, id);
    return { id, label: entity ? nameOf(entity) : id };
  });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/registros", name: app("myRecords") }, { name: told("title") }]} />
      <h1>{told("title")}</h1>
      <div ref={body} tabIndex={-1} class="sheet-import">
        {runs.run ? (
          <Running
            run={runs.run}
            resume={runs.resume}
            discard={runs.discard}
            another={() => {
              runs.discard();
              setFiles([]);
              flow.step = "choose";
            }}
          />
        ) : flow.step === "choose" ? (
          <ChooseFile flow={flow}>
            <Unfinished runs={runs} files={files} addFiles={(more) => setFiles([...files, ...more])} />
            {entityIds.length > 1 && (
              <Select
                words={{ id: "entity", label: told("forEntity") }}
                options={options}
                value={entityId}
                onChange={setEntity}
              />
            )}
          </ChooseFile>
        ) : flow.step === "sheet" ? (
          <ChooseSheet flow={flow} />
        ) : flow.step === "mapping" ? (
          <MapSheet flow={flow} />
        ) : flow.step === "preview" ? (
          <Preview
            flow={flow}
            files={files}
            addFiles={(more) => setFiles([...files, ...more])}
            start={(rows, submits) => {
              const named = rows.flatMap(({ row }) => row.files).filter((name) => fileNamed(name, files));
              const { fileName, mapping, chosen } = flow;
              runs.begin(
                jobOf(rows, mapping, chosen?.sheets ?? [], { uid, entityId, fileName, submits }, named),
              );
            }}
          />
        ) : (
          <Working flow={flow} />
        )}
        {(flow.step === "mapping" || flow.step === "preview" || flow.step === "sheet") && !runs.run && (
          <p>
            <button
              type="button"
              class="link-button"
              onClick={() => {
                flow.step = "choose";
                draw(0);
              }}
            >
              {told("back")}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function Working({ flow: { step, progress } }: { flow: ImportFlow }) {
  if (step === "reading") return <p role="status">{told("reading")}</p>;
  const label = told(step === "looking" ? "looking" : "checking", {
    done: wholeNumber(progress.done),
    total: wholeNumber(progress.total),
  });
  return (
    <>
      <p>{label}</p>
      <ImportProgress done={progress.done} total={progress.total} label={label} />
    </>
  );
}

interface UnfinishedProps {
  readonly runs: Runs;
  readonly files: readonly File[];
  readonly addFiles: (files: readonly File[]) => void;
}

/** What was left at another time, to go on with. */
function Unfinished({ runs, files, addFiles }: UnfinishedProps) {
  const { unfinished } = runs;
  if (!unfinished) return null;
  const { job, outcomes } = unfinished;
  const left = job.rows.filter(({ recordId }) => !Object.hasOwn(outcomes, recordId));
  const lacks = left.some((row) => row.files.some((name) => !fileNamed(name, files)));
  return (
    <section class="notice returned">
      <h2>{told("unfinishedTitle")}</h2>
      <p>
        {told("unfinished", {
          ...{ name: job.fileName, total: wholeNumber(job.rows.length) },
          done: wholeNumber(Object.keys(outcomes).length),
        })}
      </p>
      {lacks && (
        <>
          <p>{told("unfinishedFiles")}</p>
          <PickFiles
            id="unfinished-files"
            label={told("chooseFiles")}
            orDrop={told("orDropFiles")}
            many
            secondary
            onFiles={addFiles}
          />
        </>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={runs.resume}>
          {told("resume")}
        </button>
        <button type="button" class="button secondary" onClick={runs.discard}>
          {told("discard")}
        </button>
      </div>
    </section>
  );
}
