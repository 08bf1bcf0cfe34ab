/** The words of the form around its fields: days and amounts as they were understood, and what others do already. */
import { translator } from "../../../i18n/language.ts";

const es = {
  today: "Hoy",
  calendar: "Calendario",
  readAs: "Se guarda como {value}",
  inPesos: "{amount} pesos colombianos",
  inDollars: "{amount} dólares",
  inEuros: "{amount} euros",
  change: "Cambiar",
  proposedPlace: "Propuesto: {line}. {activity}",
  dealingsTitle: "Antes de seguir",
  dealingOpen: "{entity} ya trabaja con {partner}:",
  dealingOn: "{what} del {day}",
  dealingSent: "{entity} registró con {partner}: {what}, en {month}.",
  dealingPlanned: "{entity} planea con {partner}: {what}, en {month}.",
  dealingMore: "Y {count} más.",
  coordinate: "¿Quiere coordinarse antes de seguir?",
  similarTo: "Se parece a un registro que ya existe:",
  similarHelp:
    "Si es lo mismo, no lo registre de nuevo: coordine con {entity} para figurar como participante.",
  similarOwn: "Si es lo mismo, siga en ese registro y borre este borrador.",
  newTab: "(se abre en otra pestaña)",
  dealingsUnknown:
    "Sin conexión no podemos ver si otras entidades ya trabajan con este actor. Cuando vuelva, se lo decimos aquí.",
};

const en: typeof es = {
  today: "Today",
  calendar: "Calendar",
  readAs: "Kept as {value}",
  inPesos: "{amount} Colombian pesos",
  inDollars: "{amount} US dollars",
  inEuros: "{amount} euros",
  change: "Change",
  proposedPlace: "Proposed: {line}. {activity}",
  dealingsTitle: "Before you go on",
  dealingOpen: "{entity} already works with {partner}:",
  dealingOn: "{what} of {day}",
  dealingSent: "{entity} logged with {partner}: {what}, in {month}.",
  dealingPlanned: "{entity} plans with {partner}: {what}, in {month}.",
  dealingMore: "And {count} more.",
  coordinate: "Would you like to coordinate before you go on?",
  similarTo: "It looks like a record that exists already:",
  similarHelp: "If it is the same, do not log it again: ask {entity} to include you as a participant.",
  similarOwn: "If it is the same, go on with that record and delete this draft.",
  newTab: "(opens in another tab)",
  dealingsUnknown:
    "Without a connection we cannot see whether other entities already work with this partner. We will tell you here once it is back.",
};

export const formText = translator(es, en);
