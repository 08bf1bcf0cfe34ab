/** What the jobs that write letters are given in the cloud: besides the rest, the project's own address. */
import type { MailContext } from "../jobs/MailContext.ts";
import { cloudContext } from "./context.ts";

export const mailContext = (): MailContext => ({
  ...cloudContext(),
  appUrl: `https://${process.env.GCLOUD_PROJECT}.web.app`,
});
