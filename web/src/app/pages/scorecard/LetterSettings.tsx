/** Which letters the system writes, and where their links lead. */
import { useState } from "preact/hooks";
import { type MailSettings, mailSettingsInputSchema, USUAL_MAIL } from "#domain/mail/mail.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { Choices, TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { loadMailSettings, saveMailSettings } from "../../../data/mail.ts";
import { useLoaded } from "../../useLoaded.ts";
import { told } from "./texts.ts";

const LETTERS = ["reminders", "decisions"] as const;

export function LetterSettings() {
  const [loaded, reload] = useLoaded("mail settings", loadMailSettings);
  const [saved, setSaved] = useState(false);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/seguimiento", name: told("scorecard") }, { name: told("letters") }]}
      />
      <h1>{told("letters")}</h1>
      <p class="lead">{told("lettersHelp")}</p>
      <p>{told("lettersOnlyOwing")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {(settings) => (
          <>
            {saved && (
              <div class="notice good" role="status">
                <p>{told("lettersSaved")}</p>
              </div>
            )}
            <SettingsForm
              key={settings?.version ?? 0}
              settings={settings}
              onSaved={async () => {
                await reload();
                setSaved(true);
              }}
            />
          </>
        )}
      </Await>
    </>
  );
}

interface Props {
  readonly settings: MailSettings | undefined;
  readonly onSaved: () => Promise<void>;
}

function SettingsForm({ settings, onSaved }: Props) {
  const start = settings ?? USUAL_MAIL;
  const [chosen, choose] = useState<readonly string[]>(LETTERS.filter((id) => start[id]));
  const [appUrl, setAppUrl] = useState(settings?.appUrl ?? "");
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { running, error, run } = useAct();
  const submit = (event: Event) => {
    event.preventDefault();
    const asked = mailSettingsInputSchema.safeParse({
      ...{ reminders: chosen.includes("reminders"), decisions: chosen.includes("decisions") },
      ...(appUrl.trim() !== "" && { appUrl: appUrl.trim().replace(/\/$/, "") }),
    });
    setErrors(asked.success ? [] : [{ id: "appUrl", message: told("appUrlWrong") }]);
    setAttempt(attempt + 1);
    if (!asked.success) return;
    void run(async () => {
      await saveMailSettings(settings?.version ?? 0, asked.data);
      await onSaved();
    });
  };
  return (
    <form class="record-form narrow" noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <Choices
        words={{ id: "letters", label: told("lettersWhich") }}
        options={LETTERS.map((id) => ({ id, label: told(id) }))}
        chosen={chosen}
        many
        onChange={choose}
      />
      <TextField
        words={{
          ...{ id: "appUrl", label: told("appUrl"), help: told("appUrlHelp"), optional: true },
          error: errors[0]?.message,
        }}
        value={appUrl}
        onChange={setAppUrl}
        type="url"
      />
      <Failure error={error} />
      <button type="submit" class="button" disabled={running}>
        {told("lettersSave")}
      </button>
    </form>
  );
}
