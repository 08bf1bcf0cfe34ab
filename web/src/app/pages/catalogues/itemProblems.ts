/** What is wrong with an item of a list, in the reader's language, beside the control that it is about. */
import type { CatalogueId, CatalogueItem } from "#domain/catalogue.ts";
import { CATALOGUE_SHAPES } from "#domain/checkCatalogueItem.ts";
import type { Problem } from "#domain/problem.ts";
import type { FieldError } from "../../../components/ErrorSummary.tsx";
import { nameOf } from "../../../i18n/language.ts";
import { text } from "./texts.ts";

/** `known` finds the items that a problem names. */
export function itemErrors(
  problems: readonly Problem[],
  catalogueId: CatalogueId,
  known: (id: string) => CatalogueItem | undefined,
): FieldError[] {
  const { isPeriod } = CATALOGUE_SHAPES[catalogueId];
  return problems.map((problem) => ({ id: problem.path, message: messageOf(problem, isPeriod, known) }));
}

function messageOf(
  { path, code, limit, others = [] }: Problem,
  isPeriod: boolean | undefined,
  known: (id: string) => CatalogueItem | undefined,
): string {
  const names = others
    .map((id) => {
      const item = known(id);
      return item ? nameOf(item) : id;
    })
    .join(", ");
  if (code === "too-long") return text("errorLong", { limit: limit ?? 0 });
  if (code === "twice") return text("errorTwice", { others: names });
  switch (path) {
    case "id":
      return text(code === "unexpected" ? "errorFixed" : isPeriod ? "errorPeriodId" : "errorId");
    case "nameEs":
      return text("errorMissingNameEs");
    case "nameEn":
      return text("errorMissingNameEn");
    case "parentId":
      return text(code === "retired-reference" ? "errorRetiredParent" : "errorMissingParent");
    case "number":
      return text("errorNumber");
    case "dueOn":
      return text(
        code === "missing" ? "errorMissingDue" : code === "before-start" ? "errorDueEarly" : "errorDueNoDay",
      );
    case "active":
      return names === "" ? text("errorNeeded") : text("errorNeededBy", { others: names });
    default:
      return text("errorOther");
  }
}
