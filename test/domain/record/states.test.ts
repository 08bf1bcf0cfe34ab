import { describe, expect, test } from "vitest";
import { type Actor, MOVES, type Movable, type Move, refusalOf, STATES } from "#domain/record/states.ts";

const focal: Actor = { uid: "movilidad", roles: ["focal"], entityIds: ["sdm"] };
const otherFocal: Actor = { uid: "mujer", roles: ["focal"], entityIds: ["sdmujer"] };
const office: Actor = { uid: "oficina", roles: ["office"], entityIds: ["secretaria-general"] };
const viewer: Actor = { uid: "comision", roles: ["viewer"], entityIds: [] };
const admin: Actor = { uid: "admin", roles: ["admin"], entityIds: [] };

const record = (state: Movable["state"]): Movable => ({
  entityId: "sdm",
  state,
  createdBy: "movilidad",
  updatedBy: "movilidad",
  review: { submittedBy: "movilidad" },
});

const REASON = "Falta la fecha de firma";

describe("a record's states", () => {
  test("follow the allowed arrows and no other", () => {
    const moved = STATES.flatMap((state) =>
      (Object.keys(MOVES) as Move[])
        .filter((move) => !refusalOf(move, record(state), move === "submit" ? focal : office, REASON))
        .map((move) => `${state} → ${MOVES[move].to}`),
    );
    expect(moved).toEqual([
      "draft → submitted",
      "submitted → approved",
      "submitted → returned",
      "returned → submitted",
      "approved → withdrawn",
      "withdrawn → approved",
    ]);
  });

  test.each([
    ["submit", "draft", otherFocal, "not-yours"],
    ["submit", "draft", office, "not-yours"],
    ["approve", "submitted", focal, "office-only"],
    ["approve", "submitted", viewer, "office-only"],
    ["approve", "submitted", admin, "office-only"],
    ["withdraw", "approved", focal, "office-only"],
    ["return", "approved", office, "wrong-state"],
    ["restore", "withdrawn", focal, "office-only"],
    ["restore", "returned", office, "wrong-state"],
  ] as const)("refuse to %s a %s one for the wrong person or state", (move, state, actor, refusal) => {
    expect(refusalOf(move, record(state), actor, REASON)).toBe(refusal);
  });

  test("need a reason to return, withdraw or restore, and a blank one is none", () => {
    expect(refusalOf("restore", record("withdrawn"), office, " ")).toBe("reason-missing");
    expect(refusalOf("return", record("submitted"), office, "  ")).toBe("reason-missing");
    expect(refusalOf("withdraw", record("approved"), office, undefined)).toBe("reason-missing");
  });

  test.each(["createdBy", "updatedBy", "submittedBy"] as const)(
    "let nobody approve what is theirs by %s",
    (author) => {
      const own =
        author === "submittedBy"
          ? { ...record("submitted"), review: { submittedBy: office.uid } }
          : { ...record("submitted"), [author]: office.uid };
      expect(refusalOf("approve", own, office, undefined)).toBe("own-record");
      expect(refusalOf("approve", record("submitted"), office, undefined)).toBeUndefined();
    },
  );

  test("let who withdrew a record restore it, but not who wrote it", () => {
    expect(
      refusalOf("restore", { ...record("withdrawn"), updatedBy: office.uid }, office, REASON),
    ).toBeUndefined();
    expect(refusalOf("restore", { ...record("withdrawn"), createdBy: office.uid }, office, REASON)).toBe(
      "own-record",
    );
  });
});
