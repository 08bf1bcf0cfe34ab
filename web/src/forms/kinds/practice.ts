/** The form of a good practice that Bogotá offers. */
import { both, type KindForm, text } from "../fieldText.ts";
import { alignment, more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const practice: KindForm<"practice"> = {
  name: both("Buena práctica", "Good practice"),
  purpose: both("Lo que Bogotá puede enseñar a otras ciudades.", "What Bogotá can teach other cities."),
  details: {
    maturity: text("Madurez", "Maturity", "la madurez", "the maturity", {
      options: {
        pilot: both("Piloto", "Pilot"),
        implemented: both("Implementada", "Implemented"),
        consolidated: both("Consolidada", "Consolidated"),
      },
    }),
    results: text("Resultados", "Results", "los resultados", "the results", {
      help: both("Qué cambió, con cifras si las hay.", "What changed, with figures if there are any."),
    }),
    contactUnit: text(
      "Dependencia de contacto",
      "Contact unit",
      "la dependencia de contacto",
      "the contact unit",
    ),
    publishFields: text(
      "Qué se puede publicar en el portafolio",
      "What may be published in the portfolio",
      "qué se puede publicar",
      "what may be published",
    ),
  },
  envelope: {
    title: { help: both("El nombre de la práctica.", "The name of the practice.") },
    happenedOn: {
      label: both("Desde cuándo se hace", "Since when it has been done"),
      named: both("desde cuándo se hace", "since when it has been done"),
    },
    modality: { label: both("Modalidad que ofrece", "Modality offered") },
  },
  groups: [
    {
      title: both("La práctica", "The practice"),
      fields: ["title", "happenedOn", "details.maturity", "details.results", "modality"],
    },
    alignment,
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.contactUnit", "details.publishFields"], { aligned: true, without: ["modality"] }),
  ],
};
