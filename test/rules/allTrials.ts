/** All trials but the random documents: lies first, since one field apart they tell most rules from their mutants. */
import { MATRIX } from "./attackMatrix.ts";
import { CONTRACT } from "./contractTrials.ts";
import { LIES } from "./lies.ts";
import type { Trial } from "./trial.ts";

export const ALL_TRIALS: readonly Trial[] = [...LIES, ...MATRIX, ...CONTRACT];
