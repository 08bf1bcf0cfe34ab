/** A figure that opens the list behind it. */
import type { Slice } from "#domain/counting/evidence.ts";
import { site } from "../i18n/site/site.ts";

/** The address of the list behind a figure of the indicator that is shown. */
export type ListAddress = (slice: Slice) => string;

interface Props {
  readonly href: string;
  /** The figure as it is written. */
  readonly children: string;
  /** What it counts and when, for those who hear the link alone. */
  readonly of: string;
}

export const FigureLink = ({ href, children, of }: Props) => (
  <a class="figure-link" href={href} aria-label={site("openFigure", { figure: children, of })}>
    {children}
  </a>
);
