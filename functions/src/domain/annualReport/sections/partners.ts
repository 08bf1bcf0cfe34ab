/** With whom: the countries on a map and in its table, and the actors. */
import { inBoth } from "../../reports/bilingual.ts";
import { left, NONE, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { partBlocks } from "./part.ts";

/** Actors that are named; the rest is counted. */
const MOST_PARTNERS = 60;

const TEXTS = inBoth(
  {
    countries: "Países",
    noCountries: (year: number) => `Ningún registro público aprobado de ${year} nombra un país.`,
    finding: (count: string, most: string, records: string) =>
      `La ciudad trabajó con ${count} países; con ${most}, en ${records} registros`,
    one: (country: string, records: string) =>
      `La ciudad trabajó con un país: ${country}, en ${records} registros`,
    alt: (countries: string) => `Mapa del mundo con los registros por país: ${countries}.`,
    countryTable: (year: number) => `Registros por país, ${year}`,
    country: "País",
    records: "Registros",
    countryNote:
      "Un registro que nombra varios países cuenta una vez en cada uno: las filas no suman el total.",
    partners: "Actores internacionales",
    noPartners: (year: number) =>
      `Ningún registro público aprobado de ${year} nombra un actor internacional.`,
    partnerTable: (year: number) => `Actores con más registros, ${year}`,
    partner: "Actor",
    more: (shown: string, all: string) =>
      `Se muestran ${shown} de ${all} actores, los que tienen más registros.`,
  },
  {
    countries: "Countries",
    noCountries: (year: number) => `No approved public record of ${year} names a country.`,
    finding: (count: string, most: string, records: string) =>
      `The city worked with ${count} countries; with ${most}, in ${records} records`,
    one: (country: string, records: string) =>
      `The city worked with one country: ${country}, in ${records} records`,
    alt: (countries: string) => `World map with the records by country: ${countries}.`,
    countryTable: (year: number) => `Records by country, ${year}`,
    country: "Country",
    records: "Records",
    countryNote:
      "A record that names several countries counts once in each: the rows do not add up to the total.",
    partners: "International actors",
    noPartners: (year: number) => `No approved public record of ${year} names an international actor.`,
    partnerTable: (year: number) => `Actors with most records, ${year}`,
    partner: "Actor",
    more: (shown: string, all: string) => `${shown} of ${all} actors are shown, those with most records.`,
  },
);

function* countryBlocks(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, countries, names } = snapshot;
  const [most] = countries;
  if (!most) {
    yield { type: "paragraph", text: t.noCountries(year) };
    return;
  }
  const named = countries.map(({ country, records }) => ({
    ...{ country, records },
    name: w.name(names.countries, country),
  }));
  const first = w.name(names.countries, most.country);
  yield {
    type: "map",
    title:
      countries.length === 1
        ? t.one(first, w.number(most.records))
        : t.finding(w.number(countries.length), first, w.number(most.records)),
    alt: t.alt(named.map(({ name, records }) => `${name}, ${records}`).join("; ")),
    values: named.map(({ country, records, name }) => ({
      country,
      value: records,
      text: `${name}: ${w.number(records)}`,
    })),
  };
  yield {
    type: "table",
    title: t.countryTable(year),
    columns: [left(t.country, 75), right(t.records, 25)],
    rows: named.map(({ name, records }) => [name, w.figure(records)]),
    hasRowHeads: true,
  };
  yield { type: "note", text: t.countryNote };
}

export function* partnerSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, partners, names } = snapshot;
  yield* partBlocks("partners", snapshot, w);
  yield { type: "heading", level: 2, text: t.countries };
  yield* countryBlocks(snapshot, w);
  yield { type: "heading", level: 2, text: t.partners };
  if (partners.length === 0) {
    yield { type: "paragraph", text: t.noPartners(year) };
    return;
  }
  const shown = partners.slice(0, MOST_PARTNERS);
  yield {
    type: "table",
    title: t.partnerTable(year),
    columns: [left(t.partner, 55), left(t.country, 27), right(t.records, 18)],
    rows: shown.map(({ name, country, records }) => [
      name,
      country === undefined ? NONE : w.name(names.countries, country),
      w.figure(records),
    ]),
    hasRowHeads: true,
  };
  if (shown.length < partners.length)
    yield { type: "note", text: t.more(w.number(shown.length), w.number(partners.length)) };
}
