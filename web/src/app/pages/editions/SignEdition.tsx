/** The Office attaches the copy that the Counselor signed; until it is published, another in its place. */
import { useState } from "preact/hooks";
import type { Edition } from "#domain/edition.ts";
import { formatLongDay } from "#domain/format.ts";
import { useAct } from "../../../components/useAct.ts";
import { call } from "../../../data/call.ts";
import type { Stored } from "../../../data/read.ts";
import { language } from "../../../i18n/language.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { SignedFileFields } from "./SignedFileFields.tsx";
import { text } from "./texts.ts";
import { useSignedFile } from "./useSignedFile.ts";

interface Props {
  readonly stored: Stored<Edition>;
  readonly onSigned: () => Promise<void>;
}

export function SignEdition({ stored, onSigned }: Props) {
  const { signature, issuedOn } = stored.data;
  if (!signature)
    return (
      <section class="edition-step">
        <h2>{text("signTitle")}</h2>
        <p>{text("signHelp")}</p>
        <SignForm stored={stored} onSigned={onSigned} />
      </section>
    );
  return (
    <section class="edition-step">
      <h2>{text("signedTitle")}</h2>
      <p>{text("signedBy", { name: signature.by, day: formatLongDay(signature.on, language()) })}</p>
      {issuedOn === undefined && (
        <details>
          <summary>{text("signReplace")}</summary>
          <SignForm stored={stored} onSigned={onSigned} />
        </details>
      )}
    </section>
  );
}

function SignForm({ stored, onSigned }: Props) {
  const signed = useSignedFile(stored.data.cutOffOn);
  const [tried, setTried] = useState(false);
  const { running, error, run } = useAct();
  const send = () => {
    setTried(true);
    const [first] = signed.problems;
    if (first) return document.getElementById(first.id)?.focus();
    void run(async () => {
      await call("signEdition", { editionId: stored.id, ...(await signed.send()) });
      await onSigned();
    });
  };
  return (
    <form
      class="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SignedFileFields signed={signed} tried={tried} onLabel={text("signOn")} />
      <EditionFailure error={error} />
      <button type="submit" class={stored.data.signature ? "button secondary" : "button"} disabled={running}>
        {text("signSend")}
      </button>
    </form>
  );
}
