/** The City Portfolio: what Bogotá offers, what it looks for, and what was shared. */
import { yearOf } from "../../calendar.ts";
import { inBoth } from "../../reports/bilingual.ts";
import { left, NONE, right, type Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { joined, tableOr } from "../wording.ts";
import { partBlocks } from "./part.ts";

type Portfolio = AnnualSnapshot["portfolio"];

const TEXTS = inBoth(
  {
    about: (all: string, ofYear: string, year: number) =>
      `${all} en total hasta el final de ${year}, ${ofYear} de ${year}.`,
    supply: "Oferta: buenas prácticas",
    noSupply: "No hay buenas prácticas públicas aprobadas.",
    demand: "Demanda: lo que la ciudad busca",
    noDemand: "No hay necesidades públicas aprobadas.",
    transfers: "Transferencias",
    noTransfers: (year: number) => `No hay transferencias públicas aprobadas de ${year}.`,
    new: (year: number) => `Nuevas en ${year}`,
    noNew: (year: number) => `Ninguna es de ${year}.`,
    transferTable: (year: number) => `Transferencias de ${year}`,
    maturities: "Por madurez",
    columns: { date: "Fecha", title: "Título", entity: "Entidad", maturity: "Madurez", count: "Cuántas" },
    transferColumns: { kind: "Qué se transfirió", with: "A quién", people: "Personas" },
    maturity: {
      pilot: "Piloto",
      implemented: "Implementada",
      consolidated: "Consolidada",
      idea: "Idea",
      formulated: "Formulada",
      "funded-in-part": "Financiada en parte",
    },
    kinds: {
      practice: "Buena práctica",
      knowledge: "Conocimiento",
      talent: "Talento",
      solution: "Solución",
    },
  },
  {
    about: (all: string, ofYear: string, year: number) =>
      `${all} in all until the end of ${year}, ${ofYear} of ${year}.`,
    supply: "Supply: good practices",
    noSupply: "There are no approved public good practices.",
    demand: "Demand: what the city looks for",
    noDemand: "There are no approved public needs.",
    transfers: "Transfers",
    noTransfers: (year: number) => `There are no approved public transfers of ${year}.`,
    new: (year: number) => `New in ${year}`,
    noNew: (year: number) => `None is of ${year}.`,
    transferTable: (year: number) => `Transfers of ${year}`,
    maturities: "By maturity",
    columns: { date: "Date", title: "Title", entity: "Entity", maturity: "Maturity", count: "How many" },
    transferColumns: { kind: "What was transferred", with: "To whom", people: "People" },
    maturity: {
      pilot: "Pilot",
      implemented: "Implemented",
      consolidated: "Consolidated",
      idea: "Idea",
      formulated: "Formulated",
      "funded-in-part": "Funded in part",
    },
    kinds: { practice: "Good practice", knowledge: "Knowledge", talent: "Talent", solution: "Solution" },
  },
);

/** Supply or demand: how many of each maturity, and the year's one by one. */
function* offerBlocks(
  offers: Portfolio["practices"] | Portfolio["needs"],
  empty: string,
  snapshot: AnnualSnapshot,
  w: Writing,
): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, names } = snapshot;
  if (offers.length === 0) {
    yield { type: "paragraph", text: empty };
    return;
  }
  const ofYear = offers.filter(({ on }) => yearOf(on) === year);
  yield { type: "paragraph", text: t.about(w.number(offers.length), w.number(ofYear.length), year) };
  const maturities = (Object.keys(t.maturity) as (keyof typeof t.maturity)[]).filter((maturity) =>
    offers.some((offer) => offer.maturity === maturity),
  );
  yield {
    type: "table",
    title: t.maturities,
    columns: [left(t.columns.maturity, 70), right(t.columns.count, 30)],
    rows: maturities.map((maturity) => [
      t.maturity[maturity],
      w.figure(offers.filter((offer) => offer.maturity === maturity).length),
    ]),
    hasRowHeads: true,
  };
  yield tableOr(
    t.noNew(year),
    t.new(year),
    [
      left(t.columns.date, 13),
      left(t.columns.title, 52),
      left(t.columns.entity, 17),
      left(t.columns.maturity, 18),
    ],
    ofYear.map(({ on, title, entityId, maturity }) => [
      w.day(on),
      title,
      w.short(names.entities, entityId),
      t.maturity[maturity],
    ]),
    { isList: true },
  );
}

export function* portfolioSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, portfolio, names } = snapshot;
  yield* partBlocks("portfolio", snapshot, w);
  yield { type: "heading", level: 2, text: t.supply };
  yield* offerBlocks(portfolio.practices, t.noSupply, snapshot, w);
  yield { type: "heading", level: 2, text: t.demand };
  yield* offerBlocks(portfolio.needs, t.noDemand, snapshot, w);
  yield { type: "heading", level: 2, text: t.transfers };
  yield tableOr(
    t.noTransfers(year),
    t.transferTable(year),
    [
      left(t.columns.date, 14),
      left(t.columns.title, 36),
      left(t.transferColumns.kind, 15),
      left(t.transferColumns.with, 16),
      left(t.columns.entity, 10),
      right(t.transferColumns.people, 10),
    ],
    portfolio.transfers.map(({ on, title, transferKind, partners, entityId, participantCount }) => [
      w.day(on),
      title,
      t.kinds[transferKind],
      joined(partners),
      w.short(names.entities, entityId),
      participantCount === undefined ? NONE : w.figure(participantCount),
    ]),
    { isList: true },
  );
}
