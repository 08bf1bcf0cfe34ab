/** How far the count of an indicator's new version has come, and that the figures have switched over. */

import type { Indicator } from "#domain/indicator.ts";
import { isPending } from "#domain/operation.ts";
import { Await, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { loadCount } from "../../../data/operations.ts";
import { app } from "../../../i18n/app/app.ts";
import { hasRole, useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { usePolling } from "../../usePolling.ts";
import { OperationProgress } from "../operations/OperationProgress.tsx";
import { editorText } from "./texts.ts";

interface Props {
  readonly indicator: Indicator;
  /** The version that is or was counted. */
  readonly version: number;
  /** Reads the indicator again. */
  readonly onChanged: () => Promise<void>;
}

export function Recount({ indicator, version, onChanged }: Props) {
  const { session } = useApp();
  const mayKnow = hasRole(session, "office", "admin");
  const isWaiting = indicator.next?.version === version;
  // The indicator is read again only when its count can have come to an end, or where its count may not be read.
  const [loaded, reload] = useLoaded(`count ${indicator.id} ${version}`, async () => {
    const count = mayKnow ? (await loadCount(indicator.id, version))?.data : undefined;
    if (!count || !isPending(count) || count.phase !== "counting") await onChanged();
    return count;
  });
  usePolling(isWaiting, reload);
  const operation = loaded.state === "ready" ? loaded.value : undefined;
  const { running, error, run } = useAct();
  const again = () =>
    run(async () => {
      await call("requestRecount", { requestId: newRequestId(), indicatorId: indicator.id });
      await reload();
    });
  if (!isWaiting)
    return (
      <div class="notice good" role="status">
        <p>
          <strong>{editorText("switchedOver", { version })}</strong>
        </p>
        <p>
          <a href={`/app/indicadores/${indicator.id}`}>{editorText("seeIndicator")}</a>
        </p>
      </div>
    );
  const stands =
    version === 1 ? editorText("nothingShownYet") : editorText("figuresStayOf", { version: version - 1 });
  return (
    <div class="notice">
      <p role="status">
        <strong>
          {operation?.state === "failed"
            ? editorText("countFailed", { version })
            : app("counting", { version })}
        </strong>{" "}
        {stands}
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {() => (operation && isPending(operation) ? <OperationProgress operation={operation} /> : null)}
      </Await>
      {operation?.state === "failed" && hasRole(session, "office") && (
        <button type="button" class="button secondary" disabled={running} onClick={() => void again()}>
          {editorText("countAgain")}
        </button>
      )}
      <Failure error={error} />
    </div>
  );
}
