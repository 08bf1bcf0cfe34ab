/**
 * Keeps a draft while it is written: at once on this computer, a moment later in Bitácora; and when another person
 * wrote meanwhile, joins both and asks where they clash.
 */
import {
  type Clash,
  changedPaths,
  mergeValues,
  type Value,
  type Values,
  withValue,
} from "../../forms/values.ts";

/**
 * `local`: on this computer, about to be sent; `unreachable`: sent again by itself later; `clash`: waits for the
 * person; `locked`: it was sent or decided meanwhile, and takes no more changes; `refused`: the rules say no.
 */
export type SaveState =
  | "untouched"
  | "local"
  | "saving"
  | "saved"
  | "unreachable"
  | "clash"
  | "locked"
  | "refused";

/** What this computer keeps of a record or report that is being written. */
export interface KeptDraft {
  readonly values: Values;
  /** Numbers that cannot be read as such yet, as they were typed. */
  readonly unread: Readonly<Record<string, string>>;
  /** What Bitácora was last known to hold, and its version; 0 before it holds anything. */
  readonly base: Values;
  readonly version: number;
}

/** What Bitácora holds of it. */
export interface Held {
  readonly values: Values;
  readonly version: number;
  /** Whether its entity may still write it. */
  readonly isEditable: boolean;
}

/** Where drafts go. */
export interface DraftStores<D extends KeptDraft> {
  readonly create: (draft: D, values: Values) => Promise<void>;
  readonly update: (draft: D, change: { before: Values; after: Values; version: number }) => Promise<void>;
  readonly load: (draft: D) => Promise<Held | undefined>;
  readonly keep: (draft: D) => void;
  readonly forget: (draft: D) => void;
  /** Of what the form holds, what a stored one would. */
  readonly written: (draft: D) => Values;
}

const PAUSE_MS = 1_000;
const RETRY_MS = 10_000;
const REFUSALS = ["permission-denied", "not-found", "failed-precondition", "already-exists"];

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && "code" in error && REFUSALS.includes(String(error.code));

export class DraftKeeper<D extends KeptDraft> {
  draft: D;
  state: SaveState;
  savedAt: Date | undefined;
  clashes: readonly Clash[] = [];
  /** Whether the clash is with another tab of the same person. */
  isOtherTab = false;
  /** Fields that another person changed, and that were taken over. */
  takenOver: readonly string[] = [];
  readonly #stores: DraftStores<D>;
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** What both tabs last had in common. */
  #heard: Values;
  /** What two people last had in common, while the person has not settled where they clash. */
  #common: Pick<KeptDraft, "base" | "version"> | undefined;

  constructor(draft: D, stores: DraftStores<D>, tell: () => void) {
    this.draft = draft;
    this.#heard = draft.values;
    this.state = this.#isPending(draft) ? "local" : "untouched";
    this.#stores = stores;
    this.#tell = tell;
  }

  /** Begins with what Bitácora holds now; what this computer kept is joined with it. */
  adopt(held: Held | undefined): void {
    if (held && held.version !== this.draft.version) this.#join(held);
    if (this.state === "local") this.#later(PAUSE_MS);
  }

  change(path: string, value: Value | undefined): void {
    const { [path]: _, ...unread } = this.draft.unread;
    this.#set({ ...this.draft, values: withValue(this.draft.values, path, value), unread });
  }

  /** Keeps a number that cannot be read yet, as it was typed. */
  changeUnread(path: string, typed: string): void {
    const values = withValue(this.draft.values, path, undefined);
    this.#set({ ...this.draft, values, unread: { ...this.draft.unread, [path]: typed } });
  }

