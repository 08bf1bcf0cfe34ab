/** The forms of all kinds. */
import type { Kind } from "#domain/record/kinds.ts";
import type { KindForm } from "./fieldText.ts";
import { attraction } from "./kinds/attraction.ts";
import { communication } from "./kinds/communication.ts";
import { diaspora } from "./kinds/diaspora.ts";
import { instrument } from "./kinds/instrument.ts";
import { interaction } from "./kinds/interaction.ts";
import { milestone } from "./kinds/milestone.ts";
import { need } from "./kinds/need.ts";
import { opportunity } from "./kinds/opportunity.ts";
import { practice } from "./kinds/practice.ts";
import { project } from "./kinds/project.ts";
import { session } from "./kinds/session.ts";
import { transfer } from "./kinds/transfer.ts";

export const KIND_FORMS: { readonly [K in Kind]: KindForm<K> } = {
  instrument,
  interaction,
  project,
  practice,
  need,
  transfer,
  attraction,
  diaspora,
  communication,
  opportunity,
  session,
  milestone,
};
