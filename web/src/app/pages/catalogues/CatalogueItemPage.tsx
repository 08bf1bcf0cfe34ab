/** The form of one item of a list, new or known. */
import { useRef, useState } from "preact/hooks";
import { CATALOGUE_IDS, type CatalogueId, type CatalogueItem } from "#domain/catalogue.ts";
import { CATALOGUE_SHAPES, type CatalogueInput, checkCatalogueItem } from "#domain/checkCatalogueItem.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { Choices, Select, TextField } from "../../../components/fields.tsx";
import { Await, Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { CallError, newRequestId } from "../../../data/call.ts";
import { loadCatalogue, saveCatalogueItem } from "../../../data/catalogues.ts";
import { itemOf } from "../../../data/reference.ts";
import { countFromTyped, dayFromTyped, typedFromDay } from "../../../forms/parse.ts";
import { nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { useLoaded } from "../../useLoaded.ts";
import { NotFound } from "../NotFound.tsx";
import { itemErrors } from "./itemProblems.ts";
import { text } from "./texts.ts";

interface Props {
  readonly catalogueId: string;
  readonly itemId: string;
}

export const NewCatalogueItem = ({ catalogueId }: Pick<Props, "catalogueId">) => (
  <CatalogueItemPage catalogueId={catalogueId} itemId="" />
);

export function CatalogueItemPage({ catalogueId, itemId }: Props) {
  const id = CATALOGUE_IDS.find((known) => known === catalogueId);
  return id ? <ItemOf id={id} itemId={itemId} /> : <NotFound />;
}

function ItemOf({ id, itemId }: { id: CatalogueId; itemId: string }) {
  const [loaded, reload] = useLoaded(`catalogue item ${id}`, () => loadCatalogue(id));
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(catalogue) => {
        const item = catalogue && itemOf(catalogue.items, itemId);
        const isNew = itemId === "";
        if (!catalogue || (isNew ? CATALOGUE_SHAPES[id].isFixed : !item)) return <NotFound />;
        const title = item ? nameOf(item) : text("newItem");
        return (
          <>
            <Breadcrumb
              steps={[
                { href: "/app/catalogos", name: text("catalogues") },
                { href: `/app/catalogos/${id}`, name: text(`list_${id}`) },
                { name: title },
              ]}
            />
            <h1>{title}</h1>
            <ItemForm id={id} item={item} items={catalogue.items} version={catalogue.version} />
          </>
        );
      }}
    </Await>
  );
}

interface FormProps {
  readonly id: CatalogueId;
  readonly item: CatalogueItem | undefined;
  readonly items: readonly CatalogueItem[];
  readonly version: number;
}

/** As they are typed. */
const typedOf = (item: CatalogueItem | undefined) => ({
  id: item?.id ?? "",
  nameEs: item?.nameEs ?? "",
  nameEn: item?.nameEn ?? "",
  shortEs: item?.shortEs ?? "",
  shortEn: item?.shortEn ?? "",
  parentId: item?.parentId ?? "",
  number: item?.number === undefined ? "" : String(item.number),
  dueOn: typedFromDay(item?.dueOn ?? ""),
  active: item?.active === false ? "no" : "yes",
});
type Typed = ReturnType<typeof typedOf>;

/** What the list's items hold of what was typed. */
function inputOf(typed: Typed, id: CatalogueId): CatalogueInput {
  const { parent, hasShort, hasNumber, isPeriod } = CATALOGUE_SHAPES[id];
  const number = typed.number.trim();
  return {
    ...{ nameEs: typed.nameEs, nameEn: typed.nameEn, active: typed.active === "yes" },
    ...(hasShort && typed.shortEs.trim() && { shortEs: typed.shortEs }),
    ...(hasShort && typed.shortEn.trim() && { shortEn: typed.shortEn }),
    ...(parent && typed.parentId && { parentId: typed.parentId }),
    ...(hasNumber && number && { number: countFromTyped(number) ?? 0 }),
    ...(isPeriod && typed.dueOn.trim() && { dueOn: dayFromTyped(typed.dueOn) }),
  };
}

