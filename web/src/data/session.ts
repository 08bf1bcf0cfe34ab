/** Who is signed in, and what they may do. */
import {
  isSignInWithEmailLink,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInWithEmailAndPassword,
  signInWithEmailLink,
  signOut,
  type User,
} from "firebase/auth";
import { accessSchema, claimsSchema } from "#domain/access.ts";
import type { Actor } from "#domain/record/states.ts";
import { services } from "./firebase.ts";
import { readOne } from "./read.ts";

export interface Session {
  readonly email: string;
  readonly name: string;
  readonly actor: Actor;
}

/** Nobody; somebody without access; somebody with it. */
export type Who = "nobody" | { readonly stranger: string } | { readonly session: Session };

/** Claims are in the token, which may be older than the access that was granted since: one more is fetched then. */
async function claimsOf(user: User) {
  const first = claimsSchema.safeParse((await user.getIdTokenResult()).claims);
  return first.success ? first : claimsSchema.safeParse((await user.getIdTokenResult(true)).claims);
}

async function whoIs(user: User | null): Promise<Who> {
  if (!user) return "nobody";
  const email = user.email ?? "";
  const claims = await claimsOf(user);
  if (!claims.success) return { stranger: email };
  const access = await readOne(`access/${user.uid}`, accessSchema);
  if (!access) return { stranger: email };
  return { session: { email, name: access.data.name, actor: { uid: user.uid, ...claims.data } } };
}

/** Tells who it is now and whenever that changes; `fail` hears what went wrong while finding out. */
export const onWho = (tell: (who: Who) => void, fail: (error: unknown) => void): (() => void) =>
  onAuthStateChanged(services().auth, (user) => void whoIs(user).then(tell, fail));

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

/** With a password: the emulators' sample accounts alone have one. */
export const signInByPassword = (email: string, password: string): Promise<unknown> =>
  signInWithEmailAndPassword(services().auth, email, password);

export const leave = (): Promise<void> => signOut(services().auth);
