/** What a record adds to a sum, by currency, or the things that it names for a distinct count. */
import type { Currency, Definition } from "../indicator.ts";
import { DETAILS, type Kind } from "../record/kinds.ts";
import type { DraftRecord } from "../record/record.ts";
import type { Source } from "./source.ts";

/** The part of a sum that has no currency. */
export const QUANTITY = "n";

/** Kinds whose records state amounts of money, in minor units. */
const MONEY_OF: { readonly [K in Kind]?: (record: DraftRecord) => Partial<Record<Currency, number>> } = {
  project: (record) =>
    record.kind === "project"
      ? {
          ...given("COP", record.details.amountCopCents),
          ...given("USD", record.details.amountUsdCents),
          ...given("EUR", record.details.amountEurCents),
        }
      : {},
  attraction: (record) =>
    record.kind === "attraction" && record.details.currency
      ? given(record.details.currency, record.details.amountCents)
      : {},
};

const given = (part: string, amount: number | undefined): Record<string, number> =>
  amount ? { [part]: amount } : {};

/** What a sum may add up of a kind: `money` and the whole quantities of its details. */
export const summableOf = (kind: Kind): string[] => [
  ...(MONEY_OF[kind] ? ["money"] : []),
  ...Object.entries(DETAILS[kind])
    .filter(([, { input }]) => input === "count")
    .map(([name]) => `details.${name}`),
];

const once = (ids: readonly string[] | undefined): Record<string, number> =>
  Object.fromEntries((ids ?? []).map((id) => [id, 1]));

/** Empty for a source that adds nothing, and for types without parts. */
export function partsOf(source: Source, definition: Definition): Readonly<Record<string, number>> {
  if (source.from !== "records") return {};
  const { data } = source;
  if (definition.type === "sum") {
    if (definition.of === "money") return MONEY_OF[data.kind]?.(data) ?? {};
    const details: Readonly<Record<string, unknown>> = data.details;
    const amount = details[definition.of.replace("details.", "")];
    return given(QUANTITY, typeof amount === "number" ? amount : undefined);
  }
  if (definition.type !== "distinct") return {};
  if (definition.of === "countries") return once(data.countries);
  return once(definition.of === "partners" ? data.partnerIds : data.derived?.networkIds);
}
