/** Where an edition stands: a word and a shape; while it is made also how far it has come, asked again and again. */
import { useEffect, useState } from "preact/hooks";
import { type Edition, isFinal } from "#domain/edition.ts";
import { formatPercent } from "#domain/format.ts";
import { loadEdition } from "../../../data/editions.ts";
import type { Stored } from "../../../data/read.ts";
import { language } from "../../../i18n/language.ts";
import { ProgressBar } from "../../../indicators/ProgressBar.tsx";
import { usePolling } from "../../usePolling.ts";
import { type StandingId, standingOf } from "./standing.ts";
import { text } from "./texts.ts";

const SHAPES: Readonly<Record<StandingId, string>> = {
  ...{ queued: "○", composing: "◔", rendering: "◑", ready: "◕", complete: "●", signed: "◕", published: "●" },
  ...{ unchanged: "=", cancelled: "✕", failed: "✕" },
};

export function StandingTag({ edition }: { edition: Edition }) {
  const standing = standingOf(edition);
  return (
    <span class={`state edition-${standing}`}>
      <span aria-hidden="true">{SHAPES[standing]}</span> {text(`state_${standing}`)}
    </span>
  );
}

/** @param onEnded - called once it is no longer being made */
export function Standing({ stored, onEnded }: { stored: Stored<Edition>; onEnded: () => Promise<void> }) {
  const [seen, see] = useState(stored.data);
  useEffect(() => see(stored.data), [stored.data]);
  const isMaking = !isFinal(seen);
  usePolling(isMaking, async () => {
    const now = await loadEdition(stored.id);
    if (!now) return;
    see(now.data);
    if (isFinal(now.data)) await onEnded();
  });
  if (!isMaking) return <StandingTag edition={seen} />;
  const share = seen.progress / 100;
  return (
    <div role="status" class="edition-progress">
      <StandingTag edition={seen} />{" "}
      <span>{text("progress", { percent: formatPercent(share, language()) })}</span>
      <ProgressBar share={share} />
    </div>
  );
}
