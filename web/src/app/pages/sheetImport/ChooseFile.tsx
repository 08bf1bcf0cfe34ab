/** The first step: the entity's own sheet, or our template. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { saveFile } from "../../../data/saveFile.ts";
import { language } from "../../../i18n/language.ts";
import { templateFileName } from "../../../import/write/template.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { told } from "./texts.ts";

export const SHEET_FILES = ".xlsx,.csv,.tsv,.txt,.xls,.xlsm,.ods";

interface PickProps {
  readonly id: string;
  readonly label: string;
  readonly orDrop: string;
  readonly accept?: string;
  readonly many?: boolean;
  readonly secondary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the computer's own window to choose files, and a place to drop them. */
export function PickFiles({
  id,
  label,
  orDrop,
  accept,
  many = false,
  secondary = false,
  onFiles,
}: PickProps) {
  const [isOver, over] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <fieldset
      class={isOver ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={(event) => {
        event.preventDefault();
        over(false);
        take(event.dataTransfer?.files);
      }}
    >
      <legend class="visually-hidden">{label}</legend>
      <span class="pick">
        <input
          id={id}
          class="file-input"
          type="file"
          accept={accept}
          multiple={many}
          aria-label={label}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
        <span class={secondary ? "button secondary" : "button"} aria-hidden="true">
          {label}
        </span>
      </span>
      <span class="note by-mouse">{orDrop}</span>
    </fieldset>
  );
}

export function ChooseFile({ flow, children }: { flow: ImportFlow; children?: ComponentChildren }) {
  const { running, error, run } = useAct();
  return (
    <>
      <p class="lead">{told("intro")}</p>
      {flow.refused && (
        <div class="notice bad" role="alert">
          <h2>{told("refusedTitle", { name: flow.refused.name })}</h2>
          <p>{told(`file_${flow.refused.problem}`)}</p>
        </div>
      )}
      <Failure error={flow.error} />
      {children}
      <section class="group">
        <h2>{told("ownSheet")}</h2>
        <p>{told("ownSheetHelp")}</p>
        <PickFiles
          id="sheet-file"
          label={told("chooseFile")}
          orDrop={told("orDropFile")}
          accept={SHEET_FILES}
          onFiles={([file]) => file && void flow.pickFile(file)}
        />
      </section>
      <section class="group">
        <h2>{told("ourTemplate")}</h2>
        <p>{told("ourTemplateHelp")}</p>
        <button
          type="button"
          class="button secondary"
          disabled={running}
          onClick={() => void run(async () => saveFile(await flow.template(), templateFileName(language())))}
        >
          {told("downloadTemplate")}
        </button>
        <Failure error={error} />
      </section>
    </>
  );
}
