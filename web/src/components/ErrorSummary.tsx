/** What must be corrected, above the form: it takes the focus, and each line leads to its field. */
import { useEffect, useRef } from "preact/hooks";
import { app } from "../i18n/app/app.ts";

export interface FieldError {
  /** Of the control that the line leads to. */
  readonly id: string;
  readonly message: string;
}

interface Props {
  readonly errors: readonly FieldError[];
  /** Changes with each attempt, so that each takes the focus again. */
  readonly attempt: number;
}

export function ErrorSummary({ errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  if (errors.length === 0) return null;
  const follow = (event: MouseEvent, id: string) => {
    event.preventDefault();
    const control = document.getElementById(id);
    const folded = control?.closest("details");
    if (folded) folded.open = true;
    control?.focus();
    control?.closest(".field")?.scrollIntoView({ block: "start" });
  };
  return (
    <div ref={box} class="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        {app(errors.length === 1 ? "oneProblem" : "manyProblems", { count: errors.length })}
      </h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => follow(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
