/** The form of a practice, knowledge, talent or solution that was shared. */
import { both, type KindForm, text } from "../fieldText.ts";
import { alignment, more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const transfer: KindForm<"transfer"> = {
  name: both("Transferencia", "Transfer"),
  purpose: both(
    "Una práctica, un conocimiento o un talento que se compartió.",
    "A practice, knowledge or talent that was shared.",
  ),
  details: {
    transferKind: text("Qué se compartió", "What was shared", "qué se compartió", "what was shared", {
      options: {
        practice: both("Una buena práctica", "A good practice"),
        knowledge: both("Conocimiento", "Knowledge"),
        talent: both("Talento", "Talent"),
        solution: both("Una solución", "A solution"),
      },
    }),
    recipients: text("Quiénes lo recibieron", "Who received it", "quiénes lo recibieron", "who received it"),
    practiceId: text(
      "Buena práctica registrada",
      "Logged good practice",
      "la buena práctica",
      "the good practice",
    ),
    instrumentId: text(
      "Instrumento que lo permitió",
      "Instrument that allowed it",
      "el instrumento",
      "the instrument",
    ),
    participantCount: text(
      "Número de participantes",
      "Number of participants",
      "el número de participantes",
      "the number of participants",
    ),
  },
  groups: [
    {
      title: both("La transferencia", "The transfer"),
      fields: ["title", "details.transferKind", "happenedOn", "details.recipients"],
    },
    withWhom,
    alignment,
    whoMayKnow,
    strategy,
    more(["details.participantCount", "details.practiceId", "details.instrumentId"], { aligned: true }),
  ],
};
