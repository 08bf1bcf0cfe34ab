/** Who attacks the rules: one letter each, so that a table of verdicts fits a page. */
import type { Document, Person } from "./firestoreClient.ts";

const person = (uid: string, roles: readonly string[], ...entityIds: string[]): Person => ({
  ...{ uid, roles, entityIds },
});

/** What the token says; what the access document says is in `GRANTS`. */
export const PEOPLE = {
  /** The focal point of Movilidad, whose documents the table is about. */
  F: person("fabio", ["focal"], "sdm"),
  /** A focal point of two entities, Movilidad one of them. */
  T: person("marta", ["focal"], "sdm", "idu"),
  /** The focal point of another entity. */
  X: person("lucia", ["focal"], "sdmujer"),
  O: person("olga", ["office"], "secretaria-general"),
  /** A viewer beside whose role an entity stands, which gives nothing. */
  V: person("comision", ["viewer"], "sdm"),
  A: person("admin", ["admin"]),
  /** A focal point who moved from Movilidad to the other entity, with the token of before. */
  M: person("mudada", ["focal"], "sdm"),
  /** Not signed in. */
  N: undefined,
  /** Signed in, let in by nobody: claims that no access document confirms, as a token of another project has. */
  G: person("raul", ["focal", "office", "viewer", "admin"], "sdm", "secretaria-general"),
  /** Was let in as the Office; the access document was deleted since, the token is still good. */
  R: person("retirada", ["office", "focal"], "sdm", "secretaria-general"),
  /** Was the Office and an administrator; the access document now says: nothing of the kind. */
  D: person("degradado", ["office", "admin"], "sdm"),
  /** Let in as the focal point of Movilidad, but with a token that claims nothing. */
  B: { uid: "berta" },
} satisfies Record<string, Person | undefined>;
export type Letter = keyof typeof PEOPLE;
export const LETTERS = Object.keys(PEOPLE) as Letter[];

export const grant = (
  uid: string,
  { roles = [], entityIds = [] }: Partial<Person>,
): Record<string, Document> => ({
  [`access/${uid}`]: { name: uid, roles, entityIds },
});

/** The access documents that stand. */
export const GRANTS: Readonly<Record<string, Document>> = {
  ...Object.assign(
    {},
    ...[PEOPLE.F, PEOPLE.T, PEOPLE.X, PEOPLE.O, PEOPLE.V, PEOPLE.A].map((who) => grant(who.uid, who)),
  ),
  ...grant(PEOPLE.M.uid, { roles: ["focal"], entityIds: ["sdmujer"] }),
  ...grant(PEOPLE.D.uid, { roles: ["focal"], entityIds: [] }),
  ...grant(PEOPLE.B.uid, { roles: ["focal"], entityIds: ["sdm"] }),
};
