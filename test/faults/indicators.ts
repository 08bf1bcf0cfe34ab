/** The indicators of the fault tests: those that ship, and of each other type that there is at least one. */
import { type Indicator, indicatorSchema } from "#domain/indicator.ts";
import { INDICATORS } from "../../scripts/seed/catalogueData.ts";
import { NOW } from "../support/builders.ts";

const common = {
  ...{ lineId: "l1", order: 100, public: true, active: true },
  ...{
    nameEs: "Prueba",
    nameEn: "Test",
    ruleEs: "Todos.",
    ruleEn: "All.",
    unitEs: "unidades",
    unitEn: "units",
  },
  ...{ targetSourceEs: "Sin meta.", targetSourceEn: "No target." },
  ...{ version: 1, ruleVersion: 1, updatedAt: NOW, updatedBy: "oficina" },
};

const records = (kind: string, ...where: object[]) => ({ source: "records", kind, where });

const MORE: Readonly<Record<string, object>> = {
  "project-money": {
    ...{ type: "sum", of: "money", dimensions: ["country", "sdg"] },
    rule: records("project", { field: "details.status", in: ["running", "finished"] }),
  },
  "attraction-money": { type: "sum", of: "money", dimensions: ["theme"], rule: records("attraction") },
  visitors: {
    ...{ type: "sum", of: "details.quantity", dimensions: ["country"], public: false },
    rule: records("attraction", { field: "details.attractionKind", in: ["tourists", "events"] }),
  },
  partners: {
    ...{ type: "distinct", of: "partners", dimensions: ["partnerCategory"] },
    rule: records("interaction", { field: "details.status", in: ["held"] }),
  },
  countries: { type: "distinct", of: "countries", dimensions: ["population"], rule: records("interaction") },
  networks: { type: "distinct", of: "networks", dimensions: [], rule: records("instrument") },
  "large-projects": {
    ...{ type: "count", dimensions: ["programme"] },
    rule: records(
      "project",
      { field: "details.beneficiaryCount", atLeast: 500 },
      { field: "participants", present: true },
    ),
  },
  tourism: {
    ...{ type: "statistic", rule: { source: "external" } },
    observations: [{ period: "2025", value: 1.9, citation: "Observatorio", consultedOn: "2026-02-01" }],
  },
};

export const FAULT_INDICATORS: readonly Indicator[] = [
  ...INDICATORS,
  ...Object.entries(MORE).map(([id, fields]) => ({ id, ...indicatorSchema.parse({ ...common, ...fields }) })),
];
