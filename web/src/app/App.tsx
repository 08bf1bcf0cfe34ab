/** The app: who is at work decides the entries, the address decides the page. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../components/Frame.tsx";
import { loadIndicators, loadReference, type Reference } from "../data/reference.ts";
import { leave, onWho, type Session, type Who } from "../data/session.ts";
import { app } from "../i18n/app/app.ts";
import { failureWords } from "../i18n/app/failureWords.ts";
import { AppContextOf, hasRole } from "./context.ts";
import { AmendRecord } from "./pages/AmendRecord.tsx";
import { Approved } from "./pages/Approved.tsx";
import { Contacts } from "./pages/contacts/Contacts.tsx";
import { Editions } from "./pages/Editions.tsx";
import { EvidencePage } from "./pages/EvidencePage.tsx";
import { IndicatorPage } from "./pages/IndicatorPage.tsx";
import { Indicators } from "./pages/Indicators.tsx";
import { EditIndicator } from "./pages/indicatorEditor/EditIndicator.tsx";
import { IndicatorHistory } from "./pages/indicatorEditor/IndicatorHistory.tsx";
import { MyRecords } from "./pages/MyRecords.tsx";
import { NewRecord } from "./pages/NewRecord.tsx";
import { Operations } from "./pages/operations/Operations.tsx";
import { NewPerson } from "./pages/people/NewPerson.tsx";
import { People } from "./pages/people/People.tsx";
import { PersonPage } from "./pages/people/PersonPage.tsx";
import { Queue } from "./pages/Queue.tsx";
import { NotFound, RecordPage } from "./pages/RecordPage.tsx";
import { RecordVersion } from "./pages/RecordVersion.tsx";
import { Revoked, SignIn, Stranger } from "./pages/SignIn.tsx";
import { go, match, usePath } from "./router.ts";

type Start = { readonly who: Who; readonly reference?: Reference } | { readonly error: unknown } | "starting";

export function App() {
  const [start, setStart] = useState<Start>("starting");
  useEffect(() => {
    const fail = (error: unknown) => {
      console.error(error);
      setStart({ error });
    };
    return onWho((who) => {
      if (who === "nobody" || "stranger" in who) setStart({ who });
      else loadReference().then((reference) => setStart({ who, reference }), fail);
    }, fail);
  }, []);
  document.title = app("appTitle");
  if (start === "starting") return <Outside>{<p role="status">{app("loading")}</p>}</Outside>;
  if ("error" in start)
    return (
      <Outside>
        <h1>{app("cannotStart")}</h1>
        <p>{failureWords(start.error)}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {app("retry")}
        </button>
      </Outside>
    );
  const { who, reference } = start;
  if (who === "nobody" || !reference)
    return (
      <Outside>
        {who === "nobody" ? (
          <SignIn />
        ) : "stranger" in who && who.wasIn ? (
          <Revoked email={who.stranger} />
        ) : "stranger" in who ? (
          <Stranger email={who.stranger} />
        ) : null}
      </Outside>
    );
  if ("stranger" in who) return null;
  return <Inside session={who.session} loaded={reference} />;
}

const Outside = ({ children }: { children: ComponentChildren }) => (
  <Frame account={null} isDemo={false}>
    {children}
  </Frame>
);

interface Entry {
  readonly href: string;
  readonly name: string;
}

/** At most seven, by role; the first is where one begins. */
function entriesOf(session: Session): Entry[] {
  const office = hasRole(session, "office");
  const writes = hasRole(session, "focal", "office");
  return [
    ...(office ? [{ href: "/app/revision", name: app("queue") }] : []),
    ...(writes ? [{ href: "/app/registros", name: app("myRecords") }] : []),
    { href: "/app/indicadores", name: app("indicators") },
    { href: "/app/aprobados", name: app("approvedRecords") },
    ...(hasRole(session, "office", "viewer", "admin")
      ? [{ href: "/app/ediciones", name: app("editions") }]
      : []),
    ...(office ? [{ href: "/app/contactos", name: app("contacts") }] : []),
    ...(hasRole(session, "admin") ? [{ href: "/app/personas", name: app("people") }] : []),
  ];
}

