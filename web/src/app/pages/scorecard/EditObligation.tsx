/** The Office says who must report on a half-year, what and by when; every change with its history below. */
import { useState } from "preact/hooks";
import { formatPeriod } from "#domain/format.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import { Await, Breadcrumb } from "../../../components/parts.tsx";
import { loadObligation, loadObligationHistory } from "../../../data/obligations.ts";
import { language } from "../../../i18n/language.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { ObligationForm } from "./ObligationForm.tsx";
import { ObligationHistory } from "./ObligationHistory.tsx";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

export function EditObligation({ periodId }: { periodId: string }) {
  const [saved, setSaved] = useState(false);
  const [loaded, reload] = useLoaded(periodId, async () => {
    const obligation = await loadObligation(periodId);
    return obligation && { obligation, history: await loadObligationHistory(periodId) };
  });
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) =>
        found ? (
          <>
            <Head obligation={found.obligation} />
            {saved && (
              <div class="notice good" role="status">
                <p>{told("saved")}</p>
              </div>
            )}
            <ObligationForm
              key={found.obligation.version ?? 0}
              obligation={found.obligation}
              onSaved={async () => {
                await reload();
                setSaved(true);
                scrollTo(0, 0);
              }}
            />
            <ObligationHistory entries={found.history} />
          </>
        ) : (
          <NotFound />
        )
      }
    </Await>
  );
}

function Head({ obligation: { periodId } }: { obligation: Obligation }) {
  const title = told("termsOf", { period: formatPeriod(periodId, language()) });
  return (
    <>
      <Breadcrumb steps={[{ href: "/app/seguimiento", name: told("scorecard") }, { name: title }]} />
      <h1>{title}</h1>
      <p class="lead">{told("termsHelp")}</p>
    </>
  );
}
