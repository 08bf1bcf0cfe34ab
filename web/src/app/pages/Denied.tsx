/** What the reader may not see: a record, where nothing else is said. */
import { app } from "../../i18n/app/app.ts";

interface Props {
  readonly title?: string;
  readonly why?: string;
}

export function Denied({ title = app("deniedTitle"), why = app("denied") }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <p>{why}</p>
      <a class="standalone" href="/app">
        {app("toStart")}
      </a>
    </>
  );
}
