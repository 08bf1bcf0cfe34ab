/** `published/editions`: the reports that citizens may download, as one small document that a visit costs no more than. */
import * as z from "zod/mini";
import { bogotaDay } from "../calendar.ts";
import { type Edition, FILE_FORMATS, subjectOf } from "../edition.ts";
import { idSchema } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { editionFileName, reportName, signedFileName } from "./editionNames.ts";
import { lastDayOf } from "./subject.ts";

/** Reports that are named; older ones can still be fetched by their address. */
const MOST = 120;

const fileSchema = z.strictObject({
  /** The last part of its address: `/api/reports/{id}/{address}`. */
  address: z.string().check(z.maxLength(20)),
  format: z.enum(FILE_FORMATS),
  language: z.enum(["es", "en"]),
  name: z.string().check(z.maxLength(LIMITS.line)),
  bytes: z.int(),
  pages: z.exactOptional(z.int()),
  /** The copy that the Counselor signed. */
  isSigned: z.boolean(),
});

const publishedEditionSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(["annual", "monthly"]),
  nameEs: z.string(),
  nameEn: z.string(),
  number: z.int(),
  /** The last day that it is about; the list is in this order, the latest first. */
  until: z.iso.date(),
  publishedOn: z.iso.date(),
  signedBy: z.string(),
  files: z.array(fileSchema).check(z.maxLength(16)),
});
export type PublishedEdition = z.infer<typeof publishedEditionSchema>;

export const publishedEditionsSchema = z.strictObject({
  isDemo: z.boolean(),
  editions: z.array(publishedEditionSchema).check(z.maxLength(MOST)),
});
export type PublishedEditions = z.infer<typeof publishedEditionsSchema>;

/** The last part of the address of the signed copy. */
export const SIGNED_ADDRESS = "firmado.pdf";

/** The last part of a file's address: `es.pdf`. */
export const fileAddress = ({ language, format }: Pick<Edition["files"][number], "language" | "format">) =>
  `${language}.${format}`;

/** The edition as citizens see it. Throws for one that is not signed and published. */
export function publishedEditionOf(id: string, edition: Edition): PublishedEdition {
  const { kind, number, publishedAt, signature, files, issuedOn } = edition;
  if (kind === "half-year" || !publishedAt || !signature) throw new Error(`${id} is not for citizens`);
  const signed = {
    ...({ address: SIGNED_ADDRESS, format: "pdf", language: "es", isSigned: true } as const),
    ...{ name: signedFileName(edition), bytes: signature.bytes },
  };
  return {
    ...{ id, kind, number, nameEs: reportName(edition, "es"), nameEn: reportName(edition, "en") },
    ...{ until: lastDayOf(subjectOf(edition)), publishedOn: bogotaDay(publishedAt), signedBy: signature.by },
    files: [
      ...files.map((file) => ({
        ...{ address: fileAddress(file), format: file.format, language: file.language },
        ...{ name: editionFileName(edition, file), bytes: file.bytes, isSigned: false },
        ...(file.pages !== undefined && { pages: file.pages }),
      })),
      // What was brought in is the signed copy itself.
      ...(issuedOn === undefined ? [signed] : []),
    ],
  };
}

/** The list with one more; a later edition of the same report stands before the earlier ones. */
export function withPublished(
  before: PublishedEditions | undefined,
  edition: PublishedEdition,
  isDemo: boolean,
): PublishedEditions {
  const all = [edition, ...(before?.editions ?? []).filter(({ id }) => id !== edition.id)];
  const latestFirst = all.sort((a, b) =>
    a.until !== b.until
      ? a.until < b.until
        ? 1
        : -1
      : a.kind !== b.kind
        ? a.kind < b.kind
          ? -1
          : 1
        : b.number - a.number,
  );
  return { isDemo, editions: latestFirst.slice(0, MOST) };
}
