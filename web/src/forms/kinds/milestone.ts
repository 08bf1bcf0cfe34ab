/** The form of a milestone that changes state. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";
import { isBlank } from "../isBlank.ts";

export const milestone: KindForm<"milestone"> = {
  name: both("Hito", "Milestone"),
  purpose: both(
    "Una política, un decreto, un sistema o una estrategia que pasa a un nuevo estado.",
    "A policy, decree, system or strategy that reaches a new state.",
  ),
  details: {
    indicatorId: text("Resultado de la Estrategia", "Result of the Strategy", "el resultado", "the result"),
    stateId: text("Nuevo estado", "New state", "el nuevo estado", "the new state", {
      showWhen: (values) => !isBlank(values["details.indicatorId"]),
    }),
    subject: text("Cuál", "Which one", "cuál", "which one", {
      help: both(
        "Solo si hay varias, por ejemplo varias estrategias.",
        "Only if there are several, for example several strategies.",
      ),
    }),
    document: text(
      "Documento que lo prueba",
      "Document that proves it",
      "el documento que lo prueba",
      "the document that proves it",
      {
        help: both("Por ejemplo: Decreto 123 de 2025.", "For example: Decree 123 of 2025."),
      },
    ),
    documentLink: text(
      "Enlace al documento",
      "Link to the document",
      "el enlace al documento",
      "the link to the document",
    ),
  },
  envelope: {
    happenedOn: { label: both("Desde cuándo", "Since when"), named: both("desde cuándo", "since when") },
  },
  groups: [
    {
      title: both("El hito", "The milestone"),
      fields: [
        "title",
        "details.indicatorId",
        "details.stateId",
        "happenedOn",
        "details.subject",
        "details.document",
      ],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.documentLink"]),
  ],
};
