/** Signing in by a link that comes by email or by Google; in the emulators also by the sample accounts' password. */

import { useState } from "preact/hooks";
import { TextField } from "../../components/fields.tsx";
import { Failure } from "../../components/parts.tsx";
import { useAct } from "../../components/useAct.ts";
import { services } from "../../data/firebase.ts";
import {
  cameByLink,
  leave,
  rememberedEmail,
  sendLink,
  signInByGoogle,
  signInByLink,
  signInByPassword,
} from "../../data/session.ts";
import { app } from "../../i18n/app/app.ts";
import { signInText } from "./signInTexts.ts";

export function SignIn({ isExpired }: { isExpired: boolean }) {
  const byLink = cameByLink();
  const [email, setEmail] = useState(rememberedEmail());
  const [password, setPassword] = useState("");
  const [sent, setSent] = useState<{ to: string; link: string | undefined }>();
  const [emailError, setEmailError] = useState<string>();
  const { running, error, run } = useAct();
  const isEmulator = services().authEmulator !== undefined;

  const submit = (event: Event) => {
    event.preventDefault();
    const isEmail = /^\S+@\S+\.\S+$/.test(email.trim());
    setEmailError(isEmail ? undefined : app("wrongEmail"));
    if (!isEmail) return document.getElementById("email")?.focus();
    void run(async () => {
      if (byLink) await signInByLink(email.trim());
      else if (password !== "") await signInByPassword(email.trim(), password);
      else setSent({ to: email.trim(), link: await sendLink(email.trim()) });
    });
  };

  if (sent)
    return (
      <>
        <h1>{signInText("linkSentTitle")}</h1>
        {sent.link === undefined ? (
          <p class="lead">{signInText("linkSent", { email: sent.to })}</p>
        ) : (
          <div class="notice">
            <p>{signInText("linkInEmulator")}</p>
            <p>
              <a href={sent.link}>{signInText("openLink")}</a>
            </p>
          </div>
        )}
        <button type="button" class="link-button" onClick={() => setSent(undefined)}>
          {signInText("otherEmail")}
        </button>
      </>
    );
  return (
    <form class="narrow" onSubmit={submit} noValidate>
      <h1>{signInText("signInTitle")}</h1>
      {isExpired && (
        <div class="notice" role="status">
          <p>{app("expired")}</p>
        </div>
      )}
      <p>{signInText(byLink ? "signInConfirm" : "signInHelp")}</p>
      <Failure error={error} />
      <TextField
        words={{ id: "email", label: app("email"), error: emailError }}
        type="email"
        autocomplete="email"
        value={email}
        onChange={setEmail}
      />
      {isEmulator && !byLink && (
        <TextField
          words={{ id: "password", label: app("password"), help: signInText("passwordHelp"), optional: true }}
          type="password"
          autocomplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <button type="submit" class="button" disabled={running}>
        {app(byLink || password !== "" ? "signInDo" : "sendLink")}
      </button>
      {!byLink && (
        <>
          <p class="apart">{signInText("signInOr")}</p>
          <p class="help">{signInText("signInGoogleHelp")}</p>
          <button
            type="button"
            class="button secondary"
            disabled={running}
            onClick={() => void run(async () => void (await signInByGoogle()))}
          >
            {signInText("signInGoogle")}
          </button>
        </>
      )}
    </form>
  );
}

/** For a person who has signed in but was not given access. */
export function Stranger({ email }: { email: string }) {
  return (
    <div class="narrow">
      <h1>{signInText("strangerTitle")}</h1>
      <p class="lead">{app("stranger", { email })}</p>
      <p>{signInText("strangerHelp")}</p>
      <button type="button" class="button secondary" onClick={() => void leave()}>
        {app("signOut")}
      </button>
    </div>
  );
}

/** For a person whose access was taken away while she was at work. */
export function Revoked({ email }: { email: string }) {
  return (
    <div class="narrow">
      <h1>{signInText("revokedTitle")}</h1>
      <p class="lead">{signInText("revoked", { email })}</p>
      <p>{signInText("strangerHelp")}</p>
      <button type="button" class="button secondary" onClick={() => void leave()}>
        {app("signOut")}
      </button>
    </div>
  );
}
