/** What became of the records that were approved together, the failed ones with their reasons. */
import { useEffect, useRef } from "preact/hooks";
import { failureWords } from "../../../i18n/app/failureWords.ts";
import type { Outcome } from "./approveMany.ts";
import { useNames } from "./bulkTables.tsx";
import { review } from "./texts.ts";

interface Props {
  readonly outcomes: readonly Outcome[];
  readonly untouched: number;
  readonly onAgain: () => Promise<void>;
}

export function BulkResult({ outcomes, untouched, onAgain }: Props) {
  const names = useNames();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const count = outcomes.length - failed.length;
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {review("bulkDoneTitle")}
      </h2>
      <p class="notice good">{review(count === 1 ? "bulkDoneOne" : "bulkDone", { count })}</p>
      {failed.length > 0 && (
        <div class="notice bad">
          <p>{review(failed.length === 1 ? "bulkFailedOne" : "bulkFailed", { count: failed.length })}</p>
          <ul>
            {failed.map(({ item, error }) => (
              <li key={item.path}>
                <a href={`/app/registros/${item.data.entityId}/${item.id}`}>{names.title(item)}</a>:{" "}
                {failureWords(error)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {untouched > 0 && <p>{review("bulkLeft", { count: untouched })}</p>}
      <button type="button" class="button secondary" onClick={() => void onAgain()}>
        {review("bulkAgain")}
      </button>
    </>
  );
}
