/** Entities and half-years: how each report stands, how many were received, and the way to each. */
import { bogotaDay, yearOf } from "#domain/calendar.ts";
import { formatDay, formatPercent, formatPeriod } from "#domain/format.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import type { Standings } from "#domain/halfYear/standings.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { Await } from "../../../components/parts.tsx";
import { loadObligations, loadStandings } from "../../../data/obligations.ts";
import { language } from "../../../i18n/language.ts";
import { ProgressBar } from "../../../indicators/ProgressBar.tsx";
import { hasRole, useApp } from "../../context.ts";
import { useQuery } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { ScoreFilters } from "./ScoreFilters.tsx";
import { ScoreTable } from "./ScoreTable.tsx";
import { filterOf, rateOf, type ScoreRow, scoreRows, shownObligations } from "./scorecardRows.ts";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";
import "../../../styles/indicators.css";

/** Two documents for each half-year, some sixteen, however many entities there are. */
const load = async () => ({ obligations: await loadObligations(), standings: await loadStandings() });

export function Scorecard() {
  const { session } = useApp();
  const [loaded, reload] = useLoaded("scorecard", load);
  return (
    <>
      <h1>{told("scorecard")}</h1>
      <p class="lead">{told("scorecardHelp")}</p>
      <p class="panel-links">
        {hasRole(session, "office") && (
          <a class="standalone" href="/app/informes-semestrales">
            {told("reports")}
          </a>
        )}
        {hasRole(session, "office", "admin") && (
          <a class="standalone" href="/app/seguimiento/avisos">
            {told("letters")}
          </a>
        )}
        {hasRole(session, "admin") && (
          <a class="standalone" href="/app/correos">
            {told("mail")}
          </a>
        )}
      </p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(found) => <Standing {...found} />}
      </Await>
    </>
  );
}

interface Props {
  readonly obligations: readonly Obligation[];
  readonly standings: ReadonlyMap<string, Standings>;
}

function Standing({ obligations, standings }: Props) {
  const { reference } = useApp();
  const { entities } = reference.catalogues;
  const query = useQuery();
  const filter = filterOf(query, yearOf(bogotaDay(new Date())));
  const shown = shownObligations(obligations, filter);
  const rows = scoreRows(entities, obligations, standings, filter);
  const { status: _, ...whole } = filter;
  const all = scoreRows(entities, obligations, standings, whole);
  return (
    <>
      <ScoreFilters obligations={obligations} filter={filter} />
      <Rates obligations={shown} rows={all} />
      <h2 class="apart">{told("perEntity")}</h2>
      <ScoreTable rows={rows} obligations={shown} total={all.length} />
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Rates({ obligations, rows }: { obligations: readonly Obligation[]; rows: readonly ScoreRow[] }) {
  const { session } = useApp();
  const mayEdit = hasRole(session, "office");
  return (
    <section aria-labelledby="rates">
      <h2 id="rates">{told("rates")}</h2>
      <DataTable
        caption={told("rates")}
        rows={obligations}
        rowKey={({ periodId }) => periodId}
        columns={[
          {
            head: told("columnPeriod"),
            rowHead: true,
            cell: ({ periodId }) => capital(formatPeriod(periodId, language())),
          },
          { head: told("columnDue"), cell: ({ dueOn }) => formatDay(dueOn, language()) },
          { head: told("columnRate"), cell: (obligation) => <Rate obligation={obligation} rows={rows} /> },
          ...(mayEdit
            ? [
                {
                  head: told("columnEdit"),
                  cell: ({ periodId }: Obligation) => (
                    <a
                      class="standalone"
                      href={`/app/seguimiento/plazos/${periodId}`}
                      aria-label={`${told("setTerms")}: ${formatPeriod(periodId, language())}`}
                    >
                      {told("setTerms")}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <details>
        <summary>{told("rateDefinition")}</summary>
        <p>{told("rateDefinitionText")}</p>
      </details>
    </section>
  );
}

/** The numerator and the denominator in words; before the due date silence says nothing yet. */
function Rate({ obligation, rows }: { obligation: Obligation; rows: readonly ScoreRow[] }) {
  const { periodId, dueOn } = obligation;
  const { received, owed } = rateOf(rows, periodId);
  if (owed === 0) return <>{told("rateNobody")}</>;
  if (dueOn >= bogotaDay(new Date())) return <>{told("rateNotDue", { received, owed })}</>;
  const share = received / owed;
  return (
    <div class="score-rate">
      {told("rate", { received, owed, share: formatPercent(share, language()) })}
      <ProgressBar share={share} />
    </div>
  );
}