function Inside({ session, loaded }: { session: Session; loaded: Reference }) {
  const [reference, setReference] = useState(loaded);
  const at = usePath();
  const entries = entriesOf(session);
  const first = entries[0]?.href ?? "/app/indicadores";
  useEffect(() => {
    if (at === "/app") go(first, { replace: true });
  }, [at, first]);
  const reloadIndicators = async () => {
    const indicators = await loadIndicators();
    setReference((before) => ({ ...before, indicators }));
    return indicators;
  };
  const account = (
    <>
      <span class="who">{session.name}</span>
      <button type="button" class="link-button" onClick={() => void leave().then(() => go("/app"))}>
        {app("signOut")}
      </button>
    </>
  );
  const navigation = (
    <nav class="main-navigation" aria-label={app("mainEntries")}>
      <ul class="width">
        {entries.map(({ href, name }) => (
          <li key={href}>
            <a href={href} aria-current={at === href ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <AppContextOf.Provider
      value={{
        session,
        reference,
        addPartner: (partner) =>
          setReference((before) => ({ ...before, partners: [...before.partners, partner] })),
        reloadIndicators,
      }}
    >
      <Frame account={account} navigation={navigation} isDemo={reference.isDemo}>
        <Page at={at} session={session} />
      </Frame>
    </AppContextOf.Provider>
  );
}

function Page({ at, session }: { at: string; session: Session }) {
  const writes = hasRole(session, "focal", "office");
  if (at === "/app") return null;
  if (at === "/app/registros" && writes) return <MyRecords />;
  if (at === "/app/registros/nuevo" && writes) return <NewRecord />;
  if (at === "/app/revision" && hasRole(session, "office")) return <Queue />;
  if (at === "/app/contactos" && hasRole(session, "office")) return <Contacts />;
  if (at === "/app/indicadores") return <Indicators />;
  if (at === "/app/aprobados") return <Approved />;
  if (at === "/app/ediciones" && hasRole(session, "office", "viewer", "admin")) return <Editions />;
  if (at === "/app/operaciones" && hasRole(session, "office", "admin")) return <Operations />;
  if (at === "/app/indicadores/nuevo" && hasRole(session, "office")) return <EditIndicator />;
  if (at.startsWith("/app/personas") && !hasRole(session, "admin")) return <NotFound />;
  if (at === "/app/personas") return <People />;
  if (at === "/app/personas/nueva") return <NewPerson />;
  const person = match("/app/personas/:uid", at);
  if (person) return <PersonPage key={at} uid={person.uid ?? ""} />;
  const edited = match("/app/indicadores/:indicatorId/editar", at);
  if (edited && hasRole(session, "office"))
    return <EditIndicator key={at} indicatorId={edited.indicatorId ?? ""} />;
  const past = match("/app/indicadores/:indicatorId/historia", at);
  if (past) return <IndicatorHistory key={at} indicatorId={past.indicatorId ?? ""} />;
  const indicator = match("/app/indicadores/:indicatorId", at);
  if (indicator) return <IndicatorPage key={at} indicatorId={indicator.indicatorId ?? ""} />;
  const listed = match("/app/indicadores/:indicatorId/registros", at);
  if (listed) return <EvidencePage key={at} indicatorId={listed.indicatorId ?? ""} />;
  const fresh = match("/app/registros/nuevo/:kind/:entityId/:recordId", at);
  const known = match("/app/registros/:entityId/:recordId", at);
  const version = match("/app/registros/:entityId/:recordId/historia/:version", at);
  if (version)
    return (
      <RecordVersion
        key={at}
        entityId={version.entityId ?? ""}
        recordId={version.recordId ?? ""}
        version={version.version ?? ""}
      />
    );
  const amended = match("/app/registros/:entityId/:recordId/modificar", at);
  const { entityId = "", recordId = "", kind = "" } = fresh ?? known ?? amended ?? {};
  if (fresh) return <RecordPage key={recordId} entityId={entityId} recordId={recordId} newKind={kind} />;
  if (known) return <RecordPage key={recordId} entityId={entityId} recordId={recordId} />;
  if (amended) return <AmendRecord key={recordId} entityId={entityId} recordId={recordId} />;
  return <NotFound />;
}
