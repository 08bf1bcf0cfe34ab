/** The form of a session of the Commission or the Committee. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";
import type { Values } from "../values.ts";

const held = (values: Values) => values["details.status"] === "held";

export const session: KindForm<"session"> = {
  name: both("Sesión de la Comisión o del Comité", "Session of the Commission or the Committee"),
  purpose: both("Una convocatoria o una sesión, con su acta.", "A call or a sitting, with its minutes."),
  details: {
    body: text("Instancia", "Body", "la instancia", "the body", {
      options: {
        "intersectoral-commission": both(
          "Comisión Intersectorial para la Internacionalización",
          "Intersectoral Commission for Internationalization",
        ),
        "internationalization-committee": both(
          "Comité para la Internacionalización",
          "Committee for Internationalization",
        ),
      },
    }),
    status: text("¿Ya se hizo?", "Has it been held?", "si ya se hizo", "whether it has been held", {
      options: {
        called: both("No, está convocada", "No, it has been called"),
        held: both("Sí, ya se hizo", "Yes, it has been held"),
      },
    }),
    agenda: text("Orden del día", "Agenda", "el orden del día", "the agenda"),
    attendance: text(
      "Entidades que asistieron",
      "Entities that attended",
      "quiénes asistieron",
      "who attended",
      { showWhen: held },
    ),
    attendanceCount: text(
      "Número de asistentes",
      "Number of people who attended",
      "el número de asistentes",
      "the number of people who attended",
      { showWhen: held },
    ),
    minutesNumber: text(
      "Número del acta",
      "Number of the minutes",
      "el número del acta",
      "the number of the minutes",
      { showWhen: held },
    ),
    minutesApprovedOn: text(
      "Fecha de aprobación del acta",
      "Date the minutes were approved",
      "la fecha de aprobación del acta",
      "the date the minutes were approved",
      {
        help: both(
          "Sin acta aprobada no se registran decisiones.",
          "Without approved minutes no decisions are recorded.",
        ),
        showWhen: held,
      },
    ),
  },
  groups: [
    {
      title: both("La sesión", "The session"),
      fields: [
        "title",
        "details.body",
        "details.status",
        "happenedOn",
        "details.agenda",
        "details.attendance",
        "details.attendanceCount",
        "details.minutesNumber",
        "details.minutesApprovedOn",
      ],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more([]),
  ],
};
