/** Proposes a partner that the directory lacks, without leaving the form. */
import { useState } from "preact/hooks";
import { Select, TextField } from "../../components/fields.tsx";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { proposePartner } from "../../data/partners.ts";
import { countryOptions } from "../../forms/countries.ts";
import { app } from "../../i18n/app/app.ts";
import { language, nameOf } from "../../i18n/language.ts";
import { useApp } from "../context.ts";

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
  const [partnerId] = useState(() => crypto.randomUUID());
  const { running, error, run } = useAct();
  if (!open)
    return (
      <button
        type="button"
        class="link-button"
        onClick={() => {
          setName(typed.trim());
          setOpen(true);
        }}
      >
        {typed.trim() === "" ? app("proposePartner") : app("proposePartnerNamed", { name: typed.trim() })}
      </button>
    );
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
      <legend>{app("proposePartner")}</legend>
      <p class="help">{app("proposePartnerHelp")}</p>
      <TextField
        words={{
          id: "partner-name",
          label: app("partnerName"),
          error: tried && name.trim() === "" ? app("partnerNameMissing") : undefined,
        }}
        value={name}
        onChange={setName}
      />
      <TextField
        words={{ id: "partner-acronym", label: app("partnerAcronym"), optional: true }}
        value={acronym}
        onChange={setAcronym}
        short
      />
      <Select
        words={{
          id: "partner-category",
          label: app("partnerCategory"),
          error: tried && categoryId === "" ? app("partnerCategoryMissing") : undefined,
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
          help: app("partnerCountryHelp"),
          optional: true,
        }}
        options={countryOptions(language())}
        value={country}
        onChange={setCountry}
      />
      <Failure error={error} />
      <div class="actions">
        <button type="button" class="button secondary" disabled={running} onClick={propose}>
          {app("proposePartnerDo")}
        </button>
        <button type="button" class="link-button" onClick={() => setOpen(false)}>
          {app("cancel")}
        </button>
      </div>
    </fieldset>
  );
}
