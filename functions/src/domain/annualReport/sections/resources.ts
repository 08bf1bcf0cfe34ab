/** What cooperation brought in money, each currency by itself: they are never added to one another nor converted. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import { type AnnualSnapshot, RESOURCE_GROUPS } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { SHARED } from "../wording.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    none: (year: number) => `Ningún registro público aprobado de ${year} dice un monto.`,
    about:
      "Lo que dicen los proyectos de cooperación y lo que se atrajo, en la moneda en que se acordó. Las monedas no se suman entre sí ni se convierten. Se cuentan como movilizados los proyectos en marcha y los terminados; los que están en preparación se muestran aparte.",
    groups: {
      running: "Proyectos en marcha",
      finished: "Proyectos terminados",
      "in-preparation": "Proyectos en preparación, aparte",
      attracted: "Inversión y eventos atraídos, aparte",
    },
    table: (year: number) => `Montos por moneda, ${year}`,
    columns: ["De qué", "Moneda", "Registros", "Monto"],
    byEntity: (year: number) => `Recursos movilizados por entidad responsable, ${year}`,
    noEntity: "Ninguna entidad tiene proyectos en marcha o terminados con montos.",
    entity: "Entidad",
  },
  {
    none: (year: number) => `No approved public record of ${year} states an amount.`,
    about:
      "What cooperation projects state and what was attracted, in the currency that was agreed. Currencies are not added to one another nor converted. Projects that are running or finished count as mobilised; those in preparation are shown apart.",
    groups: {
      running: "Projects that are running",
      finished: "Projects that are finished",
      "in-preparation": "Projects in preparation, apart",
      attracted: "Investment and events attracted, apart",
    },
    table: (year: number) => `Amounts by currency, ${year}`,
    columns: ["Of what", "Currency", "Records", "Amount"],
    byEntity: (year: number) => `Resources mobilised by responsible entity, ${year}`,
    noEntity: "No entity has projects running or finished that state an amount.",
    entity: "Entity",
  },
);

export function* resourceSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { currencies } = SHARED[w.language];
  const { year, resources, resourcesByEntity, names } = snapshot;
  yield* partBlocks("resources", snapshot, w);
  if (resources.length === 0) {
    yield { type: "paragraph", text: t.none(year) };
    return;
  }
  yield { type: "paragraph", text: t.about };
  const [what = "", currencyTitle = "", records = "", amount = ""] = t.columns;
  yield {
    type: "table",
    title: t.table(year),
    columns: [left(what, 38), left(currencyTitle, 20), right(records, 14), right(amount, 28)],
    rows: RESOURCE_GROUPS.flatMap((group) =>
      resources
        .filter((resource) => resource.group === group)
        .map((resource) => [
          t.groups[group],
          capital(currencies[resource.currency]),
          w.figure(resource.records),
          w.amount(resource.amountCents, resource.currency),
        ]),
    ),
    hasRowHeads: true,
  };
  if (resourcesByEntity.length === 0) yield { type: "paragraph", text: t.noEntity };
  else
    yield {
      type: "table",
      title: t.byEntity(year),
      columns: [left(t.entity, 42), left(currencyTitle, 18), right(records, 14), right(amount, 26)],
      rows: resourcesByEntity.map(({ entityId, currency, records: count, amountCents }) => [
        w.name(names.entities, entityId),
        capital(currencies[currency]),
        w.figure(count),
        w.amount(amountCents, currency),
      ]),
      hasRowHeads: true,
    };
}
