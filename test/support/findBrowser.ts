/** Finds a Chrome or Chromium for the tests in a browser, or sees to it that there is one. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { Refusal } from "../../scripts/emulators/Refusal.ts";
import { aptInstall, canAptInstall } from "./aptInstall.ts";

const NAMES = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "chromium-headless-shell",
];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PLAYWRIGHT = "https://cdn.playwright.dev";
const CLI = join(import.meta.dirname, "../../node_modules/playwright-core/cli.js");

/** The browser's path, for playwright-core's `executablePath`; the system's first, else Playwright's. */
export function findBrowser(): string {
  const browser = candidates().find((path) => existsSync(path));
  if (!browser) throw new Refusal("No Chrome or Chromium is installed: install one, or run npm test.");
  return browser;
}

/**
 * Installs a browser where there is none: Playwright's if the internet is in reach, else the distribution's.
 *
 * @throws Refusal when neither can be had
 */
export async function ensureBrowser(): Promise<void> {
  if (candidates().some((path) => existsSync(path))) return;
  if (await answers(PLAYWRIGHT)) {
    execFileSync(process.execPath, [CLI, "install", "chromium"], { stdio: "inherit" });
  } else if (canAptInstall()) {
    aptInstall("chromium");
  } else {
    throw new Refusal(
      "The tests need Chrome or Chromium and cannot install it: install the package chromium, or Google Chrome.",
    );
  }
}

function candidates(): string[] {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((directory) => NAMES.map((name) => join(directory, name)));
  return [...onPath, MAC_CHROME, chromium.executablePath()];
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(3000) });
    return true;
  } catch {
    return false;
  }
}
