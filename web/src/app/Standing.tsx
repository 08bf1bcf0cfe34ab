/** What stands between this computer and Bitácora, above every page; nothing while all is well. */
import { useEffect, useReducer, useState } from "preact/hooks";
import { app } from "../i18n/app/app.ts";
import { onKeptFiles, ownersOfKeptFiles } from "../local/keptFiles.ts";
import type { Queued } from "../local/Outbox.ts";
import { isStorageRefused, onStorageRefused } from "../local/refusedStorage.ts";
import { useApp } from "./context.ts";
import { useNewVersion } from "./useNewVersion.ts";
import { useOnline } from "./useOnline.ts";

const hrefOf = ({ entityId, recordId }: Queued): string => `/app/registros/${entityId}/${recordId}`;

export function Standing() {
  const { session, local } = useApp();
  const { outbox } = local;
  const [files, setFiles] = useState(0);
  const isOnline = useOnline();
  const newVersion = useNewVersion();
  const [sent, setSent] = useState<Queued>();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(
    () =>
      outbox.onChange((arrived) => {
        if (arrived && !location.pathname.endsWith(arrived.recordId)) setSent(arrived);
        draw(0);
      }),
    [outbox],
  );
  useEffect(() => onStorageRefused(() => draw(0)), []);
  useEffect(() => {
    const count = () => void ownersOfKeptFiles(session.actor.uid).then(({ length }) => setFiles(length));
    count();
    return onKeptFiles(count);
  }, []);
  const waiting = outbox.queued.filter(({ stuck }) => !stuck);
  const stuck = outbox.queued.filter((queued) => queued.stuck);
  return (
    <div class="standing" role="status">
      {isStorageRefused() && <p class="notice bad">{app("storageRefused")}</p>}
      {!isOnline && <p class="notice">{app("offline")}</p>}
      {waiting.length > 0 && (
        <p class="notice">
          {app(waiting.length === 1 ? "waitingOne" : "waitingMany", { count: waiting.length })}
        </p>
      )}
      {!isOnline && files > 0 && (
        <p class="notice">{app(files === 1 ? "filesWaitOne" : "filesWaitMany", { count: files })}</p>
      )}
      {stuck.map((queued) => (
        <p key={queued.recordId} class="notice bad">
          {app("stuck")} <a href={hrefOf(queued)}>{queued.title || app("untitled")}</a>
        </p>
      ))}
      {sent && (
        <p class="notice good">
          {app("sentLater")} <a href={hrefOf(sent)}>{sent.title || app("untitled")}</a>
        </p>
      )}
      {newVersion && (
        <p class="notice">
          {app("newVersion")}{" "}
          <button type="button" class="link-button" onClick={newVersion}>
            {app("newVersionNow")}
          </button>
        </p>
      )}
    </div>
  );
}
