/** Starts the app. */
import "../noEval.ts";
import "../styles/base.css";
import "../styles/indicators.css";
import "../styles/app.css";
import "../styles/fields.css";
import "../styles/records.css";
import "../styles/figures.css";
import "../styles/widths.css";
import { render } from "preact";
import { startFirebase } from "../data/firebase.ts";
import { registerServiceWorker } from "../data/serviceWorker.ts";
import { app } from "../i18n/app/app.ts";
import { loadTexts, onLanguageChosen } from "../i18n/language.ts";
import { App } from "./App.tsx";
import { followLinks } from "./router.ts";

const root = document.getElementById("root");
const draw = () => root && render(<App />, root);
const tellFailure = () =>
  root &&
  render(
    <main class="width">
      <h1>{app("cannotStart")}</h1>
      <p>{app("unreachable")}</p>
    </main>,
    root,
  );

const texts = loadTexts();
try {
  await Promise.all([texts, startFirebase()]);
  followLinks();
  onLanguageChosen(draw);
  draw();
  registerServiceWorker();
} catch (error) {
  console.error(error);
  await texts;
  tellFailure();
}
