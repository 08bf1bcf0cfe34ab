/** Firebase in the browser: its configuration comes from Hosting at run time, so that a build serves any project. */
import { initializeApp } from "firebase/app";
import {
  type Auth,
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from "firebase/auth";
import { connectFirestoreEmulator, type Firestore, getFirestore } from "firebase/firestore/lite";

interface WebConfig {
  readonly projectId: string;
  readonly apiKey: string;
}

type Emulators = Readonly<Record<string, { readonly host: string; readonly port: number } | undefined>>;

export interface Services {
  readonly auth: Auth;
  readonly db: Firestore;
  readonly projectId: string;
  /** `host:port` of the Auth emulator; absent in the cloud. */
  readonly authEmulator?: string;
}

let started: Services | undefined;

/** Throws until `startFirebase` is done. */
export function services(): Services {
  if (!started) throw new Error("Firebase has not been started");
  return started;
}

/**
 * Hosting's reserved addresses give the configuration; the emulator's script also names the emulators, which
 * nothing else tells a browser.
 */
async function loadEmulators(): Promise<Emulators> {
  if (!["localhost", "127.0.0.1"].includes(location.hostname)) return {};
  const script = await (await fetch("/__/firebase/init.js?useEmulator=true")).text();
  const object = /firebaseEmulators = (\{[\s\S]*?\n\});/.exec(script)?.[1];
  return object === undefined ? {} : JSON.parse(object);
}

/** Throws when Hosting does not answer. */
export async function startFirebase(): Promise<void> {
  const [config, emulators] = await Promise.all([
    fetch("/__/firebase/init.json").then((response): Promise<WebConfig> => response.json()),
    loadEmulators(),
  ]);
  const app = initializeApp(config);
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  const db = getFirestore(app);
  const { auth: authAt, firestore: firestoreAt } = emulators;
  if (firestoreAt) connectFirestoreEmulator(db, firestoreAt.host, firestoreAt.port);
  if (authAt) connectAuthEmulator(auth, `http://${authAt.host}:${authAt.port}`, { disableWarnings: true });
  started = {
    auth,
    db,
    projectId: config.projectId,
    ...(authAt && { authEmulator: `${authAt.host}:${authAt.port}` }),
  };
}
