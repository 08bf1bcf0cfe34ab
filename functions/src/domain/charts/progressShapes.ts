/** A bar towards a target: its track ends at the target. */
import type { ShapeOf } from "./Shape.ts";

/** @param share - of the target; what is over or under it is drawn as the whole or nothing */
export function progressShapes(
  share: number,
  { width, height }: { readonly width: number; readonly height: number },
): ShapeOf<"rectangle">[] {
  const reached = Math.min(1, Math.max(0, share)) * width;
  return [
    { kind: "rectangle", role: "track", x: 0, y: 0, width, height },
    { kind: "rectangle", role: "reached", x: 0, y: 0, width: reached, height },
  ];
}
