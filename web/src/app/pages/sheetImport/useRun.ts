/** The import that is under way on this computer, if there is one: begun, stopped, gone on with. */
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { proposedPartnerId } from "../../../import/rows/proposedPartnerId.ts";
import type { ImportJob, JobRow, Outcomes, ProposedPartner } from "../../../import/run/ImportJob.ts";
import { ImportRun } from "../../../import/run/ImportRun.ts";
import { forgetImport, type KeptImport, keepImport, keptImport } from "../../../import/run/keptImports.ts";
import { runStores } from "./runStores.ts";
import type { StandingRow } from "./StandingRow.ts";

export interface Runs {
  readonly run: ImportRun | undefined;
  /** Left unfinished, here, at another time. */
  readonly unfinished: KeptImport | undefined;
  readonly begin: (job: ImportJob) => void;
  readonly resume: () => void;
  readonly discard: () => void;
}

export function useRun(uid: string, files: readonly File[]): Runs {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [unfinished, setUnfinished] = useState<KeptImport | undefined>();
  const [run, setRun] = useState<ImportRun | undefined>();
  const picked = useRef(files);
  picked.current = files;
  useEffect(() => void keptImport(uid).then(setUnfinished, console.error), [uid]);
  useEffect(() => () => run?.stop(), [run]);
  const go = (job: ImportJob, before: Outcomes) => {
    const next: ImportRun = new ImportRun(
      job,
      before,
      runStores(job, () => picked.current),
      () => {
        if (next.state === "done") void forgetImport(uid).catch(console.error);
        draw(0);
      },
    );
    setUnfinished(undefined);
    setRun(next);
    void next.run();
  };
  return {
    ...{ run, unfinished },
    begin: (job) => void keepImport(job).then(() => go(job, {}), console.error),
    resume: () => {
      if (run) go(run.job, run.outcomes);
      else if (unfinished) go(unfinished.job, unfinished.outcomes);
    },
    discard: () => {
      setRun(undefined);
      setUnfinished(undefined);
      void forgetImport(uid).catch(console.error);
    },
  };
}

/** The rows that go in, with the partners that they propose. */
export function jobOf(
  rows: readonly StandingRow[],
  mapping: ImportMapping,
  sheets: readonly { readonly name: string }[],
  rest: Pick<ImportJob, "uid" | "entityId" | "fileName" | "submits">,
  files: "all" | readonly string[],
): ImportJob {
  const jobRows = rows.flatMap(({ row }): JobRow[] => {
    const { recordId, kind, values, number } = row;
    if (recordId === undefined || kind === undefined) return [];
    const named = files === "all" ? row.files : row.files.filter((name) => files.includes(name));
    const sheet = sheets.length > 1 ? sheets[row.sheet]?.name : undefined;
    return [{ recordId, kind, values, files: named, number, ...(sheet !== undefined && { sheet }) }];
  });
  const named = new Set(jobRows.flatMap(({ values }) => (values.partnerIds as string[] | undefined) ?? []));
  const partners = mapping.values.flatMap(({ propose }): ProposedPartner[] => {
    if (!propose) return [];
    const partnerId = proposedPartnerId(rest.entityId, propose.name);
    return named.has(partnerId) ? [{ partnerId, ...propose }] : [];
  });
  return { ...rest, rows: jobRows, partners };
}
