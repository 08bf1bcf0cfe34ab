/** The one place where Google's admin library is set up. */
import { type App, getApps, initializeApp } from "firebase-admin/app";
import { type Firestore, initializeFirestore } from "firebase-admin/firestore";

/** Not the default app: firebase-functions opens that one's Firestore itself, with other options. */
const NAME = "bitacora";

export const app = (): App => getApps().find(({ name }) => name === NAME) ?? initializeApp(undefined, NAME);

/**
 * Over REST, which spares a cold function the start of gRPC; the same instance at every call. Not so in the emulator:
 * over REST the library asks for real credentials even there.
 */
export const firestore = (): Firestore =>
  initializeFirestore(app(), { preferRest: process.env.FIRESTORE_EMULATOR_HOST === undefined });
