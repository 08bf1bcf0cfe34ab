/** Above one's records: which half-year report is owed, and until when. */
import { bogotaDay, daysBetween } from "#domain/calendar.ts";
import { formatPeriod } from "#domain/format.ts";
import { itemOf } from "../../../data/reference.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useLoaded } from "../../useLoaded.ts";
import { dueWords } from "./dueWords.ts";
import { loadOwnReports, mostPressing } from "./ownReports.ts";
import { told } from "./texts.ts";
import "../../../styles/halfYear.css";

/** From so many days before the due date on, and after it, the banner is more than a line. */
const SOON_DAYS = 15;

/** Nothing while it is not known, or cannot be: it is a help on a page about something else. */
export function ReportBanner() {
  const { session, reference } = useApp();
  const { entityIds } = session.actor;
  const [loaded] = useLoaded(entityIds.join(), () => loadOwnReports(entityIds));
  if (loaded.state !== "ready") return null;
  const today = bogotaDay(new Date());
  const first = mostPressing(loaded.value, today);
  if (!first) return null;
  const late = loaded.value.filter((one) => one.isOwed && one !== first && one.dueOn < today).length;
  const isPressing = first.status === "returned" || daysBetween(today, first.dueOn) <= SOON_DAYS;
  const entity = itemOf(reference.catalogues.entities, first.entityId);
  return (
    <aside class={isPressing ? "report-banner pressing" : "report-banner"} aria-label={told("myReports")}>
      <p>
        <a href={`/app/informe/${first.entityId}/${first.periodId}`}>
          {told("bannerOne", {
            period: formatPeriod(first.periodId, language()),
            entity: entity ? nameOf(entity) : first.entityId,
          })}
        </a>
        {". "}
        <strong>{dueWords(first.dueOn, today)}</strong>{" "}
        {first.status === "returned" && `${told("bannerReturned")} `}
        {late > 0 && (
          <a href="/app/informe">{told(late === 1 ? "bannerLateOne" : "bannerLate", { count: late })}</a>
        )}
      </p>
    </aside>
  );
}
