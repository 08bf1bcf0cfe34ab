/** The frame around every page: skip link, header with the language switch, demonstration mark, footer. */
import type { ComponentChildren } from "preact";
import { chooseLanguage, language } from "../i18n/language.ts";
import { frameText } from "./frameText.ts";

interface Props {
  /** What stands at the right of the header: sign in, or who is signed in. */
  readonly account: ComponentChildren;
  /** The app's main entries; the public page has none. */
  readonly navigation?: ComponentChildren;
  readonly isDemo: boolean;
  readonly children: ComponentChildren;
}

export function Frame({ account, navigation, isDemo, children }: Props) {
  const other = language() === "es" ? "en" : "es";
  return (
    <>
      <a class="skip-link" href="#content">
        {frameText("skip")}
      </a>
      <header class="site-header">
        <div class="width header-row">
          <a class="brand" href="/">
            <img src="/mark.svg" alt="" width="32" height="32" />
            <span>
              {frameText("brand")}
              <small>{frameText("brandLine")}</small>
            </span>
          </a>
          <div class="header-end">
            <button
              type="button"
              class="link-button"
              lang={other}
              title={frameText("otherLanguageLabel")}
              onClick={() => void chooseLanguage(other)}
            >
              {frameText("otherLanguage")}
            </button>
            {account}
          </div>
        </div>
        {navigation}
      </header>
      {isDemo && (
        <aside class="demo-mark" aria-label={frameText("demo")}>
          <p class="width">
            <strong>{frameText("demo")}</strong> {frameText("demoMeaning")}
          </p>
        </aside>
      )}
      <main id="content" class="width" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <p class="width">{frameText("owner")}</p>
      </footer>
    </>
  );
}
