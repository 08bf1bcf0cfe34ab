/** A shape of a chart as SVG; the style sheet gives each role its colour. */
import type { Shape } from "#domain/charts/Shape.ts";

export function ShapeMark({ shape }: { shape: Shape }) {
  if (shape.kind === "rectangle") {
    const { role, x, y, width, height } = shape;
    return <rect class={role} x={x} y={y} width={width} height={height} />;
  }
  if (shape.kind === "line") {
    const { role, x1, y1, x2, y2 } = shape;
    return <line class={role} x1={x1} y1={y1} x2={x2} y2={y2} />;
  }
  const { role, x, y, anchor, text } = shape;
  return (
    <text class={role} x={x} y={y} text-anchor={anchor}>
      {text}
    </text>
  );
}
