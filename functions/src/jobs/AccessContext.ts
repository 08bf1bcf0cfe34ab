/** What the jobs that grant and revoke are given besides the rest: the accounts. */
import type { Accounts } from "../store/accounts.ts";
import type { JobContext } from "./JobContext.ts";

export interface AccessContext extends JobContext {
  readonly accounts: Accounts;
}
