/** Proposals of the Office that wait for the word of one's entities. */
import { loadMergesFor } from "../../../data/directory.ts";
import { useLoaded } from "../../useLoaded.ts";
import { duplicateText } from "./texts.ts";

export function MergesToConfirm({ entityIds }: { readonly entityIds: readonly string[] }) {
  const [loaded] = useLoaded(`merges ${entityIds.join()}`, async () =>
    (await Promise.all(entityIds.map(loadMergesFor))).flat(),
  );
  if (loaded.state !== "ready" || loaded.value.length === 0) return null;
  return (
    <section class="notice returned" aria-labelledby="merges-title">
      <h2 id="merges-title">{duplicateText("toConfirm")}</h2>
      <ul>
        {loaded.value.map(({ id, data }) => (
          <li key={id}>
            {duplicateText("toConfirmOne")}: «{data.reason}»{" "}
            <a href={`/app/unir/${id}`}>{duplicateText("open")}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
