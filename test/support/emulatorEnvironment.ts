/** Before each test file: tells Google's libraries where the emulators are. */
import { inject } from "vitest";

Object.assign(process.env, inject("emulators").env);
