/** The time of day of an instant, as the clocks of Bogotá show it: `21:42`. */
export const timeOf = (instant: Date): string =>
  instant.toLocaleTimeString("es-CO", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "America/Bogota",
  });
