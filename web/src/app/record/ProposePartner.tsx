/** Proposes a partner that the directory lacks, without leaving the form. */
import { useState } from "preact/hooks";
import { alikeTo } from "#domain/similarity/partnerSimilarity.ts";
import { Select, TextField } from "../../components/fields.tsx";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { proposePartner } from "../../data/partners.ts";
import { countryOptions } from "../../forms/countries.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { useApp } from "../context.ts";
import { partnerText } from "./form/partnerTexts.ts";

/** More than these would hide the form. */
const MOST_ALIKE = 3;

interface Props {
  readonly typed: string;
  readonly entityId: string;
  readonly onProposed: (partnerId: string) => void;
}

export function ProposePartner({ typed, entityId, onProposed }: Props) {
  const { reference, addPartner } = useApp();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [acronym, setAcronym] = useState("");
  const [categoryId, setCategory] = useState("");
  const [country, setCountry] = useState("");
  const [tried, setTried] = useState(false);
  const [isNew, setNew] = useState(false);
  const [partnerId] = useState(() => crypto.randomUUID());
  const { running, error, run } = useAct();
  if (!open)
    return (
      <button
        type="button"
        class="link-button"
        onClick={() => {
          setName(typed.trim());
          setNew(false);
          setOpen(true);
        }}
      >
        {typed.trim() === ""
          ? partnerText("proposePartner")
          : partnerText("proposePartnerNamed", { name: typed.trim() })}
      </button>
    );
  const known = reference.partners.filter(({ data }) => data.state !== "merged");
  const proposed = { name, aliases: [], ...(acronym.trim() !== "" && { acronym }) };
  const alike = isNew ? [] : alikeTo(proposed, known).slice(0, MOST_ALIKE);
  const propose = () => {
    setTried(true);
    if (name.trim() === "" || categoryId === "") return;
    void run(async () => {
      const partner = await proposePartner(
        partnerId,
        {
          name: name.trim(),
          categoryId,
          ...(acronym.trim() !== "" && { acronym: acronym.trim() }),
          ...(country !== "" && { country }),
        },
        entityId,
      );
      addPartner(partner);
      setOpen(false);
      onProposed(partner.id);
    });
  };
  return (
    <fieldset class="inset">
      <legend>{partnerText("proposePartner")}</legend>
      <p class="help">{partnerText("proposePartnerHelp")}</p>
      <TextField
        words={{
          id: "partner-name",
          label: partnerText("partnerName"),
          error: tried && name.trim() === "" ? partnerText("partnerNameMissing") : undefined,
        }}
        value={name}
        onChange={setName}
      />
      <TextField
        words={{ id: "partner-acronym", label: partnerText("partnerAcronym"), optional: true }}
        value={acronym}
        onChange={setAcronym}
        short
      />
      <div role="status">
        {alike.length > 0 && (
          <>
            <p class="alike-title">{partnerText("alikeTitle")}</p>
            <ul class="alike">
              {alike.map(({ id, data }) => (
                <li key={id}>
                  <span id={`alike-${id}`}>
                    {data.acronym ? `${data.name} (${data.acronym})` : data.name}
                  </span>
                  <button
                    type="button"
                    class="link-button"
                    aria-describedby={`alike-${id}`}
                    onClick={() => {
                      setOpen(false);
                      onProposed(id);
                    }}
                  >
                    {partnerText("alikeUse")}
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" class="link-button" onClick={() => setNew(true)}>
              {partnerText("alikeNone")}
            </button>
          </>
        )}
      </div>
      <Select
        words={{
          id: "partner-category",
          label: partnerText("partnerCategory"),
          error: tried && categoryId === "" ? partnerText("partnerCategoryMissing") : undefined,
        }}
        options={reference.catalogues.actorCategories
          .filter((item) => item.active)
          .map((item) => ({ id: item.id, label: nameOf(item) }))}
        value={categoryId}
        onChange={setCategory}
      />
      <Select
        words={{
          id: "partner-country",
          label: app("partnerCountry"),
          help: partnerText("partnerCountryHelp"),
          optional: true,
        }}
        options={countryOptions(language())}
        value={country}
        onChange={setCountry}
      />
      <Failure error={error} />
      <div class="actions">
        <button type="button" class="button secondary" disabled={running} onClick={propose}>
          {partnerText("proposePartnerDo")}
        </button>
        <button type="button" class="link-button" onClick={() => setOpen(false)}>
          {app("cancel")}
        </button>
      </div>
    </fieldset>
  );
}
