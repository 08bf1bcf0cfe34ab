/** The form of a meeting, visit, mission, call or event. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const interaction: KindForm<"interaction"> = {
  name: both("Reunión, visita o misión", "Meeting, visit or mission"),
  purpose: both(
    "Un encuentro con actores internacionales, hecho o por hacer.",
    "An encounter with partners, held or still to come.",
  ),
  details: {
    interactionKind: text("Qué fue", "What it was", "qué fue", "what it was", {
      options: {
        meeting: both("Reunión", "Meeting"),
        visit: both("Visita", "Visit"),
        mission: both("Misión", "Mission"),
        call: both("Llamada", "Call"),
        event: both("Evento", "Event"),
      },
    }),
    channel: text("Cómo se hizo", "How it was held", "cómo se hizo", "how it was held", {
      options: {
        "in-person": both("Presencial", "In person"),
        virtual: both("Virtual", "Online"),
        hybrid: both("Mixto", "Hybrid"),
      },
    }),
    status: text("¿Ya se hizo?", "Has it been held?", "si ya se hizo", "whether it has been held", {
      help: both(
        "Si está planeada y es pública, las demás entidades ven con quién, el mes y que es suya.",
        "If it is planned and public, other entities see with whom, the month and that it is yours.",
      ),
      options: {
        planned: both("No, está planeada", "No, it is planned"),
        held: both("Sí, ya se hizo", "Yes, it has been held"),
      },
    }),
    place: text("Lugar", "Place", "el lugar", "the place"),
    outcome: text("Resultado", "Outcome", "el resultado", "the outcome", {
      help: both("Qué se acordó o se logró.", "What was agreed or achieved."),
      showWhen: (values) => values["details.status"] === "held",
      neededWhenShown: true,
    }),
    followUp: text("Qué sigue", "What comes next", "lo que sigue", "what comes next"),
  },
  groups: [
    {
      title: both("El encuentro", "The encounter"),
      fields: [
        "title",
        "details.interactionKind",
        "details.status",
        "happenedOn",
        "details.channel",
        "details.outcome",
      ],
    },
    withWhom,
    whoMayKnow,
    strategy,
    more(["details.place", "details.followUp"]),
  ],
};
