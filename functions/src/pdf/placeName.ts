/** The name of a place in the file: hex digits, since readers look names up in the order of their bytes. */
export const placeName = (id: string): string => Buffer.from(id, "utf8").toString("hex");
