/** What the kinds of record are called on paper. */
import type { Kind } from "../record/kinds.ts";
import { inBoth } from "./bilingual.ts";

export const KIND_NAMES = inBoth<Readonly<Record<Kind, string>>>(
  {
    interaction: "Interacción",
    instrument: "Instrumento",
    project: "Proyecto",
    practice: "Buena práctica",
    need: "Necesidad",
    transfer: "Transferencia",
    attraction: "Atracción",
    diaspora: "Diáspora",
    session: "Sesión",
    milestone: "Hito",
    communication: "Comunicación",
    opportunity: "Oportunidad",
  },
  {
    interaction: "Interaction",
    instrument: "Instrument",
    project: "Project",
    practice: "Good practice",
    need: "Need",
    transfer: "Transfer",
    attraction: "Attraction",
    diaspora: "Diaspora",
    session: "Session",
    milestone: "Milestone",
    communication: "Communication",
    opportunity: "Opportunity",
  },
);
