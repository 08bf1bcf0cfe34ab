/** Says plainly what is saved where, and asks which text stays when two people wrote. */
import { formFieldsOf } from "../../forms/formFields.ts";
import type { Clash } from "../../forms/values.ts";
import { app } from "../../i18n/app/app.ts";
import { say } from "../../i18n/language.ts";
import { timeOf } from "../../i18n/timeOf.ts";
import { useApp } from "../context.ts";
import type { DraftKeeper, KeptDraft } from "./DraftKeeper.ts";
import type { LocalDraft } from "./localDrafts.ts";
import { NOTHING_LINKABLE } from "./options.ts";
import { showValue } from "./showValue.ts";

/** What of a keeper tells where its draft is, whatever it is a draft of. */
type Kept = Pick<DraftKeeper<KeptDraft>, "state" | "savedAt" | "draft" | "isOtherTab">;

export function SaveStatus({ keeper }: { keeper: Kept }) {
  const { state, savedAt, draft, isOtherTab } = keeper;
  const words =
    state === "saved" && savedAt
      ? app("save_savedAt", { time: timeOf(savedAt) })
      : state === "saved"
        ? app("save_saved")
        : app(state === "clash" && isOtherTab ? "save_clashTab" : `save_${state}`);
  return (
    <p class={`save-status save-${state}`} role="status">
      {words}
      {Object.keys(draft.unread).length > 0 && ` ${app("save_unread")}`}
    </p>
  );
}

/** Shown while fields that two people wrote wait for a word. */
export function Clashes({ keeper }: { keeper: DraftKeeper<LocalDraft> }) {
  const { reference } = useApp();
  const { draft, clashes, takenOver } = keeper;
  if (clashes.length === 0 && takenOver.length === 0) return null;
  const fields = formFieldsOf(draft.kind);
  const labelOf = (path: string) => {
    const field = fields.find((one) => one.path === path);
    return field ? say(field.text.label) : path;
  };
  const show = ({ path }: Clash, value: Clash["mine"]) => {
    const field = fields.find((one) => one.path === path);
    return (field && showValue(field, value, draft, reference, NOTHING_LINKABLE)) || app("blank");
  };
  return (
    <section class="notice clash" role="alert">
      <h2>{app(keeper.isOtherTab ? "clashTabTitle" : "clashTitle")}</h2>
      {takenOver.length > 0 && <p>{app("clashTakenOver", { fields: takenOver.map(labelOf).join(", ") })}</p>}
      {clashes.length > 0 && <p>{app("clashHelp")}</p>}
      {clashes.map((clash) => (
        <div key={clash.path} class="clash-field">
          <h3>{labelOf(clash.path)}</h3>
          <div class="clash-side">
            <p class="overline">{app("clashMine")}</p>
            <p class="clash-text">{show(clash, clash.mine)}</p>
            <button
              type="button"
              class="button secondary"
              onClick={() => keeper.settle(clash.path, clash.mine)}
            >
              {app("clashKeepMine")}
            </button>
          </div>
          <div class="clash-side">
            <p class="overline">{app(keeper.isOtherTab ? "clashTabTheirs" : "clashTheirs")}</p>
            <p class="clash-text">{show(clash, clash.theirs)}</p>
            <button
              type="button"
              class="button secondary"
              onClick={() => keeper.settle(clash.path, clash.theirs)}
            >
              {app(keeper.isOtherTab ? "clashTakeTab" : "clashTakeTheirs")}
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}
