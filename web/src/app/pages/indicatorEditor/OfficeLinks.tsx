/** What the Office does with indicators beyond reading them: new ones, those out of use, and what the system found. */

import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { hasRole, useApp } from "../../context.ts";
import { editorText } from "./texts.ts";

export function OfficeLinks() {
  const { session, reference } = useApp();
  const isOffice = hasRole(session, "office");
  if (!isOffice && !hasRole(session, "admin")) return null;
  const unused = reference.indicators.filter(({ active }) => !active);
  return (
    <section class="panel" aria-labelledby="office-links">
      <h2 id="office-links" class="panel-title">
        {editorText("officeLinks")}
      </h2>
      <div class="actions">
        {isOffice && (
          <a class="button secondary" href="/app/indicadores/nuevo">
            {editorText("newIndicator")}
          </a>
        )}
        <a class="button secondary" href="/app/operaciones">
          {app("operations")}
        </a>
      </div>
      {unused.length > 0 && (
        <div class="divided">
          <h3>{editorText("unusedIndicators")}</h3>
          <ul>
            {unused.map((indicator) => (
              <li key={indicator.id}>
                <a href={`/app/indicadores/${indicator.id}/historia`}>{nameOf(indicator)}</a>
                {indicator.next && ` ${editorText("beingCounted")}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
