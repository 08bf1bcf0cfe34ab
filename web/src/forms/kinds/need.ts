/** The form of a need of cooperation. */
import { both, type KindForm, text } from "../fieldText.ts";
import { alignment, more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const need: KindForm<"need"> = {
  name: both("Necesidad de cooperación", "Need of cooperation"),
  purpose: both("Lo que Bogotá busca en el mundo.", "What Bogotá looks for in the world."),
  details: {
    maturity: text("Madurez", "Maturity", "la madurez", "the maturity", {
      options: {
        idea: both("Idea", "Idea"),
        formulated: both("Proyecto formulado", "Formulated project"),
        "funded-in-part": both("Con parte de los recursos", "Funded in part"),
      },
    }),
    expectedResult: text(
      "Resultado esperado",
      "Expected result",
      "el resultado esperado",
      "the expected result",
    ),
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
    title: { help: both("Qué se necesita, en una frase.", "What is needed, in a sentence.") },
    happenedOn: {
      label: both("Fecha en que se identificó", "Date it was identified"),
      named: both("la fecha en que se identificó", "the date it was identified"),
    },
    modality: { label: both("Modalidad que busca", "Modality sought") },
  },
  groups: [
    {
      title: both("La necesidad", "The need"),
      fields: ["title", "happenedOn", "details.maturity", "details.expectedResult", "modality"],
    },
    alignment,
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.contactUnit", "details.publishFields"], { aligned: true, without: ["modality"] }),
  ],
};
