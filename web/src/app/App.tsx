/** The app: who is at work decides the entries, the address decides the page. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "../components/Frame.tsx";
import { Await } from "../components/parts.tsx";
import { loadIndicators, loadPartners, loadReference, type Reference } from "../data/reference.ts";
import { leave, onWho, type Session, type Who } from "../data/session.ts";
import { app } from "../i18n/app/app.ts";
import { failureWords } from "../i18n/app/failureWords.ts";
import { AppContextOf } from "./context.ts";
import { entriesOf } from "./entries.ts";
import { lazily } from "./lazily.tsx";
import { NotFound } from "./pages/NotFound.tsx";
import { go, usePath } from "./router.ts";
import { type Found, findRoute } from "./routes.ts";
import { useLoaded } from "./useLoaded.ts";

const SignIn = lazily(async () => (await import("./pages/SignIn.tsx")).SignIn);
const Stranger = lazily(async () => (await import("./pages/SignIn.tsx")).Stranger);
const Revoked = lazily(async () => (await import("./pages/SignIn.tsx")).Revoked);

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
        reloadPartners: async () => {
          const partners = await loadPartners();
          setReference((before) => ({ ...before, partners }));
        },
        reloadReference: async () => setReference(await loadReference()),
      }}
    >
      <Frame account={account} navigation={navigation} isDemo={reference.isDemo}>
        <Page at={at} session={session} />
      </Frame>
    </AppContextOf.Provider>
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
