/** An instance of a function, with a database of its own that fails once it has died. */
import type { Firestore } from "firebase-admin/firestore";
import { tapped } from "../support/tapped.ts";
import type { Death } from "./planOf.ts";

/** What those who wait for a dead instance get: the platform delivers again. */
export class Died extends Error {}

export interface Instance {
  readonly db: Firestore;
  isDead: boolean;
  /** Lets it die, in a while. */
  die(death: Death): void;
}

/**
 * @param late - gets what a dead instance had sent, and Firestore carries out only after it was given up
 * @param onDeath - told of its end
 */
export function instanceOn(
  db: Firestore,
  late: Promise<unknown>[],
  onDeath: (moment: Death["moment"]) => void,
): Instance {
  let coming: Death | undefined;
  const instance: Instance = {
    isDead: false,
    die(death) {
      coming = death;
    },
    db: tapped(db, async (request, send) => {
      if (instance.isDead) throw new Died("it had died");
      const isWrite = request.writes.length > 0;
      const isTold = coming !== undefined && (isWrite || coming.moment === "before");
      if (coming === undefined || !isTold || coming.others > 0) {
        if (coming && isTold) coming = { ...coming, others: coming.others - 1 };
        const answer = await send();
        // Another request of the same instance may have been its end meanwhile.
        if (instance.isDead) throw new Died("it died before the answer came");
        return answer;
      }
      instance.isDead = true;
      const { moment } = coming;
      onDeath(moment);
      if (moment === "after") await unheard(send());
      if (moment === "late") late.push(unheard(afterOthers().then(send)));
      throw new Died(`it died ${moment} a request`);
    }),
  };
  return instance;
}

/** Nobody is left who would hear whether it failed. */
const unheard = (sent: Promise<unknown>) => sent.catch(() => undefined);

/** Long enough for the delivery to be made again, and to meet what arrives late. */
const afterOthers = () => new Promise((resolve) => setTimeout(resolve, 20));
