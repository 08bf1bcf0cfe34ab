/** The public fields of a record as citizens read them: each with its label, codes by their names. */

import type { CodeNames, EvidenceRow } from "#domain/evidenceList.ts";
import { formatLongDay, formatMoney, formatNumber } from "#domain/format.ts";
import type { Currency } from "#domain/indicator.ts";
import { PUBLIC_DETAILS, PUBLIC_ENVELOPE } from "#domain/publicFields.ts";
import type { PublicIndicator } from "#domain/publicSummary.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { countryName } from "../forms/countries.ts";
import { ENVELOPE_TEXTS } from "../forms/envelope.ts";
import type { FieldText } from "../forms/fieldText.ts";
import { KIND_FORMS } from "../forms/kindForms.ts";
import { language, nameOf, say } from "../i18n/language.ts";
import { wholeNumber } from "../i18n/wholeNumber.ts";

export interface Fact {
  readonly label: string;
  /** Several stand one by line. */
  readonly values: readonly string[];
  /** Whether the value is a web address. */
  readonly isLink: boolean;
}

interface Reading {
  readonly row: EvidenceRow;
  readonly names: CodeNames;
  readonly states: NonNullable<PublicIndicator["states"]>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LINK = /^https?:\/\//;
/** Said already above the facts, or only together with another field. */
const ELSEWHERE = ["title", "citizenBenefit", "participants", "indicatorId", "currency"];
/** Codes of catalogues: without its name a code says nothing. */
const CODED = [
  ...["lineId", "activityId", "programmes", "sdgs", "themes", "populations"],
  ...["instrumentKind", "attractionKind", "opportunityKind"],
];

const isKind = (kind: string): kind is Kind => Object.hasOwn(KIND_FORMS, kind);

/** An amount with its currency: that of its field, `amountUsdCents`, or the one beside `amountCents`. */
function moneyWords(name: string, cents: number, { details }: EvidenceRow): string {
  const currency = /^amount(\w+)Cents$/.exec(name)?.[1]?.toUpperCase() ?? details?.currency;
  return currency === undefined
    ? formatNumber(cents / 100, language(), 2)
    : formatMoney(cents, currency as Currency, language());
}

/** One value in words; `undefined` for a code whose name is not known. */
function words(
  name: string,
  value: unknown,
  text: FieldText | undefined,
  reading: Reading,
): string | undefined {
  const code = String(value);
  const options = text?.options?.[code];
  if (options) return say(options);
  const named =
    reading.names[name]?.[code] ?? (name === "stateId" && reading.states.find(({ id }) => id === code));
  if (named) return nameOf(named);
  if (name === "countries") return countryName(code, language());
  if (CODED.includes(name) || name === "stateId") return undefined;
  if (typeof value === "number")
    return name.endsWith("Cents") ? moneyWords(name, value, reading.row) : wholeNumber(value);
  return DAY.test(code) ? formatLongDay(code, language()) : code;
}

/** In the order in which the fields are listed as public: those of the kind first, then what every record has. */
export function publicFacts(row: EvidenceRow, names: CodeNames, states: Reading["states"] = []): Fact[] {
  const form = isKind(row.kind) ? KIND_FORMS[row.kind] : undefined;
  const details: Readonly<Record<string, FieldText>> = form?.details ?? {};
  const envelope: Readonly<Record<string, FieldText>> = ENVELOPE_TEXTS;
  const own: Readonly<Record<string, Partial<FieldText>>> = form?.envelope ?? {};
  const fact = (name: string, value: unknown, text: FieldText | undefined): Fact[] => {
    const isSaid = ELSEWHERE.includes(name) || (name === "happenedOn" && value === row.on);
    if (isSaid || !text || value === undefined) return [];
    const values =
      name === "partnerIds"
        ? row.partners
        : [value].flat().flatMap((one) => words(name, one, text, { row, names, states }) ?? []);
    if (values.length === 0) return [];
    return [{ label: say(text.label), values, isLink: values.every((one) => LINK.test(one)) }];
  };
  const told = isKind(row.kind) ? PUBLIC_DETAILS[row.kind] : [];
  return [
    ...told.flatMap((name) => fact(name, row.details?.[name], details[name])),
    ...PUBLIC_ENVELOPE.flatMap((name) => {
      const text = envelope[name];
      return fact(name, row.fields?.[name], text && { ...text, ...own[name] });
    }),
  ];
}

/** Of a record its kind's name; decisions and editions are no records. */
export const kindNameOf = (kind: string): string | undefined =>
  isKind(kind) ? say(KIND_FORMS[kind].name) : undefined;
