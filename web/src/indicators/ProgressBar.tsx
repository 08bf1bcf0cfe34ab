/** A bar towards a target; the number beside it says the same in words, so readers of screens skip the bar. */
import { progressShapes } from "#domain/charts/progressShapes.ts";
import { ShapeMark } from "./ShapeMark.tsx";

const FRAME = { width: 100, height: 8 } as const;

export function ProgressBar({ share }: { share: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {progressShapes(share, FRAME).map((shape) => (
        <ShapeMark key={shape.role} shape={shape} />
      ))}
    </svg>
  );
}
