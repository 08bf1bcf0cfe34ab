/** Who made and last changed a document, and its version: the fields that every editable document carries. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";

export const stamps = {
  /** 1 at creation, +1 on every write. */
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  createdAt: z.date(),
  createdBy: idSchema,
  updatedAt: z.date(),
  updatedBy: idSchema,
};
