/** The twelve kinds of record: everything that can be counted is one of them. */
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

/** The fields of `details`, by kind. */
export const DETAILS = {
  interaction,
  instrument,
  project,
  practice,
  need,
  transfer,
  attraction,
  diaspora,
  session,
  milestone,
  communication,
  opportunity,
} as const;

export type Kind = keyof typeof DETAILS;
export const KINDS = Object.keys(DETAILS) as [Kind, ...Kind[]];

/** Kinds that the Office alone logs; the rest are every entity's. */
export const OFFICE_KINDS: readonly Kind[] = ["session", "milestone"];

/** Line and activity of the strategy that a form proposes for a kind; the person may choose others. */
export const USUAL_ACTIVITY: Readonly<Record<Kind, { lineId: string; activityId: string }>> = {
  interaction: { lineId: "l1", activityId: "l1-a1" },
  instrument: { lineId: "l1", activityId: "l1-a2" },
  project: { lineId: "l1", activityId: "l1-a2" },
  practice: { lineId: "l2", activityId: "l2-a1" },
  need: { lineId: "l2", activityId: "l2-a1" },
  transfer: { lineId: "l2", activityId: "l2-a3" },
  attraction: { lineId: "l1", activityId: "l1-a3" },
  diaspora: { lineId: "l1", activityId: "l1-a4" },
  session: { lineId: "l3", activityId: "l3-a2" },
  milestone: { lineId: "l3", activityId: "l3-a1" },
  communication: { lineId: "l4", activityId: "l4-a2" },
  opportunity: { lineId: "l4", activityId: "l4-a2" },
};
