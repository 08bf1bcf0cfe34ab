/** The annual report that is laid out: the same for every contender, with as many listed records as asked. */
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import type { Block, DocumentInfo } from "#domain/annualReport/block.ts";
import { annualReportInfo, composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { KINDS } from "#domain/record/kinds.ts";
import type { ListedRecord } from "#domain/reports/listedRecord.ts";
import { fullSnapshot } from "../../domain/annualReport/annualSnapshots.ts";
import { randomFrom } from "../../support/random.ts";

const WORDS =
  "cooperación técnica sobre movilidad sostenible con la ciudad hermana intercambio de experiencias en cuidado gestión del riesgo frente al cambio climático y economía creativa para jóvenes mujeres rurales seguridad alimentaria datos abiertos".split(
    " ",
  );
const PARTNERS = [
  "Ayuntamiento de Barcelona",
  "Ciudad de México",
  "C40 Cities",
  "Unión de Ciudades Capitales Iberoamericanas",
  "Banco Interamericano de Desarrollo",
  "Préfecture de la région d'Île-de-France",
  "Urząd Miasta Łódź",
];

/** Records as they stream from the file beside a snapshot: one at a time, parsed from their line. */
export function* recordsOf(count: number, entityIds: readonly string[]): Generator<ListedRecord> {
  const random = randomFrom(20_250_101);
  for (let index = 0; index < count; index += 1) {
    const words = Array.from({ length: 5 + random.below(9) }, () => random.pick(WORDS));
    const day = (most: number) => String(1 + random.below(most)).padStart(2, "0");
    const line = JSON.stringify({
      ...{ entityId: random.pick(entityIds), recordId: `r${index}`, version: 3, kind: random.pick(KINDS) },
      on: `2025-${day(12)}-${day(28)}`,
      title: words.join(" "),
      partners: random.chance(0.8) ? [random.pick(PARTNERS)] : [],
      countries: ["MX"],
    });
    yield JSON.parse(line) as ListedRecord;
  }
}

export function reportOf(count: number): { blocks: Iterable<Block>; info: DocumentInfo } {
  const full = fullSnapshot();
  const snapshot: AnnualSnapshot = { ...full, listed: { ...full.listed, count } };
  const entityIds = snapshot.sectors.flatMap(({ entities }) => entities.map(({ id }) => id));
  const listed = () => recordsOf(count, entityIds);
  return { blocks: composeAnnualReport(snapshot, "es", { listed }), info: annualReportInfo(snapshot) };
}
