/** What the pages of indicators and of the records behind a figure say. */
import { translator } from "../../i18n/language.ts";

const es = {
  indicatorsScope:
    "Cuentan los registros aprobados de todas las entidades. Lo enviado y aún sin decidir va aparte.",
  indicatorsScopeOpen:
    "Cuentan los registros públicos aprobados de todas las entidades. Lo enviado y aún sin decidir va aparte.",
  figuresNotYet: "Las cifras se están preparando. Vuelva en un minuto.",
  reportedApart: "Aparte, {value} por decidir.",
  ofEntity: "{entity}: {approved} aprobados, {reported} por decidir.",
  targetSource: "De dónde sale la meta",
  definitionSince: "Versión {version}, desde el {day}.",
  nextCounting:
    "Se está contando con una definición nueva, la versión {version}. Hasta que termine, las cifras son las de la anterior.",
  breakdownsHelp:
    "De lo aprobado entre 2024 y 2027. Un registro puede estar en varias filas, por ejemplo con dos países: por eso las filas no siempre suman el total.",
  seeAllRows: "Ver las {count} filas",
  columnReported: "Por decidir",
  columnRecords: "Registros",
  columnWithWhom: "Con quién",
  columnAdds: "Aporta",
  recordsBehind: "Registros detrás de una cifra",
  slice_approved: "Aprobados, {time}.",
  slice_reported: "Enviados a la Consejería y por decidir, {time}.",
  nothingCounted: "Ningún registro cuenta en esta cifra.",
  hiddenRecord: "Registro de otra entidad, aún sin aprobar",
  kindDecision: "Decisión",
  kindEdition: "Informe publicado",
  andMore: "{names} y {count} más",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  indicatorsScope:
    "The approved records of all entities count. What is submitted and undecided stands apart.",
  indicatorsScopeOpen:
    "The approved public records of all entities count. What is submitted and undecided stands apart.",
  figuresNotYet: "The figures are being prepared. Come back in a minute.",
  reportedApart: "Apart from that, {value} to be decided.",
  ofEntity: "{entity}: {approved} approved, {reported} to be decided.",
  targetSource: "Where the target comes from",
  definitionSince: "Version {version}, since {day}.",
  nextCounting:
    "A new definition, version {version}, is being counted. Until that is done, the figures are those of the one before.",
  breakdownsHelp:
    "Of what is approved between 2024 and 2027. A record may stand in several rows, with two countries for one: so rows do not always add up to the total.",
  seeAllRows: "See all {count} rows",
  columnReported: "To be decided",
  columnRecords: "Records",
  columnWithWhom: "With whom",
  columnAdds: "Adds",
  recordsBehind: "Records behind a figure",
  slice_approved: "Approved, {time}.",
  slice_reported: "Submitted to the Office and to be decided, {time}.",
  nothingCounted: "No record counts in this figure.",
  hiddenRecord: "Another entity's record, not approved yet",
  kindDecision: "Decision",
  kindEdition: "Published report",
  andMore: "{names} and {count} more",
};

export const figureText = translator(es, en);
