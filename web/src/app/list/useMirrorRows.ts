/** The records that this computer knows, brought up to date while they are looked at. */
import { useCallback, useEffect, useReducer, useState } from "preact/hooks";
import { isUnreachable } from "../../data/isUnreachable.ts";
import type { Mirror } from "../../local/Mirror.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";

export interface MirrorRows {
  readonly rows: readonly MirrorRow[];
  /** Changes with the rows. */
  readonly revision: number;
  /** Whether Bitácora is being asked. */
  readonly isFetching: boolean;
  /** Why it could not be asked; without a connection the rows are those of the last time. */
  readonly failure: unknown;
  readonly fetchAgain: () => void;
}

export function useMirrorRows(mirror: Mirror): MirrorRows {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [isFetching, setFetching] = useState(true);
  const [failure, setFailure] = useState<unknown>();
  const fetchAgain = useCallback(() => {
    setFetching(true);
    mirror
      .sync({ always: true })
      .then(() => setFailure(undefined))
      .catch((error) => {
        if (!isUnreachable(error)) console.error(error);
        setFailure(error);
      })
      .finally(() => setFetching(false));
  }, [mirror]);
  useEffect(() => mirror.onChange(() => draw(0)), [mirror]);
  useEffect(fetchAgain, [fetchAgain]);
  return { rows: mirror.rows, revision: mirror.revision, isFetching, failure, fetchAgain };
}
