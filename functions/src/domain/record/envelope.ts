/** What every record holds besides the details of its kind: the part that a person types. */
import {
  codeOf,
  codesOf,
  countryCodes,
  day,
  line,
  oneOf,
  optional,
  paragraph,
  referencesTo,
} from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { EXCEPTIONS } from "./restriction.ts";

/** `public` by default of the law (Ley 1712 de 2014, art. 2), yet never preselected. */
export const DISCLOSURES = ["public", "classified", "reserved"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export const ENVELOPE = {
  title: line(LIMITS.title),
  summary: optional(paragraph()),
  happenedOn: day(),
  endsOn: optional(day()),
  /** Other entities that took part; the lead is the record's `entityId`. */
  participants: optional(codesOf("entities", 20)),
  partnerIds: optional(referencesTo("partners")),
  countries: optional(countryCodes()),
  lineId: codeOf("lines"),
  activityId: codeOf("activities"),
  programmes: optional(codesOf("programmes", 20)),
  sdgs: optional(codesOf("sdgs", 17)),
  themes: optional(codesOf("themes", 20)),
  populations: optional(codesOf("populations", 20)),
  territory: optional(oneOf(["urban", "rural", "urban-rural"])),
  /** What citizens gain, in plain words. */
  citizenBenefit: optional(paragraph()),
  modality: optional(codeOf("modalities")),
  nationalCoordination: optional(paragraph()),
  /** File number in the city's document system. */
  fileNumber: optional(line()),
  disclosure: oneOf(DISCLOSURES),
  /** Of a classified or reserved record: which exception of Ley 1712 de 2014 it falls under. */
  exception: optional(oneOf(EXCEPTIONS)),
  /** The provision, besides the exception, that allows it. */
  legalGround: optional(line()),
  /** The day on which the entity classified or reserved it. */
  classifiedOn: optional(day()),
  /** The last day of the reserve; what is classified has no term. */
  reservedUntil: optional(day()),
  /** Why it is logged after its half-year's reports fell due. */
  lateReason: optional(paragraph()),
} as const;
