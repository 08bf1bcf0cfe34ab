/** What went wrong with something done to an edition, in the words of this room where it has any. */
import { Failure } from "../../../components/parts.tsx";
import { CallError } from "../../../data/call.ts";
import { isText, text } from "./texts.ts";

export function EditionFailure({ error }: { error: unknown }) {
  const key = error instanceof CallError ? `refused_${error.reason}` : "";
  if (!isText(key)) return <Failure error={error} />;
  return (
    <div class="notice bad" role="alert">
      <p>{text(key)}</p>
    </div>
  );
}
