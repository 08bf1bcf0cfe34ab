/** The form of an instrument of cooperation. */
import { both, type KindForm, text } from "../fieldText.ts";
import { alignment, more, strategy, whoMayKnow, withWhom } from "../groups.ts";
import { isBlank } from "../isBlank.ts";

export const instrument: KindForm<"instrument"> = {
  name: both("Instrumento de cooperación", "Instrument of cooperation"),
  purpose: both(
    "Un memorando, convenio, carta de intención o el ingreso a una red.",
    "A memorandum, agreement, letter of intent, or joining a network.",
  ),
  details: {
    instrumentKind: text(
      "Clase de instrumento",
      "Kind of instrument",
      "la clase de instrumento",
      "the kind of instrument",
    ),
    scope: text("Alcance", "Scope", "el alcance", "the scope", {
      options: {
        bilateral: both("Bilateral: la ciudad y un actor", "Bilateral: the city and one partner"),
        multilateral: both(
          "Multilateral: varios actores o una red",
          "Multilateral: several partners or a network",
        ),
      },
    }),
    formality: text("Formalidad", "Formality", "la formalidad", "the formality", {
      options: {
        signed: both("Documento suscrito", "Signed document"),
        informal: both("Alianza informal", "Informal alliance"),
      },
    }),
    direction: text(
      "Sentido de la cooperación",
      "Direction of cooperation",
      "el sentido de la cooperación",
      "the direction of cooperation",
      {
        options: {
          demand: both("Bogotá recibe", "Bogotá receives"),
          supply: both("Bogotá ofrece", "Bogotá offers"),
          mutual: both("Ambas partes dan y reciben", "Both sides give and receive"),
        },
      },
    ),
    status: text("En qué va", "Where it stands", "en qué va el instrumento", "where the instrument stands", {
      options: {
        negotiating: both("En negociación", "Being negotiated"),
        signed: both("Suscrito", "Signed"),
        active: both("En ejecución", "Active"),
        ended: both("Terminado", "Ended"),
      },
    }),
    signedOn: text(
      "Fecha de firma o de ingreso",
      "Date of signing or joining",
      "la fecha de firma",
      "the date of signing",
      {
        help: both("Puede ser de cualquier año.", "It may be of any year."),
        showWhen: (values) => values["details.status"] !== "negotiating",
        neededWhenShown: true,
      },
    ),
    validUntil: text("Vigente hasta", "Valid until", "la fecha de vencimiento", "the end of validity", {
      help: both("Déjela en blanco si no vence.", "Leave it blank if it does not expire."),
    }),
    responsible: text(
      "Dependencia responsable",
      "Responsible unit",
      "la dependencia responsable",
      "the responsible unit",
    ),
  },
  envelope: {
    title: {
      help: both(
        "Por ejemplo: Memorando de entendimiento con la Ciudad de Buenos Aires sobre movilidad activa.",
        "For example: Memorandum of understanding with the City of Buenos Aires on active mobility.",
      ),
    },
    happenedOn: {
      label: both("Inicio de la negociación", "Start of the negotiation"),
      named: both("la fecha en que empezó la negociación", "the date on which the negotiation began"),
      showWhen: (values) => values["details.status"] === "negotiating" && isBlank(values["details.signedOn"]),
    },
  },
  groups: [
    {
      title: both("El instrumento", "The instrument"),
      fields: [
        "title",
        "details.instrumentKind",
        "details.status",
        "details.signedOn",
        "happenedOn",
        "details.validUntil",
        "details.formality",
        "details.scope",
        "details.direction",
        "details.responsible",
      ],
    },
    withWhom,
    alignment,
    whoMayKnow,
    strategy,
    more([], { aligned: true, without: ["endsOn"] }),
  ],
};
