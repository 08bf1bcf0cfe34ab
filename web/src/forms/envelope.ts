/** The words of the fields that every kind of record has. */
import { both, type EnvelopeTexts, text } from "./fieldText.ts";

export const ENVELOPE_TEXTS: EnvelopeTexts = {
  title: text("Título", "Title", "el título", "the title", {
    help: both("Una frase que se entienda sola.", "A sentence that makes sense on its own."),
  }),
  summary: text("Resumen", "Summary", "el resumen", "the summary"),
  happenedOn: text("Fecha", "Date", "la fecha", "the date"),
  endsOn: text("Fecha de cierre", "End date", "la fecha de cierre", "the end date", {
    help: both("Solo si duró más de un día.", "Only if it lasted more than a day."),
  }),
  participants: text(
    "Otras entidades del Distrito que participaron",
    "Other city entities that took part",
    "las otras entidades",
    "the other entities",
    { help: both("El registro cuenta también para ellas.", "The record counts for them too.") },
  ),
  partnerIds: text("Actores internacionales", "Partners", "los actores internacionales", "the partners", {
    help: both(
      "Escriba parte del nombre o la sigla. Si no está, propóngalo aquí mismo.",
      "Type part of the name or the acronym. If it is not there, propose it right here.",
    ),
  }),
  countries: text("Países", "Countries", "los países", "the countries"),
  lineId: text("Línea de acción", "Line of action", "la línea de acción", "the line of action", {
    help: both(
      "Le proponemos la más usual para este tipo de registro. Cámbiela si no es.",
      "We propose the most usual one for this kind of record. Change it if it is not right.",
    ),
  }),
  activityId: text("Actividad de la Estrategia", "Activity of the Strategy", "la actividad", "the activity"),
  programmes: text(
    "Programas del Plan Distrital de Desarrollo",
    "Programmes of the District Development Plan",
    "los programas del Plan de Desarrollo",
    "the programmes of the Development Plan",
  ),
  sdgs: text(
    "Objetivos de Desarrollo Sostenible",
    "Sustainable Development Goals",
    "los Objetivos de Desarrollo Sostenible",
    "the Sustainable Development Goals",
  ),
  themes: text("Temas", "Themes", "los temas", "the themes"),
  populations: text(
    "Grupos de población a los que se dirige",
    "Population groups it is meant for",
    "los grupos de población",
    "the population groups",
    { help: both("De la acción, nunca de personas.", "Of the action, never of persons.") },
  ),
  territory: text("Territorio", "Territory", "el territorio", "the territory", {
    options: {
      urban: both("Urbano", "Urban"),
      rural: both("Rural", "Rural"),
      "urban-rural": both("Urbano y rural", "Urban and rural"),
    },
  }),
  citizenBenefit: text(
    "Qué gana la ciudadanía",
    "What citizens gain",
    "lo que gana la ciudadanía",
    "what citizens gain",
    { help: both("En palabras sencillas.", "In plain words.") },
  ),
  modality: text(
    "Modalidad de cooperación",
    "Cooperation modality",
    "la modalidad de cooperación",
    "the cooperation modality",
  ),
  nationalCoordination: text(
    "Coordinación con entidades nacionales",
    "Coordination with national entities",
    "la coordinación nacional",
    "the national coordination",
    { help: both("Cancillería, APC-Colombia u otras.", "The Foreign Ministry, APC-Colombia or others.") },
  ),
  fileNumber: text(
    "Número de expediente o radicado",
    "File number",
    "el número de radicado",
    "the file number",
  ),
  disclosure: text(
    "¿Quién puede conocer este registro?",
    "Who may know this record?",
    "quién puede conocer este registro",
    "who may know this record",
    {
      options: {
        public: both("Cualquier persona (público)", "Anyone (public)"),
        classified: both(
          "Nadie fuera de la administración (clasificado)",
          "Nobody outside the administration (classified)",
        ),
        reserved: both(
          "Solo la entidad y la Consejería (reservado)",
          "Only the entity and the Office (reserved)",
        ),
      },
      help: both(
        "La ley pide que sea público, salvo que una norma lo impida (Ley 1712 de 2014).",
        "The law asks for it to be public, unless a rule forbids it (Ley 1712 of 2014).",
      ),
    },
  ),
  legalGround: text(
    "Norma que lo permite",
    "Law that allows it",
    "la norma que lo permite",
    "the law that allows it",
    {
      help: both(
        "Por ejemplo: Ley 1712 de 2014, artículo 19, literal c.",
        "For example: Ley 1712 of 2014, article 19 c.",
      ),
      showWhen: ({ disclosure }) => disclosure === "classified" || disclosure === "reserved",
      neededWhenShown: true,
    },
  ),
  lateReason: text(
    "Por qué se registra ahora",
    "Why it is logged now",
    "por qué se registra ahora",
    "why it is logged now",
    {
      help: both(
        "El informe de ese semestre ya venció. El registro se recibe igual, con su motivo.",
        "That half-year's report has fallen due. The record is welcome all the same, with its reason.",
      ),
      neededWhenShown: true,
    },
  ),
};
