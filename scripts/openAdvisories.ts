/** What `npm audit` found, less the exceptions that still hold. */
import * as z from "zod";

const advisorySchema = z.object({
  name: z.string(),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
});

/** The part that is read of npm's report. */
export const auditReportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});
export type AuditReport = z.infer<typeof auditReportSchema>;

export const exceptionsSchema = z.strictObject({
  about: z.string(),
  exceptions: z.array(
    z.strictObject({
      advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
      package: z.string(),
      reason: z.string().min(1),
      listedOn: z.iso.date(),
      until: z.iso.date(),
    }),
  ),
});
export type Exception = z.infer<typeof exceptionsSchema>["exceptions"][number];

/** One line for each advisory that no exception covers on this day (`YYYY-MM-DD`), sorted. */
export function openAdvisories(
  reports: readonly AuditReport[],
  exceptions: readonly Exception[],
  today: string,
): string[] {
  const found = reports
    .flatMap(({ vulnerabilities }) => Object.values(vulnerabilities))
    .flatMap(({ via }) => via)
    .filter((cause) => typeof cause !== "string");
  const isExcepted = ({ name, url }: (typeof found)[number]) =>
    exceptions.some((one) => url.endsWith(`/${one.advisory}`) && one.package === name && today <= one.until);
  const lines = found
    .filter((advisory) => !isExcepted(advisory))
    .map(({ name, severity, title, url }) => `${severity} · ${name} · ${title} · ${url}`);
  return [...new Set(lines)].sort();
}
