/** Steps in at one method of a real object, to make happen in between what happens seldom. */

/**
 * The same object, but for calls of `method`: `step` is given the call and returns what the caller gets.
 *
 * @param step - calls `call` when, and as often as, the real thing is to happen
 */
export function watch<T extends object>(
  target: T,
  method: keyof T,
  step: (call: () => unknown, args: readonly unknown[]) => unknown,
): T {
  return new Proxy(target, {
    get(_, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        const call = () => Reflect.apply(member, target, args);
        return key === method ? step(call, args) : call();
      };
    },
  });
}
