/** The app: who is at work decides the entries, the address decides the page. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../components/Frame.tsx";
import { Await } from "../components/parts.tsx";
import { loadIndicators, loadPartners, loadReference, type Reference } from "../data/reference.ts";
import { leave, onWho, type Session, type Who } from "../data/session.ts";
import { app } from "../i18n/app/app.ts";
import { failureWords } from "../i18n/app/failureWords.ts";
import { ownersOfKeptFiles } from "../local/keptFiles.ts";
import { loadedOrKept } from "../local/localDatabase.ts";
import { addressKey } from "../local/Outbox.ts";
import { AppContextOf } from "./context.ts";
import { entriesOf } from "./entries.ts";
import { lazily } from "./lazily.tsx";
import { type Local, openLocal } from "./openLocal.ts";
import { NotFound } from "./pages/NotFound.tsx";
import { keptDrafts } from "./record/localDrafts.ts";
import { go, usePath } from "./router.ts";
import { type Found, findRoute } from "./routes.ts";
import { Standing } from "./Standing.tsx";
import { useKeepingUp } from "./useKeepingUp.ts";
import { useLoaded } from "./useLoaded.ts";

const SignIn = lazily(async () => (await import("./pages/SignIn.tsx")).SignIn);
const Stranger = lazily(async () => (await import("./pages/SignIn.tsx")).Stranger);
const Revoked = lazily(async () => (await import("./pages/SignIn.tsx")).Revoked);

/** What a person at work begins with. */
interface Begun {
  readonly session: Session;
  readonly reference: Reference;
  readonly local: Local;
}

type Start =
  | { readonly outside: Exclude<Who, { readonly session: Session }> }
  | { readonly inside: Begun }
  | { readonly error: unknown }
  | "starting";

/** Without a connection, with what this computer keeps from the last time. */
async function begin(session: Session): Promise<Begun> {
  const reference = await loadedOrKept(session.actor.uid, "reference", loadReference);
  return { session, reference, local: await openLocal(session, reference) };
}

export function App() {
  const [start, setStart] = useState<Start>("starting");
  useEffect(() => {
    const fail = (error: unknown) => {
      console.error(error);
      setStart({ error });
    };
    return onWho((who) => {
      if (typeof who === "string" || "stranger" in who) setStart({ outside: who });
      else begin(who.session).then((inside) => setStart({ inside }), fail);
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
  if ("inside" in start) return <Inside {...start.inside} />;
  const { outside } = start;
  return (
    <Outside>
      {typeof outside === "string" ? (
        <SignIn isExpired={outside === "expired"} />
      ) : outside.wasIn ? (
        <Revoked email={outside.stranger} />
      ) : (
        <Stranger email={outside.stranger} />
      )}
    </Outside>
  );
}

const Outside = ({ children }: { children: ComponentChildren }) => (
  <Frame account={null} isDemo={false}>
    {children}
  </Frame>
);

function Inside({ session, reference: loaded, local }: Begun) {
  const [reference, setReference] = useState(loaded);
  /** How many records would stay on this computer alone, while the person is asked about them. */
  const [staying, setStaying] = useState(0);
  useKeepingUp(local);
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
      <button
        type="button"
        class="link-button"
        onClick={async () => {
          const count = await unsent(session, local);
          if (count > 0) setStaying(count);
          else leaveNow();
        }}
      >
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
        reloadPartners: async () => {
          const partners = await loadPartners();
          setReference((before) => ({ ...before, partners }));
        },
        reloadReference: async () => setReference(await loadReference()),
        local,
      }}
    >
      <Frame account={account} navigation={navigation} isDemo={reference.isDemo}>
        <Standing />
        {staying > 0 && <LeaveQuestion count={staying} onStay={() => setStaying(0)} onLeave={leaveNow} />}
        <Page at={at} session={session} />
      </Frame>
    </AppContextOf.Provider>
  );
}

const leaveNow = () => void leave().then(() => go("/app"));

/** How many records this computer alone has. */
async function unsent({ actor: { uid } }: Session, { outbox }: Local): Promise<number> {
  const files = await ownersOfKeptFiles(uid);
  return new Set([...keptDrafts(uid), ...files, ...outbox.queued].map(addressKey)).size;
}

function LeaveQuestion(asked: { count: number; onStay: () => void; onLeave: () => void }) {
  return (
    <div class="notice bad" role="alert">
      <p>{app(asked.count === 1 ? "leaveUnsentOne" : "leaveUnsentMany", { count: asked.count })}</p>
      <div class="actions">
        <button type="button" class="button warning" onClick={asked.onLeave}>
          {app("leaveAnyway")}
        </button>
        <button type="button" class="link-button" onClick={asked.onStay}>
          {app("cancel")}
        </button>
      </div>
    </div>
  );
}

/** The page at the address, once its script is here; what was shown stays until then. */
function Page({ at, session }: { at: string; session: Session }) {
  const { roles } = session.actor;
  const found = findRoute(at, roles);
  const [loaded, reload] = useLoaded(found?.route.path ?? "", async () => found?.route.load());
  if (at === "/app") return null;
  if (!found) return <NotFound />;
  return (
    <Await loaded={loaded} retry={() => void reload()}>
      {(Shown) => Shown && <Shown key={keyOf(found)} {...found.params} />}
    </Await>
  );
}

/** What is another page and starts afresh: a new record stays the same when it gets its own address. */
const keyOf = ({ route, params }: Found): string =>
  params.recordId && !route.path.includes("/historia/")
    ? `${route.path.endsWith("/modificar")} ${params.recordId}`
    : JSON.stringify([route.path, params]);
