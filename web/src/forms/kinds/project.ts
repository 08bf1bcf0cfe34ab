/** The form of a cooperation project. */
import { both, type KindForm, text } from "../fieldText.ts";
import { alignment, more, strategy, whoMayKnow, withWhom } from "../groups.ts";

const amountHelp = both("Por ejemplo: 1.385.979,50", "Written as in Colombia, for example: 1.385.979,50");

export const project: KindForm<"project"> = {
  name: both("Proyecto de cooperación", "Cooperation project"),
  purpose: both("De la propuesta a los resultados.", "From the proposal to its results."),
  details: {
    status: text("En qué va", "Where it stands", "en qué va", "where it stands", {
      options: {
        proposed: both("Propuesto", "Proposed"),
        deliberated: both("En deliberación", "Under deliberation"),
        strategic: both("Declarado estratégico", "Declared strategic"),
        "not-selected": both("No seleccionado", "Not selected"),
        running: both("En ejecución", "Running"),
        finished: both("Terminado", "Finished"),
      },
    }),
    decisionId: text(
      "Decisión que lo respalda",
      "Decision behind it",
      "la decisión que lo respalda",
      "the decision behind it",
    ),
    amountCopCents: text(
      "Recursos en pesos colombianos",
      "Amount in Colombian pesos",
      "los recursos en pesos",
      "the amount in pesos",
      { help: amountHelp },
    ),
    amountUsdCents: text(
      "Recursos en dólares",
      "Amount in US dollars",
      "los recursos en dólares",
      "the amount in dollars",
      { help: amountHelp },
    ),
    amountEurCents: text(
      "Recursos en euros",
      "Amount in euros",
      "los recursos en euros",
      "the amount in euros",
      { help: amountHelp },
    ),
    nonFinancial: text(
      "Recursos no financieros",
      "Non-financial resources",
      "los recursos no financieros",
      "the non-financial resources",
      {
        help: both("Expertos, equipos, formación.", "Experts, equipment, training."),
      },
    ),
    beneficiaries: text("A quiénes beneficia", "Who benefits", "a quiénes beneficia", "who benefits"),
    beneficiaryCount: text(
      "Número de personas beneficiadas",
      "Number of people who benefit",
      "el número de personas beneficiadas",
      "the number of people who benefit",
    ),
  },
  envelope: {
    happenedOn: {
      label: both("Fecha de inicio o de la propuesta", "Start date, or date of the proposal"),
      named: both("la fecha de inicio", "the start date"),
    },
    endsOn: {
      label: both("Fecha de terminación", "End date"),
      named: both("la fecha de terminación", "the end date"),
      help: both("Prevista o real.", "Expected or real."),
    },
  },
  groups: [
    {
      title: both("El proyecto", "The project"),
      fields: ["title", "details.status", "happenedOn"],
    },
    {
      title: both("Recursos", "Resources"),
      fields: ["details.amountCopCents", "details.amountUsdCents", "details.amountEurCents"],
    },
    withWhom,
    alignment,
    whoMayKnow,
    strategy,
    more(
      ["details.decisionId", "details.nonFinancial", "details.beneficiaries", "details.beneficiaryCount"],
      { aligned: true },
    ),
  ],
};
