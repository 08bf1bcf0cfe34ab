/** Accounts of the sign-in service: found or made by address, and given their claims. */
import type { Auth } from "firebase-admin/auth";
import type { Claims } from "../domain/access.ts";

export interface Accounts {
  /** The account's id; `undefined` where there is none. */
  find(email: string): Promise<string | undefined>;
  /** The account's id, made if there is none that is surely this person's. */
  findOrMake(email: string, name: string): Promise<string>;
  /** Replaces the claims, which new tokens bear; `undefined` takes them away. An account that is gone is left so. */
  setClaims(uid: string, claims: Claims | undefined): Promise<void>;
}

export const accountsOf = (auth: Auth): Accounts => ({
  async find(email) {
    return (await auth.getUsers([{ email }])).users[0]?.uid;
  },

  async findOrMake(email, displayName) {
    const user = (await auth.getUsers([{ email }])).users[0];
    // Someone signed up with this address and a way in, and never showed that it is theirs: it may be a trap.
    const isDoubtful = user && !user.emailVerified && user.providerData.length > 0;
    if (user && !isDoubtful) return user.uid;
    if (user) await auth.deleteUser(user.uid);
    return (await auth.createUser({ email, displayName })).uid;
  },

  async setClaims(uid, claims) {
    try {
      await auth.setCustomUserClaims(uid, claims ?? null);
    } catch (error) {
      const isGone = error instanceof Error && "code" in error && error.code === "auth/user-not-found";
      if (!isGone || claims) throw error;
    }
  },
});
