/** The people who can sign in to the emulators; they exist nowhere else. */
import { OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import type { Role } from "#domain/record/states.ts";

export interface SampleAccount {
  /** The part of the address before the @. */
  readonly uid: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly entityIds: readonly string[];
}

/** Of all of them, in the Auth emulator alone. */
export const SAMPLE_PASSWORD = "bitacora";

const account = (uid: string, name: string, roles: readonly Role[], entityIds: readonly string[] = []) => ({
  uid,
  email: `${uid}@bitacora.example`,
  name,
  roles,
  entityIds,
});

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  account("movilidad", "Marta Ríos (Movilidad)", ["focal"], ["sdm"]),
  account("mujer", "Lucía Peña (Mujer)", ["focal"], ["sdmujer"]),
  account("oficina", "Andrés Soto (Consejería)", ["office"], [OFFICE_ENTITY_ID]),
  account("consejera", "Elena Duarte (Consejería)", ["office"], [OFFICE_ENTITY_ID]),
  account("comision", "Comisión", ["viewer"]),
  account("admin", "Administración", ["admin"]),
];
