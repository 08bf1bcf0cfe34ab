/** Cloud Storage as a browser reaches it. */
import { deleteApp, initializeApp } from "firebase/app";
import {
  connectStorageEmulator,
  deleteObject,
  getBytes,
  getStorage,
  listAll,
  ref,
  type SettableMetadata,
  updateMetadata,
  uploadString,
} from "firebase/storage";

/** What is known of someone who has signed in: the user id and custom claims. */
export interface Person {
  uid: string;
  role?: string;
  roles?: string[];
  entityIds?: string[];
}

/**
 * What one person, or a visitor without one, may do: each method tells whether the rules allowed it.
 * `done` frees what the client holds.
 */
export function storageClient(projectId: string, host: string, person?: Person) {
  const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, crypto.randomUUID());
  const storage = getStorage(app);
  const { hostname, port } = new URL(`http://${host}`);
  const { uid, ...claims } = person ?? {};
  const options = uid ? { mockUserToken: { sub: uid, ...claims } } : {};
  connectStorageEmulator(storage, hostname, Number(port), options);
  const at = (path: string) => ref(storage, path);
  return {
    get: (path: string) => isAllowed(getBytes(at(path))),
    list: (path: string) => isAllowed(listAll(at(path))),
    put: (path: string, text: string, contentType = "text/plain") =>
      isAllowed(uploadString(at(path), text, "raw", { contentType })),
    describe: (path: string, metadata: SettableMetadata) => isAllowed(updateMetadata(at(path), metadata)),
    delete: (path: string) => isAllowed(deleteObject(at(path))),
    done: () => deleteApp(app),
  };
}

/** Any failure but a denial is a failure of the test. */
async function isAllowed(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "storage/unauthorized") return false;
    throw error;
  }
}
