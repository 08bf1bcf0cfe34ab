/** The Office corrects what the directory says of a partner. */
import { useState } from "preact/hooks";
import type { Partner } from "#domain/partner.ts";
import { ErrorSummary, type FieldError } from "../../../components/ErrorSummary.tsx";
import { describedBy, Field, Select, TextField } from "../../../components/fields.tsx";
import { PickMany } from "../../../components/PickMany.tsx";
import { Breadcrumb, Failure } from "../../../components/parts.tsx";
import { useAct } from "../../../components/useAct.ts";
import { CallError, call, newRequestId } from "../../../data/call.ts";
import type { Stored } from "../../../data/read.ts";
import { countryOptions } from "../../../forms/countries.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { useApp } from "../../context.ts";
import { go } from "../../router.ts";
import { NotFound } from "../NotFound.tsx";
import { partnerText } from "./texts.ts";

export function EditPartner({ partnerId }: { partnerId: string }) {
  const { reference } = useApp();
  const found = reference.partners.find(({ id }) => id === partnerId);
  return found && found.data.state !== "merged" ? <PartnerForm partner={found} /> : <NotFound />;
}

/** What is typed, as it stands in the controls. */
const typedOf = ({ name, acronym, categoryId, actorTypeId, country, aliases, networkIds }: Partner) => ({
  ...{ name, acronym: acronym ?? "", categoryId, actorTypeId: actorTypeId ?? "", country: country ?? "" },
  ...{ aliases: aliases.join("\n"), networkIds: networkIds ?? [] },
});
type Typed = ReturnType<typeof typedOf>;

const inputOf = ({ acronym, actorTypeId, country, aliases, networkIds, ...rest }: Typed) => ({
  ...rest,
  ...(acronym.trim() !== "" && { acronym: acronym.trim() }),
  ...(actorTypeId !== "" && { actorTypeId }),
  ...(country !== "" && { country }),
  ...(networkIds.length > 0 && { networkIds }),
  aliases: aliases.split("\n").filter((alias) => alias.trim() !== ""),
});

function PartnerForm({ partner: { id, data } }: { readonly partner: Stored<Partner> }) {
  const { reference, reloadPartners } = useApp();
  const { catalogues } = reference;
  const [typed, setTyped] = useState(() => typedOf(data));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [requestId] = useState(newRequestId);
  const { running, error, run } = useAct();
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const tell = (found: readonly FieldError[]) => {
    setErrors(found);
    setAttempt(attempt + 1);
  };
  const errorOf = (field: string) => errors.find((one) => one.id === field)?.message;
  const home = `/app/actores/${id}`;
  const save = () => {
    if (typed.name.trim() === "") return tell([{ id: "name", message: partnerText("nameMissing") }]);
    tell([]);
    void run(async () => {
      try {
        const partner = inputOf(typed);
        await call("savePartner", { requestId, partnerId: id, version: data.version, partner });
      } catch (refusal) {
        if (!(refusal instanceof CallError) || refusal.problems.length === 0) throw refusal;
        return tell(
          refusal.problems.map(({ path }) => ({
            id: path.split(".")[0] ?? path,
            message: partnerText("checkField"),
          })),
        );
      }
      await reloadPartners();
      go(home, { replace: true });
    });
  };
  const categories = catalogues.actorCategories.map((item) => ({ id: item.id, label: nameOf(item) }));
  const types = catalogues.actorTypes
    .filter(({ parentId }) => parentId === typed.categoryId)
    .map((item) => ({ id: item.id, label: nameOf(item) }));
  const networks = reference.partners
    .filter((one) => one.data.actorTypeId === "city-networks" && one.id !== id && one.data.state !== "merged")
    .map((one) => ({ id: one.id, label: one.data.name, alias: one.data.acronym ?? "" }));
  const networkWords = { id: "networkIds", label: partnerText("networks"), error: errorOf("networkIds") };
  return (
    <form
      class="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Breadcrumb
        steps={[
          { href: "/app/actores", name: partnerText("title") },
          { href: home, name: data.name },
          { name: partnerText("edit") },
        ]}
      />
      <ErrorSummary errors={errors} attempt={attempt} />
      <h1>{partnerText("editTitle")}</h1>
      <div class="group">
        <TextField
          words={{ id: "name", label: partnerText("name"), error: errorOf("name") }}
          value={typed.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          words={{ id: "acronym", label: partnerText("acronym"), optional: true, error: errorOf("acronym") }}
          value={typed.acronym}
          onChange={(acronym) => change({ acronym })}
          short
        />
        <TextField
          words={{
            ...{ id: "aliases", label: partnerText("aliases"), help: partnerText("aliasesHelp") },
            ...{ optional: true, error: errorOf("aliases") },
          }}
          value={typed.aliases}
          onChange={(aliases) => change({ aliases })}
          long
        />
        <Select
          words={{ id: "categoryId", label: partnerText("category"), error: errorOf("categoryId") }}
          options={categories}
          value={typed.categoryId}
          onChange={(categoryId) => change({ categoryId, actorTypeId: "" })}
        />
        <Select
          words={{
            ...{ id: "actorTypeId", label: partnerText("type"), optional: true },
            error: errorOf("actorTypeId"),
          }}
          options={types}
          value={typed.actorTypeId}
          blank={partnerText("noType")}
          onChange={(actorTypeId) => change({ actorTypeId })}
        />
        <Select
          words={{ id: "country", label: partnerText("country"), optional: true, error: errorOf("country") }}
          options={countryOptions(language())}
          value={typed.country}
          blank={partnerText("noCountry")}
          onChange={(country) => change({ country })}
        />
        <Field words={{ ...networkWords, optional: true }}>
          <PickMany
            id="networkIds"
            describedBy={describedBy(networkWords)}
            invalid={networkWords.error !== undefined}
            options={networks}
            chosen={typed.networkIds}
            onChange={(networkIds) => change({ networkIds })}
          />
        </Field>
      </div>
      <Failure error={error} />
      <button type="submit" class="button" disabled={running}>
        {partnerText("save")}
      </button>
    </form>
  );
}
