/** What the machine lacks or what stands in the way, said in one line that a person can act on. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Runs a command's main function; a refusal ends the process with its one line and status 1. */
export async function orRefuse(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
