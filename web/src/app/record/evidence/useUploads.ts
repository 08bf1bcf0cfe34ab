/** The files of a record that is being written: those that Bitácora has, and those on their way. */
import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { EVIDENCE_LIMITS, type Evidence } from "#domain/evidence.ts";
import { finishUpload, loadEvidence, removeEvidence } from "../../../data/evidenceFiles.ts";
import type { Stored } from "../../../data/read.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { keptFilesOf } from "../../../local/keptFiles.ts";
import { useApp } from "../../context.ts";
import { type Loaded, useLoaded } from "../../useLoaded.ts";
import { UploadQueue } from "./UploadQueue.ts";
import { uploadStores } from "./uploadStores.ts";

/** A network that leads nowhere tells nothing when it leads somewhere again. */
const RETRY_MS = 10_000;

export interface Uploads {
  readonly queue: UploadQueue;
  readonly loaded: Loaded<readonly Stored<Evidence>[]>;
  readonly reload: () => Promise<void>;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => Promise<void>;
}

/** What is there; files that arrived without the server having looked at them are looked at now. */
async function loadSettled(address: RecordAddress, isOnItsWay: (id: string) => boolean) {
  const found = await loadEvidence(address, "own");
  const open = found.filter(({ id, data }) => data.state === "uploading" && !isOnItsWay(id));
  const outcomes = await Promise.all(open.map(({ id }) => finishUpload(address, id)));
  return outcomes.some(({ state }) => state !== "uploading") ? loadEvidence(address, "own") : found;
}

/** @param exists - whether Bitácora knows the record: what it does not know has no files */
export function useUploads(
  address: RecordAddress,
  exists: boolean,
  saveRecord: () => Promise<boolean>,
): Uploads {
  const { session } = useApp();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const queueAt = useRef<UploadQueue | undefined>(undefined);
  const isOnItsWay = (id: string) => queueAt.current?.uploads.some((upload) => upload.id === id) ?? false;
  const { uid } = session.actor;
  const restored = useRef<Promise<void>>(Promise.resolve());
  const [loaded, reload] = useLoaded(`files ${address.entityId}/${address.recordId} ${exists}`, async () => {
    await restored.current;
    return exists ? loadSettled(address, isOnItsWay) : [];
  });
  const files = loaded.state === "ready" ? loaded.value : [];
  const now = useRef({ files, reload });
  now.current = { files, reload };
  const queue = useMemo(() => {
    const stores = uploadStores(uid, address);
    const made = new UploadQueue(
      {
        ...stores,
        saveRecord,
        announce: async (id, file) => {
          // The same file picked again takes the place of the one that was cut short.
          const halves = now.current.files.filter(
            (half) => half.data.state === "uploading" && half.data.name === file.name && !isOnItsWay(half.id),
          );
          for (const half of halves) await removeEvidence(address, half.id);
          await stores.announce(id, file);
        },
        settled: () => now.current.reload(),
      },
      () => draw(0),
    );
    queueAt.current = made;
    restored.current = keptFilesOf(uid, address).then((kept) => made.restore(kept));
    return made;
  }, []);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy) event.preventDefault();
    };
    const goOn = () => queue.goOn();
    addEventListener("beforeunload", ask);
    addEventListener("online", goOn);
    const timer = setInterval(goOn, RETRY_MS);
    return () => {
      removeEventListener("beforeunload", ask);
      removeEventListener("online", goOn);
      clearInterval(timer);
      queue.close();
    };
  }, [queue]);
  return {
    queue,
    loaded,
    reload,
    add: (picked) =>
      queue.add(picked, EVIDENCE_LIMITS.files - files.filter(({ data }) => data.state === "ready").length),
    remove: async (id) => {
      await removeEvidence(address, id);
      await reload();
    },
  };
}
