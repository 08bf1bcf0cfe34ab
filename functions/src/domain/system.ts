/** `config/system`: what kind of installation this is. */
import * as z from "zod/mini";

export const systemSchema = z.strictObject({
  /** Generated data moves the figures here, and every page and report says so. */
  isDemo: z.boolean(),
});
export type System = z.infer<typeof systemSchema>;
