/** One report as the Office reads it, with what it may do about it: approve, or return with reasons by section. */
import { OFFICE_ENTITY_ID } from "#domain/catalogue.ts";
import { type DraftReport, PERIOD_PATTERN } from "#domain/halfYearReport.ts";
import { isOffice } from "#domain/record/states.ts";
import { Await } from "../../../components/parts.tsx";
import type { Stored } from "../../../data/read.ts";
import { loadReport, type ReportAddress } from "../../../data/reports.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { DecideReport } from "./DecideReport.tsx";
import { ReportHead } from "./ReportHead.tsx";
import { ReportHistory } from "./ReportHistory.tsx";
import { ReportText } from "./ReportText.tsx";
import { loadReportFacts, type ReportFacts } from "./reportFacts.ts";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

/** What the rules refuse, a draft above all, is told like what is not there. */
async function loadSent(address: ReportAddress): Promise<Stored<DraftReport> | undefined> {
  try {
    return await loadReport(address);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "permission-denied") return undefined;
    throw error;
  }
}

export function ReviewReport(address: ReportAddress) {
  const { session } = useApp();
  const { entityId, periodId } = address;
  const [loaded, reload] = useLoaded(`review ${entityId}/${periodId}`, async () => {
    const stored = PERIOD_PATTERN.test(periodId) ? await loadSent(address) : undefined;
    const isOwn = session.actor.entityIds.includes(entityId);
    return stored && { stored, facts: await loadReportFacts(address, isOwn ? "own" : "others") };
  });
  const exists = PERIOD_PATTERN.test(periodId);
  if (!exists) return <NotFound />;
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(found) =>
        found && found.stored.data.state !== "draft" ? (
          <Sent address={address} {...found} onDone={reload} />
        ) : (
          <>
            <h1>{told("notThere")}</h1>
            <p>{told("notThereHelp")}</p>
            <p>
              <a class="standalone" href="/app/seguimiento">
                {told("toScorecard")}
              </a>
            </p>
            {entityId === OFFICE_ENTITY_ID && (
              <p>
                <a class="standalone" href={`/app/informe/${entityId}/${periodId}`}>
                  {told("ownReportsLink")}
                </a>
              </p>
            )}
          </>
        )
      }
    </Await>
  );
}

interface Props {
  readonly address: ReportAddress;
  readonly stored: Stored<DraftReport>;
  readonly facts: ReportFacts;
  readonly onDone: () => Promise<void>;
}

function Sent({ address, stored, facts, onDone }: Props) {
  const { session } = useApp();
  const { data } = stored;
  const { state, review, version } = data;
  return (
    <>
      <ReportHead
        address={address}
        report={data}
        obligation={facts.obligation}
        above={
          isOffice(session.actor)
            ? { href: "/app/informes-semestrales", name: told("toReview") }
            : { href: "/app/seguimiento", name: told("toScorecard") }
        }
      />
      {(state === "approved" || state === "returned") && (
        <div class={state === "approved" ? "notice good" : "notice returned"} role="status">
          <p>
            <strong>{told(`reviewed_${state}`)}</strong>
          </p>
          {state === "returned" && review?.reason && <p>«{review.reason}»</p>}
        </div>
      )}
      <div class="beside">
        <ReportText
          said={data}
          facts={facts}
          periodId={address.periodId}
          reasons={state === "returned" ? review?.sectionReasons : undefined}
        />
        <div>
          {state === "submitted" && isOffice(session.actor) && (
            <DecideReport key={version} address={address} report={data} facts={facts} onDone={onDone} />
          )}
          {isOffice(session.actor) && <ReportHistory key={`history ${version}`} address={address} />}
        </div>
      </div>
    </>
  );
}
