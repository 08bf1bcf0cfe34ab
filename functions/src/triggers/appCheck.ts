/** Whether calls must come from the app itself, which Firebase App Check proves. */

/**
 * `APP_CHECK=enforce` in `functions/.env.PROJECT` turns it on; without it calls are not checked. No deploy-time
 * parameter: for one without a value the Functions emulator asks on the terminal, and whatever starts it waits for ever.
 *
 * @throws Error for any other value, so that a slip of the pen does not leave it off
 */
export function enforcesAppCheck({
  APP_CHECK: value,
}: Readonly<Record<string, string | undefined>>): boolean {
  if (value === undefined || value === "" || value === "off") return false;
  if (value === "enforce") return true;
  throw new Error(`APP_CHECK is "${value}": "enforce" turns it on, "off" or nothing leaves it off`);
}
