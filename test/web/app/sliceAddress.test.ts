/** Lists can be sent as links: their addresses say which figure they are behind. */
import "../withoutBrowser.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slicesOf } from "#domain/counting/evidence.ts";
import { listAddress, sliceOf } from "../../../web/src/app/indicator/sliceAddress.ts";
import { anySeries } from "../indicators/aSeries.ts";

const queryOf = (address: string) => new URL(address, "https://bitacora.example").searchParams;

describe("the address of a list", () => {
  test("says every figure so that it can be read back", () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        for (const { slice } of slicesOf(series))
          expect(sliceOf(queryOf(listAddress("l1-r1", slice)))).toEqual(slice);
      }),
    );
  });

  test("without a query is that of the official total", () =>
    expect(sliceOf(queryOf("/app/indicadores/l1-r1/registros"))).toEqual({
      standing: "approved",
      time: "strategy",
    }));

  test.each(["time=mañana", "standing=draft", "dimension=planet&value=mars", "dimension=country"])(
    "that names no figure is told apart: %s",
    (query) => expect(sliceOf(new URLSearchParams(query))).toBeUndefined(),
  );
});
