/**
 * Records that a person has sent, kept on this computer until Bitácora has them: also without a connection, and when
 * the page was closed meanwhile. Each carries the id of its request, so that sending it once more changes nothing.
 */
import type { Problem } from "#domain/problem.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { RecordAddress } from "../data/records.ts";

export interface Queued extends RecordAddress {
  readonly kind: Kind;
  readonly title: string;
  readonly requestId: string;
  /** The version that is sent; absent while this computer holds changes that Bitácora does not have. */
  readonly version?: number;
  /** Why Bitácora did not take it: a person has to look at it. */
  readonly stuck?: { readonly reason: string; readonly problems: readonly Problem[] };
}

/** What became of one attempt; `waits`: Bitácora could not be reached, or the person must sign in again. */
export type Attempt =
  | { readonly is: "sent" }
  | { readonly is: "waits" }
  | { readonly is: "stuck"; readonly reason: string; readonly problems: readonly Problem[] };

/** What became of saving a draft. */
export type Flushed =
  | { readonly is: "saved"; readonly version: number }
  | { readonly is: "waits" }
  | { readonly is: "stuck"; readonly reason: string };

export interface OutboxStores {
  readonly keep: (queued: Queued) => Promise<unknown>;
  /** What is kept of it now: another tab may have sent it or taken it back. */
  readonly kept: (address: RecordAddress) => Promise<Queued | undefined>;
  readonly drop: (queued: Queued) => Promise<unknown>;
  readonly newId: () => string;
  /** Saves what this computer kept of the draft in Bitácora. */
  readonly flush: (address: RecordAddress) => Promise<Flushed>;
  readonly submit: (queued: Queued & { version: number }) => Promise<Attempt>;
  /** Runs it, unless another tab is at it. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
}

export const addressKey = ({ entityId, recordId }: RecordAddress): string => `${entityId}/${recordId}`;

export class Outbox {
  #queue = new Map<string, Queued>();
  readonly #stores: OutboxStores;
  readonly #listeners = new Set<(sent?: Queued) => void>();
  #running: Promise<void> | undefined;

  constructor(kept: readonly Queued[], stores: OutboxStores) {
    for (const queued of kept) this.#queue.set(addressKey(queued), queued);
    this.#stores = stores;
  }

  get queued(): readonly Queued[] {
    return [...this.#queue.values()];
  }

  find(address: RecordAddress): Queued | undefined {
    return this.#queue.get(addressKey(address));
  }

  /** Hears of every change; of a record that arrived with what it was. */
  onChange(listener: (sent?: Queued) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps it and tries at once; resolves to what became of it. */
  async send(what: Omit<Queued, "requestId" | "stuck">): Promise<Attempt> {
    const before = this.find(what);
    // What may have arrived already is asked for by the same id.
    const isSame = before?.version !== undefined && before.version === what.version;
    await this.#set({ ...what, requestId: isSame ? before.requestId : this.#stores.newId() });
    await this.#running;
    await this.run();
    const after = this.find(what);
    if (!after) return { is: "sent" };
    return after.stuck ? { is: "stuck", ...after.stuck } : { is: "waits" };
  }

  /** Takes it back, to be written on. */
  async takeBack(address: RecordAddress): Promise<void> {
    const queued = this.find(address);
    if (queued) await this.#drop(queued);
  }

  /** Tries to send all that waits. */
  run(): Promise<void> {
    this.#running ??= this.#stores
      .alone(async () => {
        for (const queued of this.queued) if (!queued.stuck && !(await this.#attempt(queued))) return;
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  /** Whether the next one is worth trying. */
  async #attempt(queued: Queued): Promise<boolean> {
    if ((await this.#stores.kept(queued))?.requestId !== queued.requestId) {
      this.#queue.delete(addressKey(queued));
      this.#tell();
      return true;
    }
    let { version } = queued;
    if (version === undefined) {
      const flushed = await this.#stores.flush(queued);
      if (flushed.is === "waits") return false;
      if (flushed.is === "stuck") {
        await this.#set({ ...queued, stuck: { reason: flushed.reason, problems: [] } });
        return true;
      }
      version = flushed.version;
    }
    const sending = { ...queued, version };
    await this.#set(sending);
    const attempt = await this.#stores.submit(sending);
    if (attempt.is === "waits") return false;
    if (attempt.is === "sent") await this.#drop(sending, true);
    else await this.#set({ ...sending, stuck: { reason: attempt.reason, problems: attempt.problems } });
    return true;
  }

  async #set(queued: Queued): Promise<void> {
    this.#queue.set(addressKey(queued), queued);
    await this.#stores.keep(queued);
    this.#tell();
  }

  async #drop(queued: Queued, isSent = false): Promise<void> {
    this.#queue.delete(addressKey(queued));
    await this.#stores.drop(queued);
    this.#tell(isSent ? queued : undefined);
  }

  #tell(sent?: Queued): void {
    for (const listener of this.#listeners) listener(sent);
  }
}
