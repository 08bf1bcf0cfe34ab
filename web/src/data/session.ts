/** Who is signed in, and what they may do. */
import {
  browserPopupRedirectResolver,
  GoogleAuthProvider,
  isSignInWithEmailLink,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInWithEmailAndPassword,
  signInWithEmailLink,
  signInWithPopup,
  signOut,
  type User,
} from "firebase/auth";
import { accessSchema, type Claims, claimsSchema } from "#domain/access.ts";
import type { Actor } from "#domain/record/states.ts";
import { forgetCopies, loadedOrKept, otherAccounts } from "../local/localDatabase.ts";
import { services } from "./firebase.ts";
import { readOne } from "./read.ts";
import { onRefusal } from "./refusals.ts";

export interface Session {
  readonly email: string;
  readonly name: string;
  readonly actor: Actor;
}

/** Nobody; nobody any more, without having left; somebody without access, who may have had it a moment ago; somebody with it. */
export type Who =
  | "nobody"
  | "expired"
  | { readonly stranger: string; readonly wasIn: boolean }
  | { readonly session: Session };

/** What the token claims of what is granted; one that is older than the last change is replaced. */
async function claimsOf(user: User, granted: Claims): Promise<Claims> {
  const claimed = async (fresh: boolean) => {
    const { success, data } = claimsSchema.safeParse((await user.getIdTokenResult(fresh)).claims);
    const { roles, entityIds } = success ? data : { roles: [], entityIds: [] };
    return {
      roles: granted.roles.filter((role) => roles.includes(role)),
      entityIds: granted.entityIds.filter((id) => entityIds.includes(id)),
    };
  };
  const { roles, entityIds } = await claimed(false);
  const hasAll = roles.length === granted.roles.length && entityIds.length === granted.entityIds.length;
  return hasAll ? { roles, entityIds } : claimed(true);
}

/** Without a connection, who it was the last time on this computer. */
async function whoIs(user: User | null): Promise<Who> {
  if (!user) return "nobody";
  const who = await loadedOrKept(user.uid, "who", () => askWho(user));
  // Of whom has no access, and of another account, nothing stays but their own words that were never sent.
  if (typeof who === "object" && "stranger" in who) await forgetCopies(user.uid);
  for (const other of await otherAccounts(user.uid)) await forgetCopies(other);
  return who;
}

async function askWho(user: User): Promise<Who> {
  const email = user.email ?? "";
  const access = await readOne(`access/${user.uid}`, accessSchema);
  if (!access) return { stranger: email, wasIn: false };
  const claims = await claimsOf(user, access.data);
  if (claims.roles.length === 0) return { stranger: email, wasIn: false };
  return { session: { email, name: access.data.name, actor: { uid: user.uid, ...claims } } };
}

/**
 * Tells who it is now and whenever that changes: by signing in or out, or when something was refused because access
 * was changed or taken away meanwhile. `fail` hears what went wrong while finding out.
 */
export function onWho(tell: (who: Who) => void, fail: (error: unknown) => void): () => void {
  const { auth } = services();
  let known: Who = "nobody";
  const set = (who: Who) => {
    const isExpired = who === "nobody" && typeof known === "object" && "session" in known && !isLeaving;
    known = who;
    isLeaving = false;
    tell(isExpired ? "expired" : who);
  };
  let asking = false;
  const askAgain = async () => {
    if (asking) return;
    asking = true;
    const who = await whoIs(auth.currentUser).finally(() => {
      asking = false;
    });
    if (typeof known === "string" || "stranger" in known || typeof who === "string") return;
    if ("stranger" in who) set({ ...who, wasIn: true });
    else if (JSON.stringify(who) !== JSON.stringify(known)) set(who);
  };
  const stops = [
    onAuthStateChanged(auth, (user) => void whoIs(user).then(set, fail)),
    onRefusal(() => void askAgain().catch(console.error)),
    onOnline(() => void askAgain().catch(console.error)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Calls the listener when the connection is back; returns what stops that. */
function onOnline(listener: () => void): () => void {
  addEventListener("online", listener);
  return () => removeEventListener("online", listener);
}

const EMAIL_KEY = "bitacora/email";

/** Asked for again where the link is opened on another computer. */
export const rememberedEmail = (): string => localStorage.getItem(EMAIL_KEY) ?? "";

/**
 * Sends the link that signs in. The emulator sends no mail: there the link itself is returned.
 */
export async function sendLink(email: string): Promise<string | undefined> {
  const { auth, authEmulator, projectId } = services();
  await sendSignInLinkToEmail(auth, email, { url: `${location.origin}/app`, handleCodeInApp: true });
  localStorage.setItem(EMAIL_KEY, email);
  if (authEmulator === undefined) return undefined;
  const response = await fetch(`http://${authEmulator}/emulator/v1/projects/${projectId}/oobCodes`);
  const { oobCodes }: { oobCodes: { email: string; oobLink: string }[] } = await response.json();
  return oobCodes.findLast((code) => code.email === email.toLowerCase())?.oobLink;
}

export const cameByLink = (): boolean => isSignInWithEmailLink(services().auth, location.href);

export async function signInByLink(email: string): Promise<void> {
  await signInWithEmailLink(services().auth, email, location.href);
  localStorage.removeItem(EMAIL_KEY);
  history.replaceState(null, "", "/app");
}

/** In a window of Google's, whose code is loaded only now. */
export const signInByGoogle = (): Promise<unknown> =>
  signInWithPopup(services().auth, new GoogleAuthProvider(), browserPopupRedirectResolver);

/** With a password: the emulators' sample accounts alone have one. */
export const signInByPassword = (email: string, password: string): Promise<unknown> =>
  signInWithEmailAndPassword(services().auth, email, password);

let isLeaving = false;

/** Signs out; of what Bitácora has nothing stays on this computer. */
export async function leave(): Promise<void> {
  const { auth } = services();
  const uid = auth.currentUser?.uid;
  isLeaving = true;
  await signOut(auth);
  if (uid !== undefined) await forgetCopies(uid);
}
