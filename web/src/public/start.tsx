/** Starts a page for citizens, and draws it again in the language that they choose. */
import "../styles/base.css";
import "../styles/indicators.css";
import "../styles/public.css";
import { type ComponentChild, render } from "preact";
import { onLanguageChosen } from "../i18n/language.ts";

export function start(page: () => ComponentChild): void {
  const draw = () => {
    const root = document.getElementById("root");
    if (root) render(page(), root);
  };
  onLanguageChosen(draw);
  draw();
}
