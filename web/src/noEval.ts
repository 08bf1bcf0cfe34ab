/** Keeps zod from compiling code at run time, which the Content-Security-Policy forbids. Imported before any schema. */
import * as z from "zod/mini";

z.config({ jitless: true });
