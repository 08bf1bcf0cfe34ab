/** What charts are made of: a screen draws it as SVG, paper as PDF; both from the same numbers. */

/** What a shape stands for; whoever draws it gives it its colour. */
export type Role = "axis" | "column" | "target" | "value" | "label" | "target-label" | "track" | "reached";

export type Shape =
  | {
      readonly kind: "rectangle";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: "line";
      readonly role: Role;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  /** `y` is the baseline. */
  | {
      readonly kind: "text";
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly anchor: "middle" | "end";
      readonly text: string;
    };

export type ShapeOf<K extends Shape["kind"]> = Extract<Shape, { kind: K }>;
