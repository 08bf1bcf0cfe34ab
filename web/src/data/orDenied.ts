/** Tells what the rules refuse from what failed. */

/** What is loaded, or that the reader may not see it; whatever else goes wrong is thrown. */
export async function orDenied<T>(loading: Promise<T>): Promise<T | "denied"> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "permission-denied") return "denied";
    throw error;
  }
}
