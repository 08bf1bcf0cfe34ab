/** The form of an exchange with residents of Bogotá abroad. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const diaspora: KindForm<"diaspora"> = {
  name: both("Bogotanas y bogotanos en el exterior", "Bogotá residents abroad"),
  purpose: both(
    "Un intercambio con ellos. No escriba nombres ni datos de personas.",
    "An exchange with them. Do not write names or data of persons.",
  ),
  details: {
    topic: text("Tema", "Topic", "el tema", "the topic"),
    channel: text("Cómo se hizo", "How it was held", "cómo se hizo", "how it was held", {
      options: {
        "in-person": both("Presencial", "In person"),
        virtual: both("Virtual", "Online"),
        hybrid: both("Mixto", "Hybrid"),
      },
    }),
    participantCount: text(
      "Número de participantes",
      "Number of participants",
      "el número de participantes",
      "the number of participants",
    ),
    outcome: text("Resultado", "Outcome", "el resultado", "the outcome"),
  },
  groups: [
    {
      title: both("El intercambio", "The exchange"),
      fields: ["title", "happenedOn", "details.topic", "details.channel", "details.participantCount"],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.outcome"]),
  ],
};
