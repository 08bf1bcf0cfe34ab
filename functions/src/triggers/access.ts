/** The callables by which administrators let people in, change what they may do, and take it away. */
import { getAuth } from "firebase-admin/auth";
import { grantSchema, revokeSchema } from "../domain/access.ts";
import type { AccessContext } from "../jobs/AccessContext.ts";
import { grantAccess as grant, revokeAccess as revoke } from "../jobs/changeAccess.ts";
import { accountsOf } from "../store/accounts.ts";
import { app } from "../store/firebase.ts";
import { callable } from "./callable.ts";
import { cloudContext } from "./context.ts";

const accessContext = (): AccessContext => ({ ...cloudContext(), accounts: accountsOf(getAuth(app())) });

export const grantAccess = callable(grantSchema, (_context, actor, asked) =>
  grant(accessContext(), actor, asked),
);

export const revokeAccess = callable(revokeSchema, (_context, actor, asked) =>
  revoke(accessContext(), actor, asked),
);
