/** The Office asks for a recount: of everything, of one entity, or of one indicator. */

import { useState } from "preact/hooks";
import { Choices, Select } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { call, newRequestId } from "../../../data/call.ts";
import { app } from "../../../i18n/app/app.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { editorText } from "../indicatorEditor/texts.ts";

const SCOPES = ["entity", "indicator", "all"] as const;
type Scope = (typeof SCOPES)[number];

export function AskRecount({ onAsked }: { onAsked: () => Promise<void> }) {
  const { reference } = useApp();
  const [scope, setScope] = useState<Scope | "">("");
  const [chosen, setChosen] = useState("");
  const [tried, setTried] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const items = scope === "entity" ? reference.catalogues.entities : reference.indicators;
  const isMissing = scope === "" || (scope !== "all" && chosen === "");
  const ask = () => {
    setTried(true);
    if (isMissing) return document.getElementById(scope === "" ? "recount-scope" : "recount-of")?.focus();
    void run(async () => {
      await call("requestRecount", {
        requestId,
        ...(scope === "entity" && { entityId: chosen }),
        ...(scope === "indicator" && { indicatorId: chosen }),
      });
      setRequestId(newRequestId());
      setTried(false);
      setScope("");
      setChosen("");
      await onAsked();
    });
  };
  return (
    <form
      class="group"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <h2>{editorText("countAgain")}</h2>
      <p>{editorText("countAgainHelp")}</p>
      <Choices
        words={{
          id: "recount-scope",
          label: editorText("recountScope"),
          error: tried && scope === "" ? app("recountScopeMissing") : undefined,
        }}
        options={SCOPES.map((id) => ({ id, label: editorText(`recount_${id}`) }))}
        chosen={[scope]}
        onChange={([id]) => {
          setScope(SCOPES.find((known) => known === id) ?? "");
          setChosen("");
        }}
      />
      {(scope === "entity" || scope === "indicator") && (
        <Select
          words={{
            id: "recount-of",
            label: editorText(`recountWhich_${scope}`),
            error: tried && chosen === "" ? editorText(`recountMissing_${scope}`) : undefined,
          }}
          options={items.filter(({ active }) => active).map((item) => ({ id: item.id, label: nameOf(item) }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Failure error={error} />
      <button type="submit" class="button" disabled={running}>
        {editorText("countAgain")}
      </button>
    </form>
  );
}
