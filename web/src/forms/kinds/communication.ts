/** The form of an action of communication. */
import { both, type KindForm, text } from "../fieldText.ts";
import { more, strategy, whoMayKnow, withWhom } from "../groups.ts";

export const communication: KindForm<"communication"> = {
  name: both("Comunicación", "Communication"),
  purpose: both(
    "Una campaña, un boletín, un evento o una plataforma que cuenta la acción internacional.",
    "A campaign, newsletter, event or platform that tells of international action.",
  ),
  details: {
    channel: text("Medio", "Channel", "el medio", "the channel", {
      options: {
        campaign: both("Campaña", "Campaign"),
        newsletter: both("Boletín", "Newsletter"),
        event: both("Evento", "Event"),
        platform: both("Plataforma", "Platform"),
        social: both("Redes sociales", "Social networks"),
        press: both("Prensa", "Press"),
      },
    }),
    audience: text("Público", "Audience", "el público", "the audience"),
    reach: text("Alcance en personas", "Reach in people", "el alcance", "the reach"),
    link: text("Enlace", "Link", "el enlace", "the link"),
  },
  groups: [
    {
      title: both("La comunicación", "The communication"),
      fields: ["title", "details.channel", "happenedOn", "details.audience"],
    },
    whoMayKnow,
    strategy,
    { ...withWhom, folded: true },
    more(["details.reach", "details.link"]),
  ],
};
