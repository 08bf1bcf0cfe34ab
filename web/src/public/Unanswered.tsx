/** Why there is nothing to show, and what to do. */
import { site } from "../i18n/site/site.ts";
import type { Fetched } from "./openData.ts";

interface Props {
  readonly why: Exclude<Fetched<never>, object> | "loading";
  readonly retry: () => void;
}

export function Unanswered({ why, retry }: Props) {
  if (why === "loading")
    return (
      <p role="status" class="waiting">
        {site("loading")}
      </p>
    );
  if (why === "none")
    return (
      <div class="notice">
        <h2>{site("noSuchFigure")}</h2>
        <p>{site("noSuchFigureHelp")}</p>
      </div>
    );
  return (
    <div class="notice" role="alert">
      <h2>{site(why === "not-yet" ? "notYet" : "unavailable")}</h2>
      <p>{site(why === "not-yet" ? "notYetHelp" : "unavailableHelp")}</p>
      <button type="button" class="button" onClick={retry}>
        {site("retry")}
      </button>
    </div>
  );
}
