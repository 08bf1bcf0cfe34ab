/** The files of a record that is being written; it tells the form while some are on their way. */
import { useEffect } from "preact/hooks";
import type { RecordAddress } from "../../../data/records.ts";
import { EvidenceEditor } from "./EvidenceEditor.tsx";
import { useUploads } from "./useUploads.ts";

interface Props {
  readonly address: RecordAddress;
  /** Whether Bitácora knows the record: what it does not know has no files. */
  readonly exists: boolean;
  readonly saveRecord: () => Promise<boolean>;
  readonly onBusy: (isBusy: boolean) => void;
}

export function RecordFiles({ address, exists, saveRecord, onBusy }: Props) {
  const uploads = useUploads(address, exists, saveRecord);
  const { isBusy } = uploads.queue;
  useEffect(() => onBusy(isBusy), [isBusy]);
  return <EvidenceEditor address={address} uploads={uploads} />;
}
