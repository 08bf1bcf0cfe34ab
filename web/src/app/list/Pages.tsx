/** Leafs through a long list. */
import { listText } from "./texts.ts";

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

export function Pages({ page, pages, onPage }: Props) {
  if (pages === 1) return null;
  const step = (to: number, name: string) => (
    <button
      type="button"
      class="button secondary"
      disabled={to < 1 || to > pages}
      onClick={() => {
        onPage(to);
        scrollTo(0, 0);
      }}
    >
      {name}
    </button>
  );
  return (
    <nav class="pages" aria-label={listText("pages")}>
      {step(page - 1, listText("before"))}
      <span>{listText("pageOf", { page, pages })}</span>
      {step(page + 1, listText("after"))}
    </nav>
  );
}
