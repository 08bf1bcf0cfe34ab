/** The signed copy while it is uploaded: who signed, when, the file, and how far it has come. */
import { useState } from "preact/hooks";
import { bogotaDay, type Day, isDay } from "#domain/calendar.ts";
import { EVIDENCE_LIMITS, uploadPath } from "#domain/evidence.ts";
import { newRequestId } from "../../../data/call.ts";
import { sendFile } from "../../../data/uploadFile.ts";
import { dayFromTyped } from "../../../forms/parse.ts";
import { useApp } from "../../context.ts";
import { sizeWords } from "../../record/evidence/fileWords.ts";
import { text } from "./texts.ts";

/** What is sent to the functions that take a signed file. */
export interface SentFile {
  readonly by: string;
  readonly on: Day;
  readonly uploadId: string;
  readonly fileName: string;
}

export type SignedField = "sign-by" | "sign-on" | "sign-file";

export interface SignedFile {
  readonly by: string;
  readonly on: string;
  readonly file: File | undefined;
  readonly set: (change: { by?: string; on?: string; file?: File | undefined }) => void;
  /** From 0 to 1 while it is sent. */
  readonly share: number | undefined;
  readonly isWaiting: boolean;
  /** What must be corrected, in the order of the controls. */
  readonly problems: readonly { readonly id: SignedField; readonly message: string }[];
  /** Uploads the file and hands on what the functions are told of it. */
  readonly send: () => Promise<SentFile>;
}

/** @param earliest - the first day that the paper may bear */
export function useSignedFile(earliest: Day): SignedFile {
  const { session } = useApp();
  const [held, hold] = useState<{ by: string; on: string; file: File | undefined }>({
    ...{ by: "", on: "", file: undefined },
  });
  const [uploadId, renew] = useState(newRequestId);
  const [arrived, setArrived] = useState<string>();
  const [share, setShare] = useState<number>();
  const [isWaiting, wait] = useState(false);
  const on = dayFromTyped(held.on);
  return {
    ...{ ...held, share, isWaiting },
    set: (change) => {
      // Another file is another upload.
      if (change.file) renew(newRequestId());
      hold({ ...held, ...change });
    },
    problems: problemsOf({ ...held, on }, earliest),
    send: async () => {
      const { by, file } = held;
      if (!file) throw new Error("no file to send");
      if (arrived !== uploadId) {
        setShare(0);
        try {
          await sendFile(uploadPath(session.actor.uid, uploadId), file, "application/pdf", {
            sent: (bytes) => setShare(bytes / file.size),
            waits: wait,
          }).done;
          setArrived(uploadId);
        } finally {
          setShare(undefined);
        }
      }
      return { by: by.trim(), on, uploadId, fileName: file.name };
    },
  };
}

function problemsOf(
  { by, on, file }: { by: string; on: string; file: File | undefined },
  earliest: Day,
): SignedFile["problems"] {
  const found: { id: SignedField; message: string }[] = [];
  if (by.trim() === "") found.push({ id: "sign-by", message: text("signByMissing") });
  if (!isDay(on)) found.push({ id: "sign-on", message: text("signOnMissing") });
  else if (on > bogotaDay(new Date())) found.push({ id: "sign-on", message: text("signOnFuture") });
  else if (on < earliest) found.push({ id: "sign-on", message: text("signOnEarly") });
  if (!file) found.push({ id: "sign-file", message: text("signFileMissing") });
  else if (!/\.pdf$/i.test(file.name))
    found.push({ id: "sign-file", message: text("signFileNotPdf", { name: file.name }) });
  else if (file.size > EVIDENCE_LIMITS.bytes)
    found.push({
      ...{ id: "sign-file", message: text("signFileLarge", { size: sizeWords(EVIDENCE_LIMITS.bytes) }) },
    });
  return found;
}
