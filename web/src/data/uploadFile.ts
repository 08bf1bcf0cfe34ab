/**
 * Sends a file to Cloud Storage piece by piece, so that it goes on where it was when a connection comes back.
 *
 * Firebase's library for it is loaded with the first file that is picked.
 */
import type { FirebaseStorage, StorageError } from "firebase/storage";
import { services } from "./firebase.ts";

export interface Sending {
  /** Rejects with `UploadCancelled` when it was cancelled, else with Firebase's error. */
  readonly done: Promise<void>;
  readonly cancel: () => void;
}

export class UploadCancelled extends Error {}

export interface Told {
  readonly sent: (bytes: number) => void;
  /** Whether it waits for the connection. */
  readonly waits: (waits: boolean) => void;
}

let storage: FirebaseStorage | undefined;

async function firebaseStorage() {
  const library = await import("firebase/storage");
  const { app, storageEmulator } = services();
  if (!storage) {
    storage = library.getStorage(app);
    if (storageEmulator) library.connectStorageEmulator(storage, storageEmulator.host, storageEmulator.port);
  }
  return { library, storage };
}

export function sendFile(path: string, file: Blob, contentType: string, told: Told): Sending {
  let isCancelled = false;
  let stop = () => {};
  const send = async () => {
    const { library, storage } = await firebaseStorage();
    if (isCancelled) throw new UploadCancelled();
    const task = library.uploadBytesResumable(library.ref(storage, path), file, { contentType });
    stop = () => task.cancel();
    // Without a connection the library would try for some minutes and then give up.
    const hold = () => void (task.pause() && told.waits(true));
    const goOn = () => void (task.resume() && told.waits(false));
    addEventListener("offline", hold);
    addEventListener("online", goOn);
    if (!navigator.onLine) hold();
    try {
      await new Promise<void>((resolve, reject) => {
        task.on(
          "state_changed",
          ({ bytesTransferred }) => told.sent(bytesTransferred),
          (error: StorageError) => reject(error.code === "storage/canceled" ? new UploadCancelled() : error),
          resolve,
        );
      });
    } finally {
      removeEventListener("offline", hold);
      removeEventListener("online", goOn);
    }
  };
  return {
    done: send(),
    cancel: () => {
      isCancelled = true;
      stop();
    },
  };
}
