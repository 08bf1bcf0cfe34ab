/** The pace of calls: a burst, then a steady trickle, each account by itself. */
import { expect, test } from "vitest";
import { rateLimiter } from "#domain/rateLimiter.ts";

const at = (seconds: number) => new Date(1_000 * seconds);
const pace = { burst: 3, perSecond: 0.5, accounts: 2 };

test("lets a burst through, then tells how long to wait", () => {
  const mayCall = rateLimiter(pace);
  expect([0, 0, 0, 0].map((second) => mayCall("ana", at(second)))).toEqual([0, 0, 0, 2]);
});

test("lets the next one in when the wait is over, and not before", () => {
  const mayCall = rateLimiter(pace);
  for (let call = 0; call < 3; call += 1) mayCall("ana", at(0));
  expect([1, 2, 2].map((second) => mayCall("ana", at(second)))).toEqual([1, 0, 2]);
});

test("saves up no more than a burst, and is not fooled by a clock that goes back", () => {
  const mayCall = rateLimiter(pace);
  mayCall("ana", at(0));
  expect([9_999, 9_999, 9_999, 9_999].map((second) => mayCall("ana", at(second)))).toEqual([0, 0, 0, 2]);
  expect(mayCall("ana", at(0))).toBe(2);
});

test("holds each account to its own pace", () => {
  const mayCall = rateLimiter(pace);
  for (let call = 0; call < 4; call += 1) mayCall("ana", at(0));
  expect(mayCall("luz", at(0))).toBe(0);
});

test("forgets the account that called least recently, so that memory stays bounded", () => {
  const mayCall = rateLimiter(pace);
  for (let call = 0; call < 4; call += 1) mayCall("ana", at(0));
  mayCall("luz", at(0));
  expect(mayCall("ana", at(0))).toBe(2);
  mayCall("eva", at(0));
  for (let call = 0; call < 2; call += 1) mayCall("luz", at(0));
  expect(mayCall("luz", at(0))).toBe(0);
});
