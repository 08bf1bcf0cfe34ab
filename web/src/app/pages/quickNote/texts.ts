/** The words of the quick note. */
import { translator } from "../../../i18n/language.ts";

const es = {
  title: "Nota rápida",
  lead: "Lo mínimo, ahora. Lo demás se completa después.",
  what: "Qué fue",
  whatHelp: "Por ejemplo: Reunión con la embajada de Francia sobre ciclovías.",
  whatMissing: "Escriba qué fue, en una frase",
  when: "Cuándo",
  whenHelp: "Proponemos hoy. Cámbielo si fue otro día.",
  whom: "Con quién",
  photo: "Foto",
  photoHelp: "Del acta, la lista de asistencia o el encuentro.",
  takePhoto: "Tomar o elegir una foto",
  save: "Guardar borrador",
  saved: "Nota guardada",
  savedInBitacora: "Es un borrador: nadie más que su entidad lo ve. Complétela y envíela cuando pueda.",
  savedHere:
    "Sin conexión. Lo que anotó está guardado en este equipo y se enviará solo cuando vuelva la conexión. Es un borrador.",
  photoWaits: "Espere un momento: la foto está en camino.",
  photoLost: "La foto no llegó. Vuelva a intentarlo, o guarde sin ella y añádala después.",
  complete: "Completar ahora",
  another: "Otra nota",
  toRecords: "Ir a mis registros",
};

const en: typeof es = {
  title: "Quick note",
  lead: "The least, now. The rest is completed later.",
  what: "What it was",
  whatHelp: "For example: Meeting with the Embassy of France on bicycle lanes.",
  whatMissing: "Enter what it was, in a sentence",
  when: "When",
  whenHelp: "We propose today. Change it if it was another day.",
  whom: "With whom",
  photo: "Photo",
  photoHelp: "Of the minutes, the attendance list or the encounter.",
  takePhoto: "Take or choose a photo",
  save: "Save draft",
  saved: "Note saved",
  savedInBitacora: "It is a draft: nobody but your entity sees it. Complete and submit it when you can.",
  savedHere:
    "No connection. What you noted is kept on this device and will be sent by itself once the connection is back. It is a draft.",
  photoWaits: "One moment: the photo is on its way.",
  photoLost: "The photo did not arrive. Try again, or save without it and add it later.",
  complete: "Complete it now",
  another: "Another note",
  toRecords: "Go to my records",
};

export const noteText = translator(es, en);
