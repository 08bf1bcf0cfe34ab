/** The Office's reasons for returning a record: edited all together, in the order in which they are offered. */
import { useState } from "preact/hooks";
import { LIMITS } from "#domain/limits.ts";
import { checkReturnReasons, type ReturnReason } from "#domain/returnReasons.ts";
import { ErrorSummary } from "../../../components/ErrorSummary.tsx";
import { TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { newRequestId } from "../../../data/call.ts";
import { loadReturnReasons, saveReturnReasons } from "../../../data/returnReasons.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useLoaded } from "../../useLoaded.ts";
import { Repeated } from "../indicatorEditor/Repeated.tsx";
import { review } from "./texts.ts";
import "../../../styles/review.css";

export function EditReasons() {
  const [loaded, reload] = useLoaded("return-reasons", loadReturnReasons);
  const [saved, setSaved] = useState(false);
  return (
    <>
      <Breadcrumb
        steps={[{ href: "/app/revision", name: review("queueTitle") }, { name: review("reasonsTitle") }]}
      />
      <h1>{review("reasonsTitle")}</h1>
      <p class="lead">{review("reasonsLead")}</p>
      <Await loaded={loaded} retry={() => void reload()}>
        {({ reasons, version }) => (
          <Form
            key={version}
            reasons={reasons}
            version={version}
            onChange={() => setSaved(false)}
            onSaved={async () => {
              await reload();
              setSaved(true);
            }}
          />
        )}
      </Await>
      <p role="status" class="sent-status">
        {saved && review("reasonsSaved")}
      </p>
    </>
  );
}

type Typed = ReturnReason & { readonly key: string };

const NEW = { nameEs: "", nameEn: "", textEs: "", textEn: "" };

/** Ids are never seen: a random one will do. */
const newReason = (): Typed => {
  const id = crypto.randomUUID();
  return { ...NEW, id, key: id };
};

const FIELDS = [
  { name: "nameEs", label: "reasonNameEs", long: false, max: LIMITS.line },
  { name: "nameEn", label: "reasonNameEn", long: false, max: LIMITS.line },
  { name: "textEs", label: "reasonTextEs", long: true, max: LIMITS.message },
  { name: "textEn", label: "reasonTextEn", long: true, max: LIMITS.message },
] as const;

interface Props {
  readonly reasons: readonly ReturnReason[];
  readonly version: number;
  readonly onChange: () => void;
  readonly onSaved: () => Promise<void>;
}

function Form({ reasons, version, onChange, onSaved }: Props) {
  const [typed, setTyped] = useState<readonly Typed[]>(() =>
    reasons.map((reason) => ({ ...reason, key: reason.id })),
  );
  const [tried, setTried] = useState(0);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const plain = typed.map(({ key: _, ...reason }) => reason);
  const checked = checkReturnReasons(plain);
  const problems = tried > 0 && "problems" in checked ? checked.problems : [];
  const wordsOf = (path: string, max: number): string | undefined => {
    const problem = problems.find((one) => one.path === path);
    if (!problem) return undefined;
    return problem.code === "too-long" ? review("reasonLong", { max }) : review("reasonMissing");
  };
  const summaryOf = (path: string): string => {
    const [, index = "", name] = path.split(".");
    const field = FIELDS.find((one) => one.name === name);
    const which = review("reason", { number: Number(index) + 1 });
    return `${which}, «${field ? review(field.label) : name}»: ${wordsOf(path, field?.max ?? LIMITS.line)}`;
  };
  const change = (next: readonly Typed[]) => {
    setTyped(next);
    onChange();
  };
  const save = () => {
    setTried(tried + 1);
    if ("problems" in checked) return;
    void run(async () => {
      await saveReturnReasons({ requestId, version, reasons: checked.reasons });
      await onSaved();
    });
  };
  const swap = (index: number, other: number) => {
    const [a, b] = [typed[index], typed[other]];
    if (a && b) change(typed.with(index, b).with(other, a));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary
        attempt={tried}
        errors={problems.map(({ path }) => ({ id: path.replaceAll(".", "-"), message: summaryOf(path) }))}
      />
      <Failure error={error} />
      <Repeated
        items={typed}
        title={(number) => review("reason", { number })}
        summary={(item, index) =>
          // A new one stays open while it is written, one with a problem until it has none.
          reasons.some(({ id }) => id === item.id) &&
          !problems.some(({ path }) => path.startsWith(`reasons.${index}.`))
            ? nameOf(item) || review("reason", { number: index + 1 })
            : undefined
        }
        add={review("reasonAdd")}
        remove={(number) => review("reasonRemove", { number })}
        onAdd={() => change([...typed, newReason()])}
        onRemove={(index) => change(typed.toSpliced(index, 1))}
        firstControl={(index) => `reasons-${index}-nameEs`}
      >
        {(item, index) => (
          <>
            <div class="reason-pair">
              {FIELDS.map(({ name, label, long, max }) => (
                <TextField
                  key={name}
                  words={{
                    id: `reasons-${index}-${name}`,
                    label: review(label),
                    error: wordsOf(`reasons.${index}.${name}`, max),
                  }}
                  value={item[name]}
                  onChange={(value) => change(typed.with(index, { ...item, [name]: value }))}
                  long={long}
                />
              ))}
            </div>
            <div class="actions reason-acts">
              <button
                type="button"
                class="link-button"
                disabled={index === 0}
                aria-label={review("reasonUpOf", { name: nameOf(item) })}
                onClick={() => swap(index, index - 1)}
              >
                {review("reasonUp")}
              </button>
              <button
                type="button"
                class="link-button"
                disabled={index === typed.length - 1}
                aria-label={review("reasonDownOf", { name: nameOf(item) })}
                onClick={() => swap(index, index + 1)}
              >
                {review("reasonDown")}
              </button>
            </div>
          </>
        )}
      </Repeated>
      <div>
        <button type="submit" class="button" disabled={running}>
          {review("reasonsSave")}
        </button>
      </div>
    </form>
  );
}
