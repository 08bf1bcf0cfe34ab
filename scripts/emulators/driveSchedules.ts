/** Fires the scheduled functions when they fall due: the Functions emulator does not do so by itself. */
import { isDue } from "./isDue.ts";
import type { Emulators } from "./startEmulators.ts";

interface Backends {
  backends: {
    functionTriggers: { name: string; region: string; schedule?: { schedule: string; timeZone?: string } }[];
  }[];
}

const MINUTE_MS = 60_000;

/** Looks once a minute, until the emulators end. */
export function driveSchedules(emulators: Emulators, log: (line: string) => void): void {
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(
      async () => {
        next();
        await fireDue(emulators, new Date(), log).catch((error: Error) => log(error.message));
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  next();
  void emulators.ended.then(() => clearTimeout(timer));
}

/** Fires those that are due in the minute of `at`, and returns their names. */
export async function fireDue(
  emulators: Emulators,
  at: Date,
  log: (line: string) => void,
): Promise<string[]> {
  const { hosts, projectId } = emulators;
  const answer = await fetch(`http://${hosts.functions}/backends`);
  const { backends } = (await answer.json()) as Backends;
  const due = backends
    .flatMap((backend) => backend.functionTriggers)
    .filter(({ schedule }) => schedule && isDue(schedule.schedule, schedule.timeZone ?? "UTC", at));
  for (const { name, region } of due) {
    const url = `http://${hosts.functions}/${projectId}/${region}/${name}-0`;
    const body = JSON.stringify({ scheduleTime: at.toISOString() });
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    log(`${name} was due: ${response.status}`);
  }
  return due.map(({ name }) => name);
}
