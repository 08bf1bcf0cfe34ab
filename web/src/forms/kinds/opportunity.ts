/** The form of an opportunity open to citizens. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const opportunity: KindForm<"opportunity"> = {
  name: both("Oportunidad para la ciudadanía", "Opportunity for citizens"),
  purpose: both(
    "Financiación, formación o reconocimiento al que las personas pueden postularse.",
    "Funding, training or recognition that people can apply for.",
  ),
  details: {
    opportunityKind: text(
      "Clase de oportunidad",
      "Kind of opportunity",
      "la clase de oportunidad",
      "the kind of opportunity",
    ),
    opensOn: text("Abre el", "Opens on", "la fecha de apertura", "the opening date"),
    closesOn: text("Cierra el", "Closes on", "la fecha de cierre", "the closing date"),
    link: text("Enlace para postularse", "Link to apply", "el enlace", "the link"),
    audience: text("A quién se dirige", "Who it is for", "a quién se dirige", "who it is for"),
  },
  envelope: {
    happenedOn: {
      label: both("Fecha de publicación", "Date of publication"),
      named: both("la fecha de publicación", "the date of publication"),
    },
  },
  groups: [
    {
      title: both("La oportunidad", "The opportunity"),
      fields: ["title", "details.opportunityKind", "happenedOn", "details.closesOn", "details.link"],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.opensOn", "details.audience"], { without: ["endsOn"] }),
  ],
};
