/** The form of what the entity's own action brought to the city. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";
import { isBlank } from "../isBlank.ts";

export const attraction: KindForm<"attraction"> = {
  name: both("Atracción a la ciudad", "Attraction to the city"),
  purpose: both(
    "Turistas, inversión, estudiantes, trabajadores o eventos que llegaron por acción de la entidad.",
    "Tourists, investment, students, workers or events that came by the entity's action.",
  ),
  details: {
    attractionKind: text("Qué se atrajo", "What was attracted", "qué se atrajo", "what was attracted"),
    quantity: text("Cantidad", "Quantity", "la cantidad", "the quantity"),
    amountCents: text("Valor", "Amount", "el valor", "the amount", {
      help: both("Por ejemplo: 1.385.979,50", "Written as in Colombia, for example: 1.385.979,50"),
    }),
    currency: text("Moneda", "Currency", "la moneda", "the currency", {
      options: {
        COP: both("Pesos colombianos", "Colombian pesos"),
        USD: both("Dólares", "US dollars"),
        EUR: both("Euros", "Euros"),
      },
      showWhen: (values) => !isBlank(values["details.amountCents"]),
      neededWhenShown: true,
    }),
    sourceOfFigure: text(
      "De dónde sale la cifra",
      "Where the figure comes from",
      "de dónde sale la cifra",
      "where the figure comes from",
    ),
  },
  groups: [
    {
      title: both("La atracción", "The attraction"),
      fields: [
        "title",
        "details.attractionKind",
        "happenedOn",
        "details.quantity",
        "details.amountCents",
        "details.currency",
        "details.sourceOfFigure",
      ],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more([]),
  ],
};
