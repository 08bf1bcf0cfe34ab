/** What stands where a partner is proposed that the directory lacks. */
import { translator } from "../../../i18n/language.ts";

const es = {
  alikeNone: "Ninguno. Es un actor nuevo",
  alikeTitle: "¿Es uno de estos? Ya están en el directorio",
  alikeUse: "Usar este",
  partnerAcronym: "Sigla",
  partnerCategory: "Categoría",
  partnerCategoryMissing: "Elija la categoría del actor",
  partnerCountryHelp: "Déjelo en blanco si es multilateral.",
  partnerName: "Nombre del actor",
  partnerNameMissing: "Escriba el nombre del actor",
  proposePartner: "Proponer un actor nuevo",
  proposePartnerDo: "Proponer y añadir",
  proposePartnerHelp:
    "Busque antes por su sigla y en otros idiomas. La Consejería lo confirmará al aprobar este registro.",
  proposePartnerNamed: "Proponer «{name}» como actor nuevo",
};

const en: typeof es = {
  alikeNone: "None of them. It is a new partner",
  alikeTitle: "Is it one of these? They are in the directory already",
  alikeUse: "Use this one",
  partnerAcronym: "Acronym",
  partnerCategory: "Category",
  partnerCategoryMissing: "Choose the category of the partner",
  partnerCountryHelp: "Leave it blank if it is multilateral.",
  partnerName: "Name of the partner",
  partnerNameMissing: "Enter the name of the partner",
  proposePartner: "Propose a new partner",
  proposePartnerDo: "Propose and add",
  proposePartnerHelp:
    "Search first by its acronym and in other languages. The Office will confirm it when it approves this record.",
  proposePartnerNamed: "Propose “{name}” as a new partner",
};

export const partnerText = translator(es, en);
