/** The controls for a signed copy: who signed, the day, and the file. */
import { EVIDENCE_LIMITS } from "#domain/evidence.ts";
import { formatPercent } from "#domain/format.ts";
import { describedBy, Field, TextField } from "../../../components/fields.tsx";
import { language } from "../../../i18n/language.ts";
import { ProgressBar } from "../../../indicators/ProgressBar.tsx";
import { sizeWords } from "../../record/evidence/fileWords.ts";
import { text } from "./texts.ts";
import type { SignedField, SignedFile } from "./useSignedFile.ts";

interface Props {
  readonly signed: SignedFile;
  /** Whether what is wrong is shown: after the first attempt to send. */
  readonly tried: boolean;
  readonly onLabel: string;
}

export function SignedFileFields({ signed, tried, onLabel }: Props) {
  const { by, on, file, set, share, isWaiting, problems } = signed;
  const wrong = (id: SignedField) => (tried ? problems.find((one) => one.id === id)?.message : undefined);
  const fileWords = {
    ...{ id: "sign-file", label: text("signFile"), error: wrong("sign-file") },
    help: text("signFileHelp", { size: sizeWords(EVIDENCE_LIMITS.bytes) }),
  };
  return (
    <>
      <TextField
        words={{ id: "sign-by", label: text("signBy"), help: text("signByHelp"), error: wrong("sign-by") }}
        value={by}
        onChange={(typed) => set({ by: typed })}
      />
      <TextField
        words={{ id: "sign-on", label: onLabel, help: text("signOnHelp"), error: wrong("sign-on") }}
        value={on}
        onChange={(typed) => set({ on: typed })}
        short
      />
      <Field words={fileWords}>
        <span class="pick">
          <input
            type="file"
            id="sign-file"
            class="file-input"
            accept="application/pdf,.pdf"
            aria-describedby={describedBy(fileWords)}
            onChange={(event) => {
              const [picked] = event.currentTarget.files ?? [];
              if (picked) set({ file: picked });
            }}
          />
          <span class="button secondary" aria-hidden="true">
            {text(file ? "signPickAnother" : "signPick")}
          </span>
        </span>
        {file && (
          <p class="file-name">
            {file.name} <span class="note">{sizeWords(file.size)}</span>
          </p>
        )}
      </Field>
      {share !== undefined && (
        <div role="status" class="edition-progress">
          <p>
            {isWaiting
              ? text("signWaits")
              : text("signSending", { percent: formatPercent(Math.floor(share * 100) / 100, language()) })}
          </p>
          <ProgressBar share={share} />
        </div>
      )}
    </>
  );
}
