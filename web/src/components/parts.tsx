/** Small parts that many screens share: states as words and shapes, breadcrumbs, waiting and failing. */
import type { ComponentChildren } from "preact";
import type { State } from "#domain/record/states.ts";
import type { Loaded } from "../app/useLoaded.ts";
import { app } from "../i18n/app/app.ts";
import { failureWords } from "../i18n/app/failureWords.ts";

const SHAPES: Readonly<Record<State, string>> = {
  draft: "○",
  submitted: "◐",
  returned: "↩",
  approved: "●",
  withdrawn: "✕",
};

/** A state by its word and a shape; the colour only beside them. */
export function StateTag({ state }: { state: State }) {
  return (
    <span class={`state state-${state}`}>
      <span aria-hidden="true">{SHAPES[state]}</span> {app(`state_${state}`)}
    </span>
  );
}

export function Breadcrumb({ steps }: { steps: readonly { href?: string; name: string }[] }) {
  return (
    <nav class="breadcrumb" aria-label={app("youAreHere")}>
      <ol>
        {steps.map(({ href, name }) => (
          <li key={name}>{href ? <a href={href}>{name}</a> : <span aria-current="page">{name}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

interface AwaitProps<T> {
  readonly loaded: Loaded<T>;
  readonly retry: () => void;
  readonly children: (value: T) => ComponentChildren;
}

/** Shows what is loaded, or that it is on its way, or why it is not there and how to try again. */
export function Await<T>({ loaded, retry, children }: AwaitProps<T>) {
  if (loaded.state === "ready") return <>{children(loaded.value)}</>;
  if (loaded.state === "loading") return <p role="status">{app("loading")}</p>;
  return (
    <div class="notice" role="alert">
      <p>{failureWords(loaded.error)}</p>
      <button type="button" class="button secondary" onClick={retry}>
        {app("retry")}
      </button>
    </div>
  );
}

/** What went wrong with an act of the person, where it happened. */
export function Failure({ error }: { error: unknown }) {
  if (error === undefined) return null;
  return (
    <div class="notice bad" role="alert">
      <p>{failureWords(error)}</p>
    </div>
  );
}
