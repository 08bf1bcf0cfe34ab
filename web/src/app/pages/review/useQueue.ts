/** The records that wait for the Office, which of them is open, and how one moves among them. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../../../data/read.ts";
import { loadQueue } from "../../../data/records.ts";
import { go, useQuery } from "../../router.ts";
import { type Loaded, useLoaded } from "../../useLoaded.ts";

export type Waiting = Stored<DraftRecord>;

/** How the address names a record: `sdm/abc`. */
export const nameOfItem = ({ id, data }: Waiting): string => `${data.entityId}/${id}`;

/** The queue's address with one record open and, maybe, one entity's records alone. */
export function queueAddress({ item, entityId }: { item?: string; entityId?: string }): string {
  const query = new URLSearchParams({
    ...(entityId && { entidad: entityId }),
    ...(item && { registro: item }),
  });
  return query.size > 0 ? `/app/revision?${query.toString().replaceAll("%2F", "/")}` : "/app/revision";
}

/** After one was decided comes the one below it; after the last, the one above. */
export const nextAfter = <T>(items: readonly T[], index: number): T | undefined =>
  items[index + 1] ?? items[index - 1];

export interface Queue {
  readonly loaded: Loaded<readonly Waiting[]>;
  readonly reload: () => Promise<void>;
  /** Those of the entity that is asked for, the longest waiting first. */
  readonly items: readonly Waiting[];
  readonly all: readonly Waiting[];
  readonly entityId: string;
  /** What the address asks for; `undefined` where it asks for no record. */
  readonly asked: string | undefined;
  /** The place of the open one in `items`, or -1. */
  readonly at: number;
  readonly open: (item: Waiting | undefined) => void;
  readonly ofEntity: (entityId: string) => void;
  /** Takes away the open one, which has been decided, and opens the next; answers with that. */
  readonly decided: () => Waiting | undefined;
}

export function useQueue(): Queue {
  const query = useQuery();
  const entityId = query.get("entidad") ?? "";
  const asked = query.get("registro") ?? undefined;
  const [loaded, reload] = useLoaded("queue", loadQueue);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  // Another person decides too: whoever comes back to this window sees what still waits.
  useEffect(() => {
    const again = () => void reload();
    addEventListener("focus", again);
    return () => removeEventListener("focus", again);
  }, [reload]);
  const all = useMemo(
    () => (loaded.state === "ready" ? loaded.value.filter(({ path }) => !gone.has(path)) : []),
    [loaded, gone],
  );
  const items = all.filter(({ data }) => entityId === "" || data.entityId === entityId);
  const at = items.findIndex((item) => nameOfItem(item) === asked);
  const open = (item: Waiting | undefined) =>
    go(queueAddress({ entityId, ...(item && { item: nameOfItem(item) }) }), { replace: true, still: true });
  return {
    ...{ loaded, reload, items, all, entityId, asked, at, open },
    ofEntity: (id) => go(queueAddress({ entityId: id }), { replace: true, still: true }),
    decided: () => {
      const done = items[at];
      const next = nextAfter(items, at);
      if (done) setGone((before) => new Set([...before, done.path]));
      open(next);
      return next;
    },
  };
}