function ItemForm({ id, item, items, version }: FormProps) {
  const { reference, reloadReference } = useApp();
  const [typed, setTyped] = useState(() => typedOf(item));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const request = useRef(newRequestId());
  const { running, error, run } = useAct();
  const shape = CATALOGUE_SHAPES[id];
  const { parent } = shape;
  const errorOf = (path: string) => errors.find((one) => one.id === path)?.message;
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    request.current = newRequestId();
  };
  const lists = { ...reference.catalogues, [id]: items };
  const known = (other: string) => CATALOGUE_IDS.map((list) => itemOf(lists[list], other)).find(Boolean);
  const tell = (found: readonly FieldError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const itemId = item?.id ?? typed.id.trim();
    const input = inputOf(typed, id);
    const checked = checkCatalogueItem(id, itemId, input, lists);
    const isTaken = !item && itemOf(items, itemId) !== undefined;
    const found = [
      ...(isTaken ? [{ id: "id", message: text("errorIdTaken") }] : []),
      ...("problems" in checked ? itemErrors(checked.problems, id, known) : []),
    ];
    tell(found);
    if (found.length > 0) return;
    void run(async () => {
      try {
        const saving = { requestId: request.current, catalogueId: id, itemId, version, item: input };
        const { operationId } = await saveCatalogueItem(saving);
        await reloadReference();
        go(`/app/catalogos/${id}?guardado${operationId === undefined ? "" : "&recuento"}`);
      } catch (failure) {
        if (failure instanceof CallError && failure.problems.length > 0)
          tell(itemErrors(failure.problems, id, known));
        else throw failure;
      }
    });
  };
  const line = (path: keyof Typed, more: { help?: string; optional?: boolean; short?: boolean } = {}) => (
    <TextField
      words={{
        id: path,
        label: text(path === "id" ? (shape.isPeriod ? "periodId" : "itemId") : labelOf(path)),
        error: errorOf(path),
        ...(more.help !== undefined && { help: more.help }),
        ...(more.optional !== undefined && { optional: more.optional }),
      }}
      {...(more.short && { short: true })}
      value={typed[path]}
      onChange={(value) => change({ [path]: value })}
    />
  );
  return (
    <form class="narrow" onSubmit={save} noValidate>
      <ErrorSummary errors={errors} attempt={attempt} />
      {!item && line("id", { help: text(shape.isPeriod ? "periodIdHelp" : "itemIdHelp"), short: true })}
      {line("nameEs")}
      {line("nameEn")}
      {shape.hasShort && line("shortEs", { optional: true })}
      {shape.hasShort && line("shortEn", { optional: true })}
      {parent && parent in PARENT_LABELS && (
        <Select
          words={{
            id: "parentId",
            label: text(PARENT_LABELS[parent as keyof typeof PARENT_LABELS]),
            error: errorOf("parentId"),
          }}
          options={reference.catalogues[parent]
            .filter((one) => one.active || one.id === item?.parentId)
            .map((one) => ({ id: one.id, label: nameOf(one) }))}
          value={typed.parentId}
          onChange={(parentId) => change({ parentId })}
        />
      )}
      {shape.hasNumber && line("number", { optional: true, short: true })}
      {shape.isPeriod && line("dueOn", { help: text("dueOnHelp"), short: true })}
      {item && !shape.isFixed && (
        <Choices
          words={{ id: "active", label: text("use"), error: errorOf("active") }}
          options={[
            { id: "yes", label: text("useYes") },
            { id: "no", label: text("useNo") },
          ]}
          chosen={[typed.active]}
          onChange={([active = "yes"]) => change({ active })}
        />
      )}
      <Failure error={error} />
      <button type="submit" class="button" disabled={running}>
        {text("save")}
      </button>
    </form>
  );
}

const PARENT_LABELS = {
  sectors: "parent_sectors",
  lines: "parent_lines",
  actorCategories: "parent_actorCategories",
} as const;

const LABELS = {
  nameEs: "nameEs",
  nameEn: "nameEn",
  shortEs: "shortEs",
  shortEn: "shortEn",
  parentId: "columnParent",
  number: "number",
  dueOn: "dueOn",
  active: "use",
} as const;

const labelOf = (path: Exclude<keyof Typed, "id">) => LABELS[path];
