/** What the lists of evidence say. */
import { translator } from "../../../i18n/language.ts";

const es = {
  filesHelp:
    "Actas, memorandos firmados, listas de asistencia, fotos. PDF, imágenes y documentos de Office u OpenDocument sin macros, de hasta {size} cada uno; como mucho {files}.",
  filesAdd: "Agregar soportes",
  filesPick: "Elegir archivos",
  filesPhoto: "Tomar una foto",
  filesDrop: "o suéltelos aquí",
  filesNone: "Este registro no tiene soportes.",
  fileSending: "Subiendo: {sent} de {size} ({share})",
  filePhase_waiting: "En espera de su turno",
  filePhase_held: "Sin conexión. Está guardado en este equipo y sigue solo cuando vuelva",
  filePhase_kept: "Sin conexión. Está guardado en este equipo y se sube solo cuando vuelva",
  filePhase_checking: "Ya subió. Bitácora lo está revisando",
  filePhase_cancelling: "Quitándolo",
  filePhase_failed: "No se pudo subir. Revise su conexión e intente de nuevo",
  filePhase_refused: "No se puede subir",
  fileHalf: "No terminó de subir. Elija otra vez el mismo archivo",
  fileCancel: "Cancelar",
  fileDismiss: "Quitar de la lista",
  fileRemove: "Quitar",
  fileRemoveQuestion: "Se borrará «{name}» de este registro. Queda constancia de quién lo quitó.",
  fileRemoveConfirm: "Sí, quitarlo",
  "fileProblem_type-not-allowed":
    "Este tipo de archivo no se recibe. Súbalo como PDF, imagen o documento de Office u OpenDocument",
  "fileProblem_too-large": "Pesa más de {size}. Redúzcalo o divídalo y vuelva a elegirlo",
  fileProblem_empty: "El archivo está vacío. Revise que sea el que quería subir",
  "fileProblem_not-what-it-says":
    "Su contenido no es del tipo que dice su nombre. Ábralo, guárdelo de nuevo en su formato y vuelva a elegirlo",
  "fileProblem_active-content":
    "No es un documento: contiene un programa o una página web. No se recibió; suba el documento original",
  fileProblem_macros: "Contiene macros o programas. Guárdelo sin ellos, o como PDF, y vuelva a elegirlo",
  "fileProblem_cut-short": "Llegó incompleto o está dañado. Ábralo para revisarlo y vuelva a elegirlo",
  "fileProblem_too-many": "El registro ya tiene {files} soportes. Quite uno antes de subir otro",
  "fileProblem_record-closed": "El registro se envió antes de que terminara de subir y no se agregó",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  filesHelp:
    "Minutes, signed memoranda, attendance lists, photos. PDF, images and Office or OpenDocument files without macros, up to {size} each; at most {files}.",
  filesAdd: "Add evidence",
  filesPick: "Choose files",
  filesPhoto: "Take a photo",
  filesDrop: "or drop them here",
  filesNone: "This record has no evidence.",
  fileSending: "Uploading: {sent} of {size} ({share})",
  filePhase_waiting: "Waiting for its turn",
  filePhase_held: "No connection. It is kept on this computer and goes on by itself when it is back",
  filePhase_kept: "No connection. It is kept on this computer and uploads by itself when it is back",
  filePhase_checking: "Uploaded. Bitácora is checking it",
  filePhase_cancelling: "Taking it off",
  filePhase_failed: "It could not be uploaded. Check your connection and try again",
  filePhase_refused: "It cannot be uploaded",
  fileHalf: "It did not finish uploading. Choose the same file again",
  fileCancel: "Cancel",
  fileDismiss: "Take off the list",
  fileRemove: "Remove",
  fileRemoveQuestion: "“{name}” will be deleted from this record. Who removed it stays on record.",
  fileRemoveConfirm: "Yes, remove it",
  "fileProblem_type-not-allowed":
    "Files of this type are not taken. Upload it as a PDF, an image or an Office or OpenDocument file",
  "fileProblem_too-large": "It is larger than {size}. Make it smaller or split it, and choose it again",
  fileProblem_empty: "The file is empty. Check that it is the one you meant",
  "fileProblem_not-what-it-says":
    "Its content is not of the type that its name says. Open it, save it again in its format and choose it again",
  "fileProblem_active-content":
    "It is no document: it holds a program or a web page. It was not taken; upload the original document",
  fileProblem_macros: "It holds macros or programs. Save it without them, or as a PDF, and choose it again",
  "fileProblem_cut-short": "It arrived incomplete or is damaged. Open it to check, and choose it again",
  "fileProblem_too-many": "The record has {files} files already. Remove one before you upload another",
  "fileProblem_record-closed": "The record was sent before it was uploaded, so it was not added",
};

export const fileText = translator(es, en);
