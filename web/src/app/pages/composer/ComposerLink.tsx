/** Leads from wherever a report is named to the texts that the Office writes for it. */
import { words } from "./texts.ts";

export const ComposerLink = ({ reportId }: { reportId: string }) => (
  <a class="button secondary" href={`/app/informes/${reportId}`}>
    {words("open")}
  </a>
);
