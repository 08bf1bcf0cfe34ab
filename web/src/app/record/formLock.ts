/** Whether a form of a record stands open, in this tab or another: it sends what is written in it itself. */
import type { RecordAddress } from "../../data/records.ts";
import { addressKey } from "../../local/Outbox.ts";

const nameOf = (uid: string, address: RecordAddress): string => `bitacora/form/${uid}/${addressKey(address)}`;

/** Says that one stands open, until what is returned is called. */
export function holdForm(uid: string, address: RecordAddress): () => void {
  let release = () => {};
  const closed = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(nameOf(uid, address), { mode: "shared" }, () => closed);
  return release;
}

/** Runs it, unless one stands open. */
export const unlessFormOpen = (
  uid: string,
  address: RecordAddress,
  run: () => Promise<void>,
): Promise<void> =>
  navigator.locks.request(nameOf(uid, address), { ifAvailable: true }, async (lock) => {
    if (lock) await run();
  });
