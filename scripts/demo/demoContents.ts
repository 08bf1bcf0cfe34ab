/** What a generated record says, by kind: titles, partners and details as an entity would type them. */
import { addDays, type Day } from "#domain/calendar.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { CATALOGUES, PARTNERS } from "../seed/catalogueData.ts";
import { DEMO_PARTNERS, PROPOSED } from "./demoPartners.ts";
import type { Random } from "./randomOf.ts";

/** What an entity's record is about, and with whom. */
export interface Occasion {
  readonly day: Day;
  /** What has not happened yet is planned. */
  readonly ahead: boolean;
  readonly topic: string;
  /** The entity's acronym. */
  readonly entity: string;
  readonly partnerId: string;
  readonly random: Random;
}

export interface Contents {
  readonly title: string;
  readonly summary: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** Kinds that entities log; sessions and milestones are the Office's. */
export type EntityKind = Exclude<Kind, "session" | "milestone">;

const ids = (list: "instrumentKinds" | "attractionKinds" | "opportunityKinds" | "modalities") =>
  CATALOGUES[list].map(({ id }) => id);

const NETWORK_IDS = [...PARTNERS.keys()];
/** Partners that anyone may name: the directory's, not the one still proposed. */
export const PARTNER_IDS = [...DEMO_PARTNERS.keys()].filter((id) => id !== PROPOSED.partnerId);

export function partnerOf(id: string) {
  const partner = DEMO_PARTNERS.get(id) ?? PARTNERS.get(id);
  if (!partner) throw new Error(`no partner ${id}`);
  return partner;
}

const withPartner = (partnerId: string) => {
  const { country } = partnerOf(partnerId);
  return { partnerIds: [partnerId], ...(country && { countries: [country] }) };
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const INTERACTIONS = {
  meeting: (partner: string, topic: string) => `Reunión con ${partner} sobre ${topic}`,
  visit: (partner: string, topic: string) => `Visita técnica de ${partner}: ${topic}`,
  mission: (partner: string, topic: string) => `Misión de intercambio en ${topic} con ${partner}`,
  call: (partner: string, topic: string) => `Llamada de seguimiento con ${partner}: ${topic}`,
  event: (partner: string, topic: string) =>
    `Participación en foro internacional de ${topic}, con ${partner}`,
};

function interaction({ ahead, topic, partnerId, random }: Occasion): Contents {
  const kind = random.weighted({ meeting: 5, visit: 2, mission: 1, call: 2, event: 2 });
  return {
    title: INTERACTIONS[kind](partnerOf(partnerId).name, topic),
    summary: `Conversación sobre ${topic} y sobre las posibilidades de trabajo conjunto con Bogotá.`,
    ...withPartner(partnerId),
    details: {
      interactionKind: kind,
      channel: random.weighted({ "in-person": 5, virtual: 4, hybrid: 1 }),
      status: ahead ? "planned" : "held",
      ...(!ahead && {
        outcome: `Se acordó intercambiar documentos técnicos sobre ${topic} y nombrar un equipo de contacto.`,
        ...(random.chance(0.5) && {
          followUp: "Enviar la ficha de la iniciativa y fijar la próxima reunión.",
        }),
      }),
    },
  };
}

const INSTRUMENTS: Readonly<Record<string, string>> = {
  agreement: "Convenio de cooperación",
  mou: "Memorando de entendimiento",
  "letter-of-intent": "Carta de intención",
  other: "Plan de trabajo conjunto",
};

function instrument({ day, topic, entity, partnerId, random }: Occasion): Contents {
  const kind = random.weighted({ network: 2, agreement: 3, mou: 5, "letter-of-intent": 3, other: 1 });
  const isNetwork = kind === "network";
  const other = isNetwork ? random.pick(NETWORK_IDS) : partnerId;
  const status = random.weighted({ active: 6, signed: 3, negotiating: 2, ended: 1 });
  // Memberships and some agreements are older than the strategy; they are logged all the same.
  const before = status !== "negotiating" && random.chance(isNetwork ? 0.6 : 0.12);
  const signedOn = before ? `${random.int(2009, 2023)}-${day.slice(5, 8)}10` : day;
  const years = random.int(1, 4);
  return {
    title: isNetwork
      ? `Membresía en ${partnerOf(other).name} (${entity})`
      : `${INSTRUMENTS[kind]} con ${partnerOf(other).name} en ${topic}`,
    summary: `Marco de trabajo en ${topic}.`,
    happenedOn: signedOn,
    ...withPartner(other),
    modality: random.pick(ids("modalities")),
    details: {
      instrumentKind: kind,
      scope: isNetwork || random.chance(0.3) ? "multilateral" : "bilateral",
      formality: isNetwork || random.chance(0.75) ? "signed" : "informal",
      direction: random.weighted({ demand: 4, supply: 3, mutual: 3 }),
      status,
      ...(status !== "negotiating" && { signedOn }),
      ...(!isNetwork &&
        status !== "negotiating" && {
          validUntil: addDays(signedOn, 365 * years),
        }),
      responsible: `Oficina de cooperación, ${entity}`,
    },
  };
}

function project({ topic, partnerId, random }: Occasion): Contents {
  const currency = random.pick(["amountUsdCents", "amountEurCents", "amountCopCents"] as const);
  const units = random.int(40, 900) * 1_000 * (currency === "amountCopCents" ? 4_000 : 1);
  return {
    title: `Proyecto de cooperación en ${topic} con ${partnerOf(partnerId).name}`,
    summary: `Fortalece las capacidades del Distrito en ${topic}.`,
    ...withPartner(partnerId),
    modality: random.pick(ids("modalities")),
    details: {
      status: random.weighted({
        proposed: 3,
        deliberated: 1,
        strategic: 1,
        "not-selected": 1,
        running: 4,
        finished: 2,
      }),
      ...(random.chance(0.7) && { [currency]: units * 100 }),
      ...(random.chance(0.4) && { nonFinancial: "Asistencia técnica y pasantías de servidores públicos." }),
      beneficiaries: "Habitantes de las localidades donde se desarrolla el proyecto.",
      beneficiaryCount: random.int(80, 9_000),
    },
  };
}

const practice = ({ topic, entity, random }: Occasion): Contents => ({
  title: `${capital(topic)}: la experiencia de ${entity}`,
  summary: `Aprendizajes de Bogotá en ${topic}, a disposición de otras ciudades.`,
  modality: random.pick(ids("modalities")),
  details: {
    maturity: random.pick(["pilot", "implemented", "consolidated"]),
    results: `Resultados medidos en ${random.int(3, 20)} barrios durante ${random.int(1, 6)} años.`,
    contactUnit: `Equipo internacional de ${entity}`,
  },
});

const need = ({ topic, entity, random }: Occasion): Contents => ({
  title: `Asistencia técnica en ${topic}`,
  summary: `Se buscan experiencias y recursos para avanzar en ${topic}.`,
  modality: random.pick(ids("modalities")),
  details: {
    maturity: random.pick(["idea", "formulated", "funded-in-part"]),
    expectedResult: `Un modelo de ${topic} adaptado a Bogotá y puesto a prueba.`,
    contactUnit: `Equipo internacional de ${entity}`,
  },
});

const transfer = ({ topic, partnerId, random }: Occasion): Contents => ({
  title: `Transferencia de la experiencia de Bogotá en ${topic} a ${partnerOf(partnerId).name}`,
  summary: `Jornadas de trabajo sobre ${topic}.`,
  ...withPartner(partnerId),
  modality: random.weighted({ technical: 3, "south-south": 3, triangular: 1 }),
  details: {
    transferKind: random.pick(["practice", "knowledge", "talent", "solution"]),
    recipients: `Equipos técnicos de ${partnerOf(partnerId).name}`,
    participantCount: random.int(6, 120),
  },
});

const ATTRACTIONS: Readonly<Record<string, readonly [title: string, most: number]>> = {
  tourists: ["Turistas que llegaron por la campaña de", 4_000],
  investors: ["Inversionistas atendidos en la agenda de", 40],
  students: ["Estudiantes internacionales recibidos en el programa de", 120],
  workers: ["Profesionales de otros países vinculados a", 60],
  events: ["Eventos internacionales traídos a Bogotá en", 8],
};

function attraction({ topic, entity, random }: Occasion): Contents {
  const kind = random.pick(ids("attractionKinds"));
  const [title, most] = ATTRACTIONS[kind] ?? ["Resultado de", 10];
  return {
    title: `${title} ${topic}`,
    summary: `Cuenta solo lo logrado por gestión propia de ${entity}.`,
    details: {
      attractionKind: kind,
      quantity: random.int(1, most),
      ...(kind === "investors" && { amountCents: random.int(1, 40) * 100_000_000, currency: "USD" }),
      sourceOfFigure: `Registro propio de ${entity}`,
    },
  };
}

const diaspora = ({ topic, random }: Occasion): Contents => ({
  title: `Conversatorio con bogotanas y bogotanos en el exterior sobre ${topic}`,
  summary: `Intercambio de conocimiento sobre ${topic}.`,
  countries: [random.pick(["ES", "US", "CA", "FR", "DE", "MX", "AU", "CL"])],
  details: {
    topic: capital(topic),
    channel: random.weighted({ virtual: 4, hybrid: 2, "in-person": 1 }),
    participantCount: random.int(12, 240),
    outcome: "Se formó un grupo de personas dispuestas a asesorar al Distrito.",
  },
});

const communication = ({ topic, random }: Occasion): Contents => ({
  title: `Campaña «Bogotá abierta al mundo»: ${topic}`,
  summary: `Piezas que cuentan a la ciudadanía lo que se logra en ${topic}.`,
  details: {
    channel: random.pick(["campaign", "newsletter", "event", "platform", "social", "press"]),
    audience: "Ciudadanía",
    reach: random.int(300, 60_000),
  },
});

const OPPORTUNITIES: Readonly<Record<string, string>> = {
  funding: "Convocatoria de financiación",
  training: "Becas de formación",
  recognition: "Premio internacional",
};

function opportunity({ day, topic, partnerId, random }: Occasion): Contents {
  const kind = random.pick(ids("opportunityKinds"));
  return {
    title: `${OPPORTUNITIES[kind]} de ${partnerOf(partnerId).name} en ${topic}`,
    summary: "Abierta a personas y organizaciones de Bogotá.",
    ...withPartner(partnerId),
    details: {
      opportunityKind: kind,
      opensOn: day,
      closesOn: addDays(day, random.int(20, 90)),
      link: `https://oportunidades.bitacora.example/${kind}/${day}`,
      audience: random.pick(["Jóvenes", "Organizaciones sociales", "Empresas", "Docentes", "Artistas"]),
    },
  };
}

export const DEMO_CONTENTS: Readonly<Record<EntityKind, (occasion: Occasion) => Contents>> = {
  interaction,
  instrument,
  project,
  practice,
  need,
  transfer,
  attraction,
  diaspora,
  communication,
  opportunity,
};
