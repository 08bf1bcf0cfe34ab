/** The way to what the Office and administrators keep. */
import { hasRole, useApp } from "../../context.ts";
import { text } from "./texts.ts";

const TOOLS = [
  { href: "/app/catalogos", key: "toolCatalogues", roles: ["office", "admin"] },
  { href: "/app/actores", key: "toolPartners", roles: ["office", "admin"] },
  { href: "/app/duplicados", key: "toolDuplicates", roles: ["office"] },
  { href: "/app/decisiones", key: "toolDecisions", roles: ["office", "admin"] },
  { href: "/app/indicadores", key: "toolIndicators", roles: ["office"] },
  { href: "/app/contactos", key: "toolContacts", roles: ["office"] },
  { href: "/app/seguimiento/avisos", key: "toolMail", roles: ["office"] },
  { href: "/app/personas", key: "toolPeople", roles: ["admin"] },
  { href: "/app/operaciones", key: "toolOperations", roles: ["office", "admin"] },
] as const;

export function Administration() {
  const { session } = useApp();
  return (
    <>
      <h1>{text("administration")}</h1>
      <p class="lead">{text("administrationHelp")}</p>
      <ul class="kinds">
        {TOOLS.filter(({ roles }) => hasRole(session, ...roles)).map(({ href, key }) => (
          <li key={href}>
            <a href={href}>{text(key)}</a>
            <p>{text(`${key}Help`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
