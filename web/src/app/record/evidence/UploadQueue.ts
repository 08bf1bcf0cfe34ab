/**
 * The files that a person has picked: sent one after the other, cancelled, tried again. This computer keeps each until
 * Bitácora has it, so that one that was picked without a connection goes out later, by this queue or by another.
 */
import {
  EVIDENCE_LIMITS,
  EVIDENCE_TYPES,
  type EvidenceProblem,
  type EvidenceType,
  typeOfName,
  uploadPath,
} from "#domain/evidence.ts";
import { safeFileName } from "#domain/fileName.ts";
import { isUnreachable } from "../../../data/isUnreachable.ts";
import type { Sending, Told } from "../../../data/uploadFile.ts";

/**
 * `held`: waits half-way for the connection; `kept`: Bitácora could not be reached; `checking`: all is sent, the server
 * looks at it; `cancelling`: what was sent is being deleted; `failed`: may be tried again; `refused`: the form itself says
 * no.
 */
export type UploadPhase =
  | "waiting"
  | "sending"
  | "held"
  | "kept"
  | "checking"
  | "cancelling"
  | "failed"
  | "refused";

/** A file that may be sent. */
export interface Picked {
  readonly id: string;
  readonly file: File;
  readonly name: string;
  readonly type: EvidenceType;
}

export interface Upload extends Omit<Picked, "type"> {
  readonly type: EvidenceType | undefined;
  readonly sent: number;
  readonly phase: UploadPhase;
  readonly problem?: EvidenceProblem;
}

/** What the queue needs of the world. */
export interface UploadStores {
  readonly uid: string;
  readonly newId: () => string;
  /** Keeps it on this computer; whether that could be. */
  readonly keep: (picked: Picked, isAnnounced: boolean) => Promise<boolean>;
  readonly isKept: (id: string) => Promise<boolean>;
  readonly forget: (id: string) => Promise<void>;
  /** Runs it once no other tab is at the file. */
  readonly alone: (id: string, run: () => Promise<void>) => Promise<void>;
  /** Has the record saved, so that a file can belong to it; whether Bitácora took it. Throws when it cannot be reached. */
  readonly saveRecord: () => Promise<boolean>;
  readonly announce: (id: string, file: { name: string; type: EvidenceType; bytes: number }) => Promise<void>;
  readonly send: (path: string, file: Blob, contentType: string, told: Told) => Sending;
  /** `undefined` for a file that Bitácora has never heard of. */
  readonly finish: (id: string) => Promise<{ state: string } | undefined>;
  readonly remove: (id: string) => Promise<unknown>;
  /** The record's files have changed. */
  readonly settled: () => Promise<void>;
}

/** What the form sees of a file by itself. */
export function problemOf(name: string, bytes: number): EvidenceProblem | undefined {
  if (typeOfName(name) === undefined) return "type-not-allowed";
  if (bytes === 0) return "empty";
  return bytes > EVIDENCE_LIMITS.bytes ? "too-large" : undefined;
}

const IN_WORK: readonly UploadPhase[] = ["waiting", "sending", "checking"];
const TAKES_ROOM: readonly UploadPhase[] = [...IN_WORK, "held", "kept"];

export class UploadQueue {
  uploads: readonly Upload[] = [];
  readonly #stores: UploadStores;
  readonly #tell: () => void;
  readonly #sendings = new Map<string, Sending>();
  /** Those that Bitácora may have heard of, and those that it is being told of. */
  readonly #announced = new Set<string>();
  readonly #announcing = new Set<string>();
  readonly #restored = new Set<string>();
  readonly #kept = new Map<string, Promise<boolean>>();
  #last: Promise<void> = Promise.resolve();

  constructor(stores: UploadStores, tell: () => void) {
    this.#stores = stores;
    this.#tell = tell;
  }

  /** Whether something is on its way now; what waits for the connection is safe where it is. */
  get isBusy(): boolean {
    return this.uploads.some(({ phase }) => IN_WORK.includes(phase));
  }

