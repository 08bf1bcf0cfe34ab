/** Writes many documents, as an import does: some hundreds in a commit. */
import type { Firestore } from "firebase-admin/firestore";
import { atMost } from "./atMost.ts";

const AT_ONCE = 300;
const COMMITS = 4;

/** @param written - told of the paths of each commit, once it stands */
export async function writeAll(
  db: Firestore,
  documents: ReadonlyMap<string, object>,
  written: (paths: readonly string[]) => void = () => undefined,
): Promise<void> {
  const all = [...documents];
  const run = atMost(COMMITS);
  const commits = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) =>
    run(async () => {
      const some = all.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
      const batch = db.batch();
      for (const [path, document] of some) batch.set(db.doc(path), document);
      await batch.commit();
      written(some.map(([path]) => path));
    }),
  );
  await Promise.all(commits);
}
