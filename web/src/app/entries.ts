/** The main entries of the app, by role. */
import type { Session } from "../data/session.ts";
import { app } from "../i18n/app/app.ts";
import { hasRole } from "./context.ts";

interface Entry {
  readonly href: string;
  readonly name: string;
}

/** At most seven; the first is where one begins. */
export function entriesOf(session: Session): Entry[] {
  const office = hasRole(session, "office");
  const writes = hasRole(session, "focal", "office");
  return [
    ...(office ? [{ href: "/app/revision", name: app("queue") }] : []),
    ...(writes ? [{ href: "/app/registros", name: app("myRecords") }] : []),
    ...(hasRole(session, "focal") ? [{ href: "/app/informe", name: app("halfYearReport") }] : []),
    ...(hasRole(session, "office", "viewer", "admin")
      ? [{ href: "/app/seguimiento", name: app("scorecard") }]
      : []),
    { href: "/app/indicadores", name: app("indicators") },
    { href: "/app/vistas", name: app("explore") },
    ...(hasRole(session, "office", "viewer", "admin")
      ? [{ href: "/app/ediciones", name: app("editions") }]
      : []),
    ...(hasRole(session, "office", "admin")
      ? [{ href: "/app/administracion", name: app("administration") }]
      : [{ href: "/app/decisiones", name: app("decisions") }]),
  ];
}