  /** @param room - how many more files the record may hold */
  add(files: readonly File[], room: number): void {
    let left = room - this.uploads.filter(({ phase }) => TAKES_ROOM.includes(phase)).length;
    for (const file of files) {
      const name = safeFileName(file.name);
      let problem = problemOf(name, file.size);
      if (problem === undefined && left <= 0) problem = "too-many";
      if (problem === undefined) left -= 1;
      const [id, type] = [this.#stores.newId(), typeOfName(name)];
      this.uploads = [
        ...this.uploads,
        {
          ...{ id, file, name, type, sent: 0 },
          ...(problem ? { phase: "refused", problem } : { phase: "waiting" }),
        },
      ];
      if (problem || !type) continue;
      this.#kept.set(id, this.#stores.keep({ id, file, name, type }, false));
      this.#enqueue(id);
    }
    this.#tell();
  }

  /** Goes on with what this computer has kept. */
  restore(files: readonly (Picked & { readonly isAnnounced: boolean })[]): void {
    for (const { id, file, name, type, isAnnounced } of files) {
      if (this.#find(id)) continue;
      this.uploads = [...this.uploads, { id, file, name, type, sent: 0, phase: "waiting" }];
      this.#restored.add(id);
      this.#kept.set(id, Promise.resolve(true));
      if (isAnnounced) this.#announced.add(id);
      this.#enqueue(id);
    }
    this.#tell();
  }

  /** Tries again what could not be sent without a connection. */
  goOn(): void {
    for (const { id, phase } of this.uploads) if (phase === "kept") this.retry(id);
  }

  /** Settles once nothing more is tried. */
  async idle(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }

  retry(id: string): void {
    this.#change(id, { phase: "waiting", sent: 0 });
    this.#enqueue(id);
  }

  /** Takes the file off the list, wherever it is, once nothing of it is left. Throws when the server cannot be asked. */
  async cancel(id: string): Promise<void> {
    this.#change(id, { phase: "cancelling" });
    this.#sendings.get(id)?.cancel();
    if (this.#announced.has(id) && !this.#announcing.has(id)) {
      try {
        await this.#stores.remove(id);
      } catch (error) {
        this.#change(id, { phase: "failed" });
        throw error;
      }
      this.#announced.delete(id);
      await this.#stores.settled();
    }
    await this.#forget(id);
    this.#takeOff(id);
  }

  /** Stops all of them; this computer keeps what has not arrived. */
  close(): void {
    for (const sending of this.#sendings.values()) sending.cancel();
    this.uploads = [];
  }

  #find(id: string): Upload | undefined {
    return this.uploads.find((upload) => upload.id === id);
  }

  #isGivenUp(id: string): boolean {
    const upload = this.#find(id);
    return !upload || upload.phase === "cancelling";
  }

  #takeOff(id: string): void {
    this.uploads = this.uploads.filter((upload) => upload.id !== id);
    this.#tell();
  }

  #change(id: string, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
    this.#tell();
  }

  async #forget(id: string): Promise<void> {
    if (await this.#kept.get(id)) await this.#stores.forget(id);
    this.#kept.delete(id);
  }

  #enqueue(id: string): void {
    this.#last = this.#last.then(() => this.#stores.alone(id, () => this.#run(id)));
  }

  async #run(id: string): Promise<void> {
    const upload = this.#find(id);
    if (!upload?.type || upload.phase !== "waiting") return;
    if (this.#restored.has(id) && !(await this.#stores.isKept(id))) {
      // Another tab has sent it meanwhile.
      await this.#stores.settled();
      return this.#takeOff(id);
    }
    this.#change(id, { phase: "sending" });
    try {
      await this.#send({ ...upload, type: upload.type });
    } catch (error) {
      // Of a cancelled one nothing is left to tell.
      if (this.#isGivenUp(id)) return;
      const waits = isUnreachable(error) && (await this.#kept.get(id));
      if (!waits) console.error(error);
      this.#change(id, { phase: waits ? "kept" : "failed" });
    } finally {
      this.#sendings.delete(id);
    }
  }

  async #announce({ id, name, type, file }: Picked): Promise<void> {
    this.#announced.add(id);
    this.#announcing.add(id);
    try {
      await this.#stores.announce(id, { name, type, bytes: file.size });
    } finally {
      this.#announcing.delete(id);
    }
  }

  async #send(picked: Picked): Promise<void> {
    const { uid, keep, saveRecord, send, finish, settled } = this.#stores;
    const { id, file, type } = picked;
    if (!(await saveRecord())) throw new Error("the record could not be saved");
    // When only an answer was lost, the file has arrived already.
    let state = this.#announced.has(id) ? (await finish(id))?.state : undefined;
    if (state === undefined) {
      if (await this.#kept.get(id)) await keep(picked, true);
      await this.#announce(picked);
      state = "uploading";
    }
    // Cancelled meanwhile: what was announced is taken back.
    if (this.#isGivenUp(id)) return this.cancel(id);
    if (state === "uploading") {
      const sending = send(uploadPath(uid, id), file, EVIDENCE_TYPES[type].mime, {
        sent: (sent) => this.#change(id, { sent }),
        waits: (waits) => this.#change(id, { phase: waits ? "held" : "sending" }),
      });
      this.#sendings.set(id, sending);
      await sending.done;
      this.#change(id, { phase: "checking", sent: file.size });
      if ((await finish(id))?.state === "uploading") throw new Error("the file did not arrive");
    }
    this.#announced.delete(id);
    await this.#forget(id);
    await settled();
    this.#takeOff(id);
  }
}
