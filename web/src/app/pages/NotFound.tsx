/** An address with nothing behind it, or nothing for this person. */
import { app } from "../../i18n/app/app.ts";

export function NotFound() {
  return (
    <>
      <h1>{app("notFoundTitle")}</h1>
      <p>{app("notFound")}</p>
      <a class="standalone" href="/app">
        {app("toStart")}
      </a>
    </>
  );
}
