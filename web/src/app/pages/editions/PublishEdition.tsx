/** The Office publishes a signed edition: asked once, with what citizens will see and what will be frozen. */
import { useState } from "preact/hooks";
import type { Edition } from "#domain/edition.ts";
import { useAct } from "../../../components/useAct.ts";
import { call } from "../../../data/call.ts";
import type { Stored } from "../../../data/read.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { EditionFailure } from "./EditionFailure.tsx";
import { FileList } from "./EditionFiles.tsx";
import { text } from "./texts.ts";

interface Props {
  readonly stored: Stored<Edition>;
  /** The edition of the same report that is public now. */
  readonly replaced: Edition | undefined;
  readonly onPublished: () => Promise<void>;
}

export function PublishEdition({ stored, replaced, onPublished }: Props) {
  const { reference } = useApp();
  const [asked, ask] = useState(false);
  const { running, error, run } = useAct();
  const counted = reference.indicators.find(
    ({ active, rule }) =>
      active &&
      rule.source === "editions" &&
      rule.where.some(
        (condition) => "in" in condition && condition.in.some((one) => one === stored.data.kind),
      ),
  );
  const publish = () =>
    run(async () => {
      await call("publishEdition", { editionId: stored.id });
      await onPublished();
    });
  return (
    <section class="edition-step">
      <h2>{text("publishTitle")}</h2>
      {asked ? (
        <div class="notice clash" role="alert">
          <p>{text("publishQuestion")}</p>
          <FileList edition={stored.data} />
          {counted && !replaced && <p>{text("publishCounts", { name: nameOf(counted) })}</p>}
          {replaced && <p>{text("publishReplaces", { number: replaced.number })}</p>}
          <EditionFailure error={error} />
          <div class="actions">
            <button type="button" class="button" disabled={running} onClick={() => void publish()}>
              {text("publishConfirm")}
            </button>
            <button type="button" class="link-button" onClick={() => ask(false)}>
              {text("notYet")}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p>{text("publishHelp")}</p>
          <button type="button" class="button" onClick={() => ask(true)}>
            {text("publish")}
          </button>
        </>
      )}
    </section>
  );
}
