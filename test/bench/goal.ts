/** What a bench must reach, and what it did. */
export interface Goal {
  readonly goal: string;
  readonly found: string;
  readonly isReached: boolean;
}

export function noMoreThan(goal: string, value: number, most: number, unit = ""): Goal {
  const write = (number: number) => `${Number(number.toPrecision(3))}${unit}`;
  return { goal, found: `${write(value)} (at most ${write(most)})`, isReached: value <= most };
}

/** Prints each; a goal that is missed fails the process. */
export function judge(goals: readonly Goal[]): void {
  for (const { goal, found, isReached } of goals) {
    console.log(`${isReached ? "reached" : "MISSED "}  ${goal}: ${found}`);
    if (!isReached) process.exitCode = 1;
  }
}
