/** Which page stands at which address, who may open it; its script comes when it is first asked for. */
import type { ComponentType } from "preact";
import type { Role } from "#domain/record/states.ts";
import { MyRecords } from "./pages/MyRecords.tsx";
import { NewRecord } from "./pages/NewRecord.tsx";
import { RecordPage } from "./pages/RecordPage.tsx";
import { match } from "./router.ts";

/** The `:name` parts of an address. */
type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & Params<Rest>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : object;

/** A page, drawn with the `:name` parts of its address as its properties. */
type Page = ComponentType<Readonly<Record<string, string>>>;

export interface Route {
  readonly path: string;
  /** Absent: whoever may enter the app. */
  readonly roles?: readonly Role[];
  readonly load: () => Promise<Page>;
}

const route = <Path extends string>(
  path: Path,
  load: () => Promise<ComponentType<Params<Path>>>,
  ...roles: readonly Role[]
): Route => ({
  path,
  load: load as () => Promise<Page>,
  ...(roles.length > 0 && { roles }),
});

/** The first that fits an address is its page. */
export const ROUTES: readonly Route[] = [
  route("/app/registros", async () => MyRecords, "focal", "office"),
  route("/app/registros/nuevo", async () => NewRecord, "focal", "office"),
  route("/app/registros/todos", async () => (await import("./list/AllRecords.tsx")).AllRecords),
  route(
    "/app/registros/copiar/:entityId/:recordId",
    async () => (await import("./list/CopyRecord.tsx")).CopyRecord,
    "focal",
    "office",
  ),
  route("/app/registros/nuevo/:newKind/:entityId/:recordId", async () => RecordPage),
  route("/app/registros/:entityId/:recordId", async () => RecordPage),
  route(
    "/app/nota",
    async () => (await import("./pages/quickNote/QuickNote.tsx")).QuickNote,
    "focal",
    "office",
  ),
  route("/app/actores", async () => (await import("./pages/partners/Partners.tsx")).Partners),
  route(
    "/app/actores/:partnerId",
    async () => (await import("./pages/partners/PartnerPage.tsx")).PartnerPage,
  ),
  route(
    "/app/actores/:partnerId/editar",
    async () => (await import("./pages/partners/EditPartner.tsx")).EditPartner,
    "office",
  ),
  route(
    "/app/actores/:partnerId/unir/:otherId",
    async () => (await import("./pages/partners/MergePartners.tsx")).MergePartners,
    "office",
  ),
  route(
    "/app/duplicados",
    async () => (await import("./pages/duplicates/Duplicates.tsx")).Duplicates,
    "office",
  ),
  route(
    "/app/duplicados/:pairId",
    async () => (await import("./pages/duplicates/ProposeMerge.tsx")).ProposeMerge,
    "office",
  ),
  route(
    "/app/unir/:mergeId",
    async () => (await import("./pages/duplicates/DecideMerge.tsx")).DecideMerge,
    "focal",
    "office",
  ),
  route(
    "/app/registros/:entityId/:recordId/modificar",
    async () => (await import("./pages/AmendRecord.tsx")).AmendRecord,
  ),
  route(
    "/app/registros/:entityId/:recordId/historia/:version",
    async () => (await import("./pages/RecordVersion.tsx")).RecordVersion,
  ),
  route(
    "/app/importar",
    async () => (await import("./pages/sheetImport/SheetImport.tsx")).SheetImport,
    "focal",
    "office",
  ),
  route("/app/revision", async () => (await import("./pages/review/Queue.tsx")).Queue, "office"),
  route(
    "/app/revision/varios",
    async () => (await import("./pages/review/BulkApprove.tsx")).BulkApprove,
    "office",
  ),
  route(
    "/app/revision/motivos",
    async () => (await import("./pages/review/EditReasons.tsx")).EditReasons,
    "office",
  ),
  route(
    "/app/informe",
    async () => (await import("./pages/halfYear/MyReports.tsx")).MyReports,
    "focal",
    "office",
  ),
  route(
    "/app/informe/:entityId/:periodId",
    async () => (await import("./pages/halfYear/ReportPage.tsx")).ReportPage,
    "focal",
    "office",
  ),
  route(
    "/app/informes-semestrales",
    async () => (await import("./pages/halfYear/ReportsToReview.tsx")).ReportsToReview,
    "office",
  ),
  route(
    "/app/informes-semestrales/:entityId/:periodId",
    async () => (await import("./pages/halfYear/ReviewReport.tsx")).ReviewReport,
    "office",
    "admin",
  ),
  route(
    "/app/seguimiento",
    async () => (await import("./pages/scorecard/Scorecard.tsx")).Scorecard,
    "office",
    "viewer",
    "admin",
  ),
  route(
    "/app/seguimiento/avisos",
    async () => (await import("./pages/scorecard/LetterSettings.tsx")).LetterSettings,
    "office",
    "admin",
  ),
  route(
    "/app/seguimiento/plazos/:periodId",
    async () => (await import("./pages/scorecard/EditObligation.tsx")).EditObligation,
    "office",
  ),
  route("/app/correos", async () => (await import("./pages/scorecard/MailPage.tsx")).MailPage, "admin"),
  route("/app/contactos", async () => (await import("./pages/contacts/Contacts.tsx")).Contacts, "office"),
  route("/app/vistas", async () => (await import("./pages/views/Views.tsx")).Views),
  // Where the list of approved records was before there were views.
  route("/app/aprobados", async () => (await import("./pages/views/Views.tsx")).Views),
  route("/app/ediciones", async () => (await import("./pages/editions/Editions.tsx")).Editions),
  route(
    "/app/ediciones/nueva",
    async () => (await import("./pages/editions/AskEdition.tsx")).AskEdition,
    "office",
  ),
  route(
    "/app/ediciones/traer",
    async () => (await import("./pages/editions/BringEdition.tsx")).BringEdition,
    "office",
  ),
  route(
    "/app/ediciones/programacion",
    async () => (await import("./pages/editions/ReportSchedulePage.tsx")).ReportSchedulePage,
    "office",
    "admin",
  ),
  route(
    "/app/ediciones/:editionId",
    async () => (await import("./pages/editions/EditionPage.tsx")).EditionPage,
  ),
  route(
    "/app/informes/:reportId",
    async () => (await import("./pages/composer/ComposeReport.tsx")).ComposeReport,
    "office",
  ),
  route(
    "/app/informes/:reportId/paginas",
    async () => (await import("./pages/composer/ReportPages.tsx")).ReportPages,
    "office",
  ),
  route(
    "/app/operaciones",
    async () => (await import("./pages/operations/Operations.tsx")).Operations,
    "office",
    "admin",
  ),
  route("/app/indicadores", async () => (await import("./pages/Indicators.tsx")).Indicators),
  route(
    "/app/indicadores/nuevo",
    async () => (await import("./pages/indicatorEditor/EditIndicator.tsx")).NewIndicator,
    "office",
  ),
  route(
    "/app/indicadores/:indicatorId",
    async () => (await import("./pages/IndicatorPage.tsx")).IndicatorPage,
  ),
  route(
    "/app/indicadores/:indicatorId/registros",
    async () => (await import("./pages/EvidencePage.tsx")).EvidencePage,
  ),
  route(
    "/app/indicadores/:indicatorId/historia",
    async () => (await import("./pages/indicatorEditor/IndicatorHistory.tsx")).IndicatorHistory,
  ),
  route(
    "/app/indicadores/:indicatorId/editar",
    async () => (await import("./pages/indicatorEditor/EditIndicator.tsx")).EditIndicator,
    "office",
  ),
  route(
    "/app/administracion",
    async () => (await import("./pages/catalogues/Administration.tsx")).Administration,
    "office",
    "admin",
  ),
  route(
    "/app/catalogos",
    async () => (await import("./pages/catalogues/Catalogues.tsx")).Catalogues,
    "office",
    "admin",
  ),
  route(
    "/app/catalogos/:catalogueId",
    async () => (await import("./pages/catalogues/CataloguePage.tsx")).CataloguePage,
    "office",
    "admin",
  ),
  route(
    "/app/catalogos/:catalogueId/nuevo",
    async () => (await import("./pages/catalogues/CatalogueItemPage.tsx")).NewCatalogueItem,
    "office",
    "admin",
  ),
  route(
    "/app/catalogos/:catalogueId/:itemId",
    async () => (await import("./pages/catalogues/CatalogueItemPage.tsx")).CatalogueItemPage,
    "office",
    "admin",
  ),
  route("/app/decisiones", async () => (await import("./pages/decisions/Decisions.tsx")).Decisions),
  route(
    "/app/decisiones/:decisionId",
    async () => (await import("./pages/decisions/DecisionPage.tsx")).DecisionPage,
  ),
  route("/app/personas", async () => (await import("./pages/people/People.tsx")).People, "admin"),
  route("/app/personas/nueva", async () => (await import("./pages/people/NewPerson.tsx")).NewPerson, "admin"),
  route(
    "/app/personas/:uid",
    async () => (await import("./pages/people/PersonPage.tsx")).PersonPage,
    "admin",
  ),
];

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The page at an address for a person of these roles; `undefined` where there is none, or none for them. */
export function findRoute(at: string, roles: readonly Role[]): Found | undefined {
  for (const found of ROUTES) {
    const params = match(found.path, at);
    if (!params) continue;
    const isOpen = found.roles?.some((role) => roles.includes(role)) ?? true;
    return isOpen ? { route: found, params } : undefined;
  }
  return undefined;
}
