/** Another person saved a later version than the one that is being edited: look first, then keep one or the other. */

import { useEffect, useRef } from "preact/hooks";
import type { Indicator } from "#domain/indicator.ts";
import { editorText } from "./texts.ts";

interface Props {
  readonly indicator: Indicator;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

export function ChangedMeanwhile({ indicator, onKeep, onDrop }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} class="notice clash" role="alert" tabIndex={-1}>
      <p>
        <strong>{editorText("indicatorChanged", { version: indicator.version })}</strong>
      </p>
      <p>
        <a href={`/app/indicadores/${indicator.id}/historia`} target="_blank" rel="noreferrer">
          {editorText("indicatorChangedSee")}
        </a>
      </p>
      <div class="actions">
        <button type="button" class="button secondary" onClick={onKeep}>
          {editorText("keepMine")}
        </button>
        <button type="button" class="link-button" onClick={onDrop}>
          {editorText("dropMine")}
        </button>
      </div>
    </div>
  );
}