  /** Takes over what the same person wrote in another tab, and asks where both tabs changed one field. */
  hear(elsewhere: D): void {
    const { merged, clashes } = mergeValues(this.#heard, this.draft.values, elsewhere.values);
    this.#heard = elsewhere.values;
    if (clashes.length === 0 && changedPaths(this.draft.values, merged).length === 0) return;
    this.draft = { ...this.draft, values: merged };
    this.clashes = clashes;
    this.isOtherTab = true;
    if (clashes.length > 0) this.state = "clash";
    this.#tell();
  }

  /** The person's word on a field that two people wrote. */
  settle(path: string, value: Value | undefined): void {
    this.clashes = this.clashes.filter((clash) => clash.path !== path);
    if (this.clashes.length === 0) {
      this.state = "local";
      this.#common = undefined;
    }
    this.change(path, value);
  }

  /** Sends what is still to be sent. Resolves to whether Bitácora holds all of it now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    await this.#run();
    return this.state === "saved" || this.state === "untouched";
  }

  /** Stops sending; what this computer keeps stays kept. */
  close(): void {
    clearTimeout(this.#timer);
  }

  /** A clash that is not settled is kept as one: whoever opens the draft next is asked again. */
  #keep(): void {
    this.#stores.keep({ ...this.draft, ...this.#common });
  }

  #isPending(draft: KeptDraft): boolean {
    return Object.keys(draft.unread).length > 0 || changedPaths(draft.base, draft.values).length > 0;
  }

  #set(draft: D): void {
    this.draft = draft;
    this.#heard = draft.values;
    this.#keep();
    if (this.state !== "clash" && this.state !== "locked" && this.state !== "refused") {
      this.state = "local";
      this.#later(PAUSE_MS);
    }
    this.#tell();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  #run(): Promise<void> {
    this.#running ??= this.#save().finally(() => {
      this.#running = undefined;
      this.#tell();
    });
    return this.#running;
  }

  async #save(): Promise<void> {
    if (["clash", "locked", "refused"].includes(this.state)) return;
    const sent = this.draft;
    const after = this.#stores.written(sent);
    if (sent.version > 0 && changedPaths(sent.base, after).length === 0) return this.#saved(sent);
    this.state = "saving";
    this.#tell();
    try {
      if (sent.version === 0) await this.#stores.create(sent, after);
      else await this.#stores.update(sent, { before: sent.base, after, version: sent.version + 1 });
      this.draft = { ...this.draft, base: after, version: sent.version + 1 };
      this.#saved(sent);
    } catch (error) {
      if (!isRefusal(error)) return this.#unreachable();
      await this.#refused(after);
    }
  }

  #saved(sent: KeptDraft): void {
    const changedSince = sent.values !== this.draft.values || sent.unread !== this.draft.unread;
    if (changedSince) {
      this.state = "local";
      this.#keep();
      this.#later(PAUSE_MS);
      return;
    }
    this.state = "saved";
    this.savedAt = new Date();
    if (Object.keys(this.draft.unread).length > 0) this.#keep();
    else this.#stores.forget(this.draft);
  }

  #unreachable(): void {
    this.state = "unreachable";
    this.#later(RETRY_MS);
  }

  /** A refused write: its answer was lost, or another wrote first, or it may not be written any more. */
  async #refused(after: Values): Promise<void> {
    let held: Held | undefined;
    try {
      held = await this.#stores.load(this.draft);
    } catch (error) {
      if (!isRefusal(error)) return this.#unreachable();
    }
    if (!held) this.state = "refused";
    else if (!held.isEditable) this.state = "locked";
    else if (changedPaths(held.values, after).length === 0) {
      this.draft = { ...this.draft, base: after, version: held.version };
      this.#saved(this.draft);
    } else if (held.version === this.draft.version) this.state = "refused";
    else this.#join(held);
  }

  #join({ values: theirs, version }: Held): void {
    const { base, values } = this.draft;
    const { merged, clashes } = mergeValues(base, values, theirs);
    this.takenOver = changedPaths(values, merged);
    this.clashes = clashes;
    this.isOtherTab = false;
    this.#common = clashes.length > 0 ? (this.#common ?? { base, version: this.draft.version }) : undefined;
    this.draft = { ...this.draft, base: theirs, values: merged, version };
    this.#keep();
    this.state = clashes.length > 0 ? "clash" : this.#isPending(this.draft) ? "local" : "saved";
    if (this.state === "local") this.#later(PAUSE_MS);
  }
}
