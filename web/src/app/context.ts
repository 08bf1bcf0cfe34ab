/** What every screen of the app knows: who is at work, and what names and codes mean. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { bogotaDay } from "#domain/calendar.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Partner } from "#domain/partner.ts";
import type { CheckContext } from "#domain/record/checkRecord.ts";
import type { Role } from "#domain/record/states.ts";
import type { Stored } from "../data/read.ts";
import type { Reference } from "../data/reference.ts";
import type { Session } from "../data/session.ts";
import type { Local } from "./openLocal.ts";

export interface AppContext {
  readonly session: Session;
  readonly reference: Reference;
  /** Has a partner that was just proposed known to all screens. */
  readonly addPartner: (partner: Stored<Partner>) => void;
  /** Reads the directory again, which the Office has changed, for all screens. */
  readonly reloadPartners: () => Promise<void>;
  /** Reads the indicators again, which the Office has changed, for all screens; answers with them. */
  readonly reloadIndicators: () => Promise<readonly Indicator[]>;
  /** Reads lists, indicators and partners again, for all screens. */
  readonly reloadReference: () => Promise<void>;
  /** What this computer holds of records. */
  readonly local: Local;
}

export const AppContextOf = createContext<AppContext | undefined>(undefined);

export function useApp(): AppContext {
  const context = useContext(AppContextOf);
  if (!context) throw new Error("no app around this component");
  return context;
}

export const hasRole = ({ actor }: Session, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));

/** What the check of a form needs to know of the world, now. */
export const checkContext = ({ catalogues }: Reference): CheckContext => ({
  today: bogotaDay(new Date()),
  periods: catalogues.periods,
});
