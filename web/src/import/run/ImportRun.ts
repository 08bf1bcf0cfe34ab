/**
 * Brings an import's rows in, some at a time: each becomes a draft, gets its files, and is submitted.
 *
 * Rows know their records' ids, so that whatever was done before (in another run, or one that broke off) is found and
 * not done again.
 */
import type { Problem } from "#domain/problem.ts";
import type { State } from "#domain/record/states.ts";
import type { ImportJob, JobRow, Outcome, Outcomes, ProposedPartner } from "./ImportJob.ts";

export interface Standing {
  readonly state: State;
  readonly version: number;
}

/** Without problems or a reason it is sent. */
export interface SubmitAnswer {
  readonly recordId: string;
  readonly problems?: readonly Problem[];
  readonly reason?: string;
}

const outcomeOf = ({ problems, reason }: SubmitAnswer): Outcome =>
  problems === undefined && reason === undefined
    ? { state: "sent" }
    : { state: "refused", ...(problems && { problems }), ...(reason !== undefined && { reason }) };

/** What the run needs of the world. */
export interface RunStores {
  readonly propose: (partner: ProposedPartner) => Promise<void>;
  /** Those of the records that are there. */
  readonly standing: (recordIds: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;
  /** Writes new drafts, all or none. */
  readonly create: (rows: readonly JobRow[]) => Promise<void>;
  /** Uploads the row's files; answers with the names of those that were not taken. */
  readonly upload: (row: JobRow) => Promise<readonly string[]>;
  readonly submit: (
    items: readonly { recordId: string; version: number }[],
  ) => Promise<readonly SubmitAnswer[]>;
  readonly keep: (outcomes: Outcomes) => Promise<void>;
  /** Whether trying again later may help. */
  readonly isPassing: (error: unknown) => boolean;
  readonly isRefusal: (error: unknown) => boolean;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Rows that are brought in together: one request submits them. */
export const ROWS_AT_ONCE = 50;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** `waiting`: there is no connection, and it goes on by itself. */
export type RunState = "running" | "waiting" | "stopping" | "stopped" | "done" | "failed";

class Stopped extends Error {}

export class ImportRun {
  state: RunState = "running";
  outcomes: Outcomes;
  error: unknown;
  readonly job: ImportJob;
  readonly #stores: RunStores;
  readonly #tell: () => void;

  constructor(job: ImportJob, before: Outcomes, stores: RunStores, tell: () => void) {
    this.job = job;
    this.outcomes = before;
    this.#stores = stores;
    this.#tell = tell;
  }

  get done(): number {
    return Object.keys(this.outcomes).length;
  }

  /** Ends when all rows have an outcome, when it was stopped, or at an error that does not pass. */
  async run(): Promise<void> {
    try {
      for (const partner of this.job.partners) await this.#patiently(() => this.#stores.propose(partner));
      const left = this.job.rows.filter(({ recordId }) => !Object.hasOwn(this.outcomes, recordId));
      for (let at = 0; at < left.length; at += ROWS_AT_ONCE) {
        if (this.state === "stopping") throw new Stopped();
        await this.#bring(left.slice(at, at + ROWS_AT_ONCE));
        await this.#stores.keep(this.outcomes);
        this.#tell();
      }
      this.#turn("done");
    } catch (error) {
      if (error instanceof Stopped) return this.#turn("stopped");
      this.error = error;
      this.#turn("failed");
    }
  }

  /** Ends it after the rows that are under way; what is in stays in. */
  stop(): void {
    if (this.state === "running" || this.state === "waiting") this.#turn("stopping");
  }

  #turn(state: RunState): void {
    this.state = state;
    this.#tell();
  }

  /** Tries again, ever later, what fails for a reason that passes. */
  async #patiently<T>(act: () => Promise<T>): Promise<T> {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const answer = await act();
        if (this.state === "waiting") this.#turn("running");
        return answer;
      } catch (error) {
        if (!this.#stores.isPassing(error)) throw error;
        if (this.state === "stopping") throw new Stopped();
        this.#turn("waiting");
        await this.#stores.sleep(pause);
        // Stopped while it slept.
        if ((this.state as RunState) === "stopping") throw new Stopped();
      }
    }
  }

  async #bring(rows: readonly JobRow[]): Promise<void> {
    const ids = rows.map(({ recordId }) => recordId);
    const standing = new Map(await this.#patiently(() => this.#stores.standing(ids)));
    const fresh = rows.filter(({ recordId }) => !standing.has(recordId));
    for (const id of await this.#create(fresh)) standing.set(id, { state: "draft", version: 1 });
    const settled: Record<string, Outcome> = {};
    const toSubmit: { recordId: string; version: number }[] = [];
    for (const row of rows) {
      const { recordId } = row;
      const found = standing.get(recordId);
      if (!found) settled[recordId] = { state: "refused", reason: "not-written" };
      else if (found.state !== "draft") settled[recordId] = { state: "sent" };
      else {
        const missing = row.files.length > 0 ? await this.#patiently(() => this.#stores.upload(row)) : [];
        if (missing.length > 0) settled[recordId] = { state: "draft", files: missing };
        else if (this.job.submits) toSubmit.push({ recordId, version: found.version });
        else settled[recordId] = { state: "draft" };
      }
    }
    const answers = toSubmit.length > 0 ? await this.#patiently(() => this.#submit(toSubmit)) : [];
    for (const answer of answers) settled[answer.recordId] = outcomeOf(answer);
    this.outcomes = { ...this.outcomes, ...settled };
  }

  /** The ids of those that are written now: all together, or one by one where one of them is refused. */
  async #create(rows: readonly JobRow[]): Promise<string[]> {
    if (rows.length === 0) return [];
    const refused = await this.#tryCreate(rows);
    if (!refused) return rows.map(({ recordId }) => recordId);
    const written: string[] = [];
    for (const row of rows) if (!(await this.#tryCreate([row]))) written.push(row.recordId);
    return written;
  }

  async #tryCreate(rows: readonly JobRow[]): Promise<boolean> {
    try {
      await this.#patiently(() => this.#stores.create(rows));
      return false;
    } catch (error) {
      if (!this.#stores.isRefusal(error)) throw error;
      return true;
    }
  }

  /** Those that Firestore gave up on are sent once more. */
  async #submit(items: readonly { recordId: string; version: number }[]): Promise<readonly SubmitAnswer[]> {
    const answers = await this.#stores.submit(items);
    const again = answers.filter(({ reason }) => reason === "try-again");
    if (again.length === 0) return answers;
    await this.#stores.sleep(FIRST_PAUSE_MS);
    const second = await this.#stores.submit(
      items.filter(({ recordId }) => again.some((one) => one.recordId === recordId)),
    );
    return answers.map((answer) => second.find(({ recordId }) => recordId === answer.recordId) ?? answer);
  }
}
