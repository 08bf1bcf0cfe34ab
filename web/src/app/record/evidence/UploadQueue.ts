/** The files that a person has picked: sent one after the other, cancelled, tried again. */
import {
  EVIDENCE_LIMITS,
  EVIDENCE_TYPES,
  type EvidenceProblem,
  type EvidenceType,
  typeOfName,
  uploadPath,
} from "#domain/evidence.ts";
import { safeFileName } from "#domain/fileName.ts";
import type { Sending, Told } from "../../../data/uploadFile.ts";

/**
 * `held`: waits for the connection; `checking`: all is sent, the server looks at it; `cancelling`: what was sent is being
 * deleted; `failed`: may be tried again; `refused`: the form itself says no.
 */
export type UploadPhase = "waiting" | "sending" | "held" | "checking" | "cancelling" | "failed" | "refused";

export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly name: string;
  readonly type: EvidenceType | undefined;
  readonly sent: number;
  readonly phase: UploadPhase;
  readonly problem?: EvidenceProblem;
}

/** What the queue needs of the world. */
export interface UploadStores {
  readonly uid: string;
  readonly newId: () => string;
  /** Has the record saved, so that a file can belong to it; whether it could be. */
  readonly saveRecord: () => Promise<boolean>;
  readonly announce: (id: string, file: { name: string; type: EvidenceType; bytes: number }) => Promise<void>;
  readonly send: (path: string, file: Blob, contentType: string, told: Told) => Sending;
  readonly finish: (id: string) => Promise<{ state: string }>;
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

const IN_WORK: readonly UploadPhase[] = ["waiting", "sending", "held", "checking"];

export class UploadQueue {
  uploads: readonly Upload[] = [];
  readonly #stores: UploadStores;
  readonly #tell: () => void;
  readonly #sendings = new Map<string, Sending>();
  readonly #announced = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(stores: UploadStores, tell: () => void) {
    this.#stores = stores;
    this.#tell = tell;
  }

  get isBusy(): boolean {
    return this.uploads.some(({ phase }) => IN_WORK.includes(phase));
  }

  /** @param room - how many more files the record may hold */
  add(files: readonly File[], room: number): void {
    let left = room - this.uploads.filter(({ phase }) => IN_WORK.includes(phase)).length;
    for (const file of files) {
      const name = safeFileName(file.name);
      let problem = problemOf(name, file.size);
      if (problem === undefined && left <= 0) problem = "too-many";
      if (problem === undefined) left -= 1;
      const id = this.#stores.newId();
      this.uploads = [
        ...this.uploads,
        {
          ...{ id, file, name, type: typeOfName(name), sent: 0 },
          ...(problem ? { phase: "refused", problem } : { phase: "waiting" }),
        },
      ];
      if (!problem) this.#enqueue(id);
    }
    this.#tell();
  }

  retry(id: string): void {
    this.#change(id, { phase: "waiting", sent: 0 });
    this.#enqueue(id);
  }

  /** Takes the file off the list, wherever it is, once nothing of it is left. Throws when the server cannot be asked. */
  async cancel(id: string): Promise<void> {
    this.#change(id, { phase: "cancelling" });
    this.#sendings.get(id)?.cancel();
    if (this.#announced.has(id)) {
      try {
        await this.#stores.remove(id);
      } catch (error) {
        this.#change(id, { phase: "failed" });
        throw error;
      }
      this.#announced.delete(id);
      await this.#stores.settled();
    }
    this.#takeOff(id);
  }

  /** Stops all of them; what is half sent can be picked again. */
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

  #enqueue(id: string): void {
    this.#last = this.#last.then(() => this.#run(id));
  }

  async #run(id: string): Promise<void> {
    const upload = this.#find(id);
    if (!upload?.type || upload.phase !== "waiting") return;
    this.#change(id, { phase: "sending" });
    try {
      await this.#send(upload, upload.type);
    } catch (error) {
      // Of a cancelled one nothing is left to tell.
      if (this.#isGivenUp(id)) return;
      console.error(error);
      this.#change(id, { phase: "failed" });
    } finally {
      this.#sendings.delete(id);
    }
  }

  async #send({ id, file, name }: Upload, type: EvidenceType): Promise<void> {
    const { uid, saveRecord, announce, send, finish, settled } = this.#stores;
    if (!(await saveRecord())) throw new Error("the record could not be saved");
    const isAgain = this.#announced.has(id);
    if (!isAgain) await announce(id, { name, type, bytes: file.size });
    this.#announced.add(id);
    // Cancelled meanwhile: what was announced is taken back.
    if (this.#isGivenUp(id)) return this.cancel(id);
    // When only an answer was lost, the file has arrived already.
    if (!isAgain || (await finish(id)).state === "uploading") {
      const sending = send(uploadPath(uid, id), file, EVIDENCE_TYPES[type].mime, {
        sent: (sent) => this.#change(id, { sent }),
        waits: (waits) => this.#change(id, { phase: waits ? "held" : "sending" }),
      });
      this.#sendings.set(id, sending);
      await sending.done;
      this.#change(id, { phase: "checking", sent: file.size });
      if ((await finish(id)).state === "uploading") throw new Error("the file did not arrive");
    }
    this.#announced.delete(id);
    await settled();
    this.#takeOff(id);
  }
}
