/** Addresses of the app: links are ordinary ones, and the browser's back button works. */
import { useEffect, useState } from "preact/hooks";

const listeners = new Set<() => void>();

/** Without the slash at the end that Hosting may leave. */
const path = (): string => location.pathname.replace(/(.)\/$/, "$1");

/** Goes to another page of the app; `replace` leaves no step back, `still` neither scrolls nor moves the focus. */
export function go(to: string, { replace = false, still = false } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  if (!still) scrollTo(0, 0);
  for (const listener of listeners) listener();
  if (!still) document.getElementById("content")?.focus();
}

/** Puts another question behind the address of the page that stands, which stays where it is. */
export function changeQuery(search: string): void {
  history.replaceState(null, "", `${location.pathname}${search}`);
  for (const listener of listeners) listener();
}

/** A part of the address, kept up to date. */
function useAddress(read: () => string): string {
  const [shown, show] = useState(read);
  useEffect(() => {
    const update = () => show(read());
    listeners.add(update);
    addEventListener("popstate", update);
    return () => {
      listeners.delete(update);
      removeEventListener("popstate", update);
    };
  }, [read]);
  return shown;
}

/** The path that is shown. */
export const usePath = (): string => useAddress(path);

const query = (): string => location.search;

/** What the address asks of its page, behind the question mark: so that a filtered view can be sent as a link. */
export const useQuery = (): URLSearchParams => new URLSearchParams(useAddress(query));

/** Has plain links into the app followed without loading it anew. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || link.origin !== location.origin || link.target || link.download) return;
    if (link.hash && link.pathname === location.pathname) return;
    if (link.pathname !== "/app" && !link.pathname.startsWith("/app/")) return;
    event.preventDefault();
    go(`${link.pathname}${link.search}`);
  });
}

/** The values of `:name` parts, or `undefined` where the path is another one. */
export function match(pattern: string, at: string): Readonly<Record<string, string>> | undefined {
  const parts = pattern.split("/");
  const found = at.split("/");
  if (parts.length !== found.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = decodeURIComponent(found[index] ?? "");
    if (part.startsWith(":")) values[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return values;
}
