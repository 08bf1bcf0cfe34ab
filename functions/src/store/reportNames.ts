/** The names that a report's codes stand for: those of the catalogues, of partners, and of countries. */
import type { Firestore } from "firebase-admin/firestore";
import type { KnownPartner } from "../domain/annualReport/yearParts.ts";
import type { Bilingual } from "../domain/reports/bilingual.ts";
import { partners } from "./collections.ts";

/** All partners: the directory of a city, some thousand at most. */
export async function loadPartners(db: Firestore): Promise<ReadonlyMap<string, KnownPartner>> {
  const { docs } = await partners(db).get();
  return new Map(
    docs.map((snapshot) => {
      const { name, country } = snapshot.data();
      return [snapshot.id, { name, country }];
    }),
  );
}

const IN_SPANISH = new Intl.DisplayNames(["es-CO"], { type: "region" });
const IN_ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

/** By ISO 3166-1 alpha-2 code. */
export const countryNames = (codes: Iterable<string>): ReadonlyMap<string, Bilingual> =>
  new Map(
    [...new Set(codes)].map((code) => [
      code,
      { es: IN_SPANISH.of(code) ?? code, en: IN_ENGLISH.of(code) ?? code },
    ]),
  );
