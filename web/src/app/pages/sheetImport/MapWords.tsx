/** What the words of coded columns mean: those in question first, those that are known folded away. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { language, nameOf, say } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { choicesOf } from "../../../import/mapping/choices.ts";
import type { ImportField } from "../../../import/mapping/importFields.ts";
import type { WordQuestion } from "../../../import/mapping/wordQuestions.ts";
import type { ImportFlow } from "./ImportFlow.ts";
import { told } from "./texts.ts";

interface Offered {
  readonly id: string;
  readonly label: string;
}

/** Questions that are shown of one field at first. */
const SHOWN = 30;
const PROPOSE = "propose:";

export function MapWords({ flow, fields }: { flow: ImportFlow; fields: readonly ImportField[] }) {
  const groups = [...new Set(flow.questions.map(({ to }) => to))].map((to) => ({
    to,
    words: flow.questions.filter((question) => question.to === to),
  }));
  const open = groups.filter(({ words }) => words.some(({ state }) => state !== "sure"));
  const sure = flow.questions.filter(({ state }) => state === "sure");
  if (flow.questions.length === 0) return null;
  return (
    <section class="sheet-part">
      <h2>{told("wordsTitle")}</h2>
      {open.length > 0 && <p class="sheet-help">{told("wordsHelp")}</p>}
      {open.map(({ to, words }) => (
        <WordGroup
          key={to}
          flow={flow}
          to={to}
          field={fields.find(({ path }) => path === to)}
          words={words}
        />
      ))}
      {sure.length > 0 && (
        <details class="sheet-more">
          <summary>{told("wordsSure", { count: sure.length })}</summary>
          {groups.map(({ to, words }) => (
            <Sure key={to} flow={flow} to={to} field={fields.find(({ path }) => path === to)} words={words} />
          ))}
        </details>
      )}
    </section>
  );
}

function useChoices(flow: ImportFlow, to: string, field: ImportField | undefined): readonly Offered[] {
  const at = language();
  return useMemo(() => {
    if (to === "kind") return flow.setting.kinds.map((id) => ({ id, label: say(KIND_FORMS[id].name) }));
    return field
      ? choicesOf(field, flow.setting.lookup).map(({ id, label }) => ({ id, label: label[at] }))
      : [];
  }, [flow, to, field?.path, at]);
}

interface GroupProps {
  readonly flow: ImportFlow;
  readonly to: string;
  readonly field: ImportField | undefined;
  readonly words: readonly WordQuestion[];
}

const titleOf = (to: string, field: ImportField | undefined): string =>
  to === "kind" ? told("to_kind") : field ? say(field.label) : to;

function WordGroup({ flow, to, field, words }: GroupProps) {
  const [most, setMost] = useState(SHOWN);
  const choices = useChoices(flow, to, field);
  const asked = words.filter(({ state }) => state !== "sure");
  const categories = flow.setting.lookup.catalogues.actorCategories.filter(({ active }) => active);
  const title = titleOf(to, field);
  return (
    <fieldset class="words">
      <legend>{title}</legend>
      {asked.slice(0, most).map((question) => (
        <div key={question.text} class="word">
          <p class="word-text">
            <span class="word-said">{question.text}</span>{" "}
            <span class="note">
              {question.count === 1
                ? told("wordRowsOne")
                : told("wordRows", { count: wholeNumber(question.count) })}
              {question.state === "guessed" && ` · ${told("wordGuessed")}`}
            </span>
          </p>
          <Meaning
            flow={flow}
            question={question}
            choices={choices}
            label={told("wordOf", { word: question.text, field: title })}
          >
            {to === "partnerIds" &&
              categories.map((category) => (
                <option
                  key={category.id}
                  value={`${PROPOSE}${category.id}`}
                  selected={question.propose?.categoryId === category.id}
                >
                  {told("proposeAs", { category: nameOf(category) })}
                </option>
              ))}
          </Meaning>
        </div>
      ))}
      {asked.length > most && (
        <button type="button" class="link-button" onClick={() => setMost(most + SHOWN)}>
          {told("showMore", { count: Math.min(SHOWN, asked.length - most) })}
        </button>
      )}
    </fieldset>
  );
}

interface MeaningProps {
  readonly flow: ImportFlow;
  readonly question: WordQuestion;
  readonly choices: readonly Offered[];
  readonly label: string;
  readonly children?: ComponentChildren;
}

const BLANK = "blank";

function Meaning({ flow, question, choices, label, children }: MeaningProps) {
  const { state, codes, propose } = question;
  const value = propose
    ? `${PROPOSE}${propose.categoryId}`
    : (codes[0] ?? (state === "answered" ? BLANK : ""));
  return (
    <select
      class="input"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const next = event.currentTarget.value;
        if (next.startsWith(PROPOSE)) flow.answer(question, [], next.slice(PROPOSE.length));
        else flow.answer(question, next === BLANK || next === "" ? [] : [next]);
      }}
    >
      {state === "open" && <option value="">{told("wordOpen")}</option>}
      {question.to !== "kind" && (
        <option value={BLANK} selected={value === BLANK}>
          {told("wordBlank")}
        </option>
      )}
      {children}
      {choices.map(({ id, label }) => (
        <option key={id} value={id} selected={id === value}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** What was known by itself, to be read through. */
function Sure({ flow, to, field, words }: GroupProps) {
  const choices = useChoices(flow, to, field);
  const known = words.filter(({ state }) => state === "sure");
  if (known.length === 0) return null;
  return (
    <dl class="sure-words">
      <dt>{titleOf(to, field)}</dt>
      {known.slice(0, 100).map(({ text, codes }) => (
        <dd key={text}>
          {text} → {choices.find(({ id }) => id === codes[0])?.label ?? codes[0]}
        </dd>
      ))}
    </dl>
  );
}
