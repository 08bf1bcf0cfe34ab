/** Firebase in the browser: its configuration comes from Hosting at run time, so that a build serves any project. */
import { type FirebaseApp, initializeApp } from "firebase/app";
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
  readonly app: FirebaseApp;
  readonly auth: Auth;
  readonly db: Firestore;
  readonly projectId: string;
  /** A token of App Check; absent where it is off. */
  readonly appCheckToken?: () => Promise<string>;
  /** `host:port` of the Auth emulator; absent in the cloud. */
  readonly authEmulator?: string;
  /** Where the Storage emulator is; absent in the cloud. */
  readonly storageEmulator?: { readonly host: string; readonly port: number };
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

/** `VITE_APP_CHECK_SITE_KEY` when the app is built, in `web/.env.local`, turns App Check on; its code is left out else. */
async function startAppCheck(app: FirebaseApp): Promise<Services["appCheckToken"]> {
  const siteKey: unknown = import.meta.env.VITE_APP_CHECK_SITE_KEY;
  if (typeof siteKey !== "string" || siteKey === "") return undefined;
  const { getToken, initializeAppCheck, ReCaptchaEnterpriseProvider } = await import("firebase/app-check");
  const provider = new ReCaptchaEnterpriseProvider(siteKey);
  const appCheck = initializeAppCheck(app, { provider, isTokenAutoRefreshEnabled: true });
  return async () => (await getToken(appCheck)).token;
}

/** Throws when Hosting does not answer. */
export async function startFirebase(): Promise<void> {
  const [config, emulators] = await Promise.all([
    fetch("/__/firebase/init.json").then((response): Promise<WebConfig> => response.json()),
    loadEmulators(),
  ]);
  // Google's window comes back to our own address, so that the Content-Security-Policy admits no other one's frames.
  const app = initializeApp({ ...config, authDomain: location.host });
  const appCheckToken = await startAppCheck(app);
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  const db = getFirestore(app);
  const { auth: authAt, firestore: firestoreAt, storage: storageAt } = emulators;
  if (firestoreAt) connectFirestoreEmulator(db, firestoreAt.host, firestoreAt.port);
  if (authAt) connectAuthEmulator(auth, `http://${authAt.host}:${authAt.port}`, { disableWarnings: true });
  started = {
    app,
    auth,
    db,
    projectId: config.projectId,
    ...(appCheckToken && { appCheckToken }),
    ...(authAt && { authEmulator: `${authAt.host}:${authAt.port}` }),
    ...(storageAt && { storageEmulator: storageAt }),
  };
}
