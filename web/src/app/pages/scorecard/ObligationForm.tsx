/** The form of an obligation: the day, the parts, who must, and what holds for one entity alone. */
import { useRef, useState } from "preact/hooks";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import { SECTION_IDS } from "#domain/halfYearReport.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { Choices, TextField } from "../../../components/fields.tsx";
import { Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { saveObligation } from "../../../data/obligations.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { useKept } from "../../useKept.ts";
import { told as ofReports } from "../halfYear/texts.ts";
import { ExtensionFields, OwnSectionFields } from "./EntityTerms.tsx";
import { inputOf, type ObligationValues, obligationErrors, valuesOfObligation } from "./obligationForm.ts";
import { told } from "./texts.ts";

interface Props {
  readonly obligation: Obligation;
  readonly onSaved: () => Promise<void>;
}

export const sectionOptions = () => SECTION_IDS.map((id) => ({ id, label: ofReports(id) }));

export function ObligationForm({ obligation, onSaved }: Props) {
  const { reference } = useApp();
  const { periodId, version = 0 } = obligation;
  // What was not saved yet stays on this computer, for as long as nobody else has saved another version.
  const { kept, keep, forget } = useKept<ObligationValues>(
    `bitacora/obligation/${periodId}/${version}`,
    valuesOfObligation(obligation),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const request = useRef(newRequestId());
  const { running, error, run } = useAct();
  const entities = reference.catalogues.entities.filter(
    ({ id, active }) => active || kept.entityIds.includes(id),
  );
  const change = (part: Partial<ObligationValues>) => {
    request.current = newRequestId();
    keep(part);
  };
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message;
  const submit = (event: Event) => {
    event.preventDefault();
    const found = obligationErrors(kept, periodId);
    setErrors(found);
    setAttempt(attempt + 1);
    if (found.length > 0) return;
    void run(async () => {
      await saveObligation(request.current, periodId, version, inputOf(kept));
      forget();
      await onSaved();
    });
  };
  return (
    <form class="record-form" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        words={{
          ...{ id: "dueOn", label: told("dueOn"), help: told("dueOnHelp") },
          error: errorOf("dueOn"),
        }}
        value={kept.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        inputMode="numeric"
        short
      />
      <Choices
        words={{ id: "sections", label: told("sections"), help: told("sectionsHelp") }}
        options={sectionOptions()}
        chosen={kept.sections}
        many
        onChange={(chosen) => change({ sections: SECTION_IDS.filter((id) => chosen.includes(id)) })}
      />
      <details class="group">
        <summary>{told("whoOwesCount", { count: kept.entityIds.length, all: entities.length })}</summary>
        <Choices
          words={{ id: "entities", label: told("whoOwes") }}
          options={entities.map((entity) => ({ id: entity.id, label: nameOf(entity) }))}
          chosen={kept.entityIds}
          many
          onChange={(chosen) =>
            change({ entityIds: entities.map(({ id }) => id).filter((id) => chosen.includes(id)) })
          }
        />
      </details>
      <ExtensionFields values={kept} entities={entities} change={change} errorOf={errorOf} />
      <OwnSectionFields values={kept} entities={entities} change={change} errorOf={errorOf} />
      <Failure error={error} />
      <button type="submit" class="button" disabled={running}>
        {told("save")}
      </button>
    </form>
  );
}
