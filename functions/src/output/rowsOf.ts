/** The rows of a table, whether they stream or not; now and then it tells how far it has come. */
import type { BlockOf, Row } from "../domain/annualReport/block.ts";
import { ROWS_PER_STEP } from "./RenderStep.ts";

export async function* rowsOf(
  { rows }: BlockOf<"table">,
  onStep: () => void | Promise<void>,
): AsyncGenerator<Row, void, void> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count % ROWS_PER_STEP === 0) await onStep();
  }
}
