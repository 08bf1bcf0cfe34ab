/** A bucket that dies at its n-th moment, and does nothing from then on. */
import type { Bucket } from "#functions/store/editions.ts";

const ACTS = ["get", "createReadStream", "copy", "delete"];

/** @param moment - counted from 1: each act has one before it is done and, when it is awaited, one after */
export function dying(bucket: Bucket, moment: number): Bucket {
  let passed = 0;
  const pass = () => {
    passed += 1;
    if (passed >= moment) throw new Error("the instance died");
  };
  const file = (...given: Parameters<Bucket["file"]>) =>
    new Proxy(bucket.file(...given), {
      get(target, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        if (!ACTS.includes(String(key))) return value.bind(target);
        return (...args: unknown[]) => {
          pass();
          const done: unknown = value.apply(target, args);
          if (!(done instanceof Promise)) return done;
          return done.then((answer) => {
            pass();
            return answer;
          });
        };
      },
    });
  return new Proxy(bucket, {
    get: (target, key) => (key === "file" ? file : Reflect.get(target, key, target)),
  });
}
