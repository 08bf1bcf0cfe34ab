/** Starts the public page. */
import "../styles/base.css";
import "../styles/indicators.css";
import "../styles/public.css";
import { render } from "preact";
import { onLanguageChosen } from "../i18n/language.ts";
import { PublicPage } from "./PublicPage.tsx";

const draw = () => {
  const root = document.getElementById("root");
  if (root) render(<PublicPage />, root);
};
onLanguageChosen(draw);
draw();
