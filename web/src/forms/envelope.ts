/** The words of the fields that every kind of record has. */
import type { Exception } from "#domain/record/restriction.ts";
import type { Bilingual } from "../i18n/language.ts";
import { both, type EnvelopeTexts, text } from "./fieldText.ts";
import type { Values } from "./values.ts";

const isRestricted = ({ disclosure }: Values): boolean =>
  disclosure === "classified" || disclosure === "reserved";

/** The exceptions of Ley 1712 de 2014, arts. 18 and 19, in short. */
const EXCEPTION_TEXTS: Readonly<Record<Exception, Bilingual>> = {
  "18-a": both("La intimidad de una persona (art. 18 a)", "A person's privacy (art. 18 a)"),
  "18-b": both(
    "La vida, la salud o la seguridad de una persona (art. 18 b)",
    "A person's life, health or safety (art. 18 b)",
  ),
  "18-c": both(
    "Secretos comerciales, industriales o profesionales (art. 18 c)",
    "Trade, industrial or professional secrets (art. 18 c)",
  ),
  "19-a": both("La defensa y la seguridad nacional (art. 19 a)", "National defence and security (art. 19 a)"),
  "19-b": both("La seguridad pública (art. 19 b)", "Public safety (art. 19 b)"),
  "19-c": both("Las relaciones internacionales (art. 19 c)", "International relations (art. 19 c)"),
  "19-d": both(
    "La investigación de delitos y faltas disciplinarias (art. 19 d)",
    "The investigation of crimes and misconduct (art. 19 d)",
  ),
  "19-e": both(
    "El debido proceso y la igualdad de las partes (art. 19 e)",
    "Due process and the equality of the parties (art. 19 e)",
  ),
  "19-f": both("La administración de justicia (art. 19 f)", "The administration of justice (art. 19 f)"),
  "19-g": both(
    "Los derechos de la infancia y la adolescencia (art. 19 g)",
    "The rights of children and adolescents (art. 19 g)",
  ),
  "19-h": both(
    "La estabilidad económica y financiera del país (art. 19 h)",
    "The country's economic and financial stability (art. 19 h)",
  ),
  "19-i": both("La salud pública (art. 19 i)", "Public health (art. 19 i)"),
  "19-p": both(
    "Opiniones de un proceso deliberativo (art. 19, parágrafo)",
    "Opinions in a deliberation (art. 19, paragraph)",
  ),
};

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
          "Solo la entidad y la Consejería: protege derechos de personas (clasificado)",
          "Only the entity and the Office: it protects the rights of persons (classified)",
        ),
        reserved: both(
          "Solo la entidad y la Consejería: protege intereses públicos (reservado)",
          "Only the entity and the Office: it protects public interests (reserved)",
        ),
      },
      help: both(
        "La ley pide que sea público, salvo que una norma lo impida (Ley 1712 de 2014).",
        "The law asks for it to be public, unless a rule forbids it (Ley 1712 of 2014).",
      ),
    },
  ),
  exception: text(
    "Qué protege que no sea público",
    "What is protected by its not being public",
    "lo que se protege",
    "what is protected",
    {
      options: EXCEPTION_TEXTS,
      help: both(
        "Si es clasificado, elija una razón del artículo 18; si es reservado, una del artículo 19 (Ley 1712 de 2014).",
        "If it is classified, choose a reason of article 18; if it is reserved, one of article 19 (Ley 1712 of 2014).",
      ),
      showWhen: isRestricted,
      neededWhenShown: true,
    },
  ),
  legalGround: text(
    "Norma que lo permite",
    "Law that allows it",
    "la norma que lo permite",
    "the law that allows it",
    {
      help: both(
        "La que rige el caso. Por ejemplo: Ley 1581 de 2012, artículo 5.",
        "The one that governs the case. For example: Ley 1581 of 2012, article 5.",
      ),
      showWhen: isRestricted,
      neededWhenShown: true,
    },
  ),
  classifiedOn: text(
    "Fecha de la calificación",
    "Day of the classification",
    "la fecha de la calificación",
    "the day of the classification",
    {
      help: both(
        "El día en que la entidad decidió que no es público.",
        "The day on which the entity decided that it is not public.",
      ),
      showWhen: isRestricted,
      neededWhenShown: true,
    },
  ),
  reservedUntil: text(
    "Último día de la reserva",
    "Last day of the reserve",
    "el último día de la reserva",
    "the last day of the reserve",
    {
      help: both(
        "Máximo quince años después de la calificación (Ley 1712 de 2014, artículo 22).",
        "At most fifteen years after the classification (Ley 1712 of 2014, article 22).",
      ),
      showWhen: ({ disclosure }) => disclosure === "reserved",
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
