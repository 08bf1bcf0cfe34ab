/** A record that the reader may not see. */
import { app } from "../../i18n/app/app.ts";

export function Denied() {
  return (
    <>
      <h1>{app("deniedTitle")}</h1>
      <p>{app("denied")}</p>
      <a class="standalone" href="/app">
        {app("toStart")}
      </a>
    </>
  );
}
