/** What the pages outside the app say. */
import { translator } from "../../i18n/language.ts";

const es = {
  signInTitle: "Ingresar",
  signInHelp: "Escriba su correo institucional. Le enviaremos un enlace para entrar, sin contraseña.",
  signInConfirm: "Confirme el correo al que le llegó el enlace.",
  passwordHelp: "Solo en este equipo de prueba: la de las cuentas de ejemplo.",
  linkSentTitle: "Revise su correo",
  linkSent:
    "Enviamos un enlace a {email}. Ábralo en este mismo equipo. Si no llega, mire en correo no deseado.",
  linkInEmulator: "En el emulador el correo no sale: abra este enlace.",
  openLink: "Entrar con este enlace",
  otherEmail: "Usar otro correo",
  strangerTitle: "Usted todavía no tiene acceso",
  strangerHelp:
    "Pida el acceso a la Consejería Distrital de Relaciones Internacionales: escriba a cdri@alcaldiabogota.gov.co con su nombre y el de su entidad.",
  signInOr: "o",
  signInGoogle: "Ingresar con Google",
  signInGoogleHelp: "Sirve si su entidad usa el correo de Google.",
  revokedTitle: "Su acceso a Bitácora terminó",
  revoked:
    "La administración retiró el acceso de {email} mientras usted trabajaba. Lo que estaba escribiendo sigue guardado en este equipo y aparecerá si le devuelven el acceso.",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  signInTitle: "Sign in",
  signInHelp: "Enter your work email. We will send you a link to get in, without a password.",
  signInConfirm: "Confirm the email that the link came to.",
  passwordHelp: "On this test computer alone: that of the sample accounts.",
  linkSentTitle: "Check your email",
  linkSent:
    "We sent a link to {email}. Open it on this same computer. If it does not come, look in your spam.",
  linkInEmulator: "In the emulator no email goes out: open this link.",
  openLink: "Get in with this link",
  otherEmail: "Use another email",
  strangerTitle: "You have no access yet",
  strangerHelp:
    "Ask the Office of the Counselor for International Relations for access: write to cdri@alcaldiabogota.gov.co with your name and that of your entity.",
  signInOr: "or",
  signInGoogle: "Sign in with Google",
  signInGoogleHelp: "For those whose entity uses Google's email.",
  revokedTitle: "Your access to Bitácora has ended",
  revoked:
    "The administrators took the access of {email} away while you were working. What you were writing is still kept on this computer, and will be there if you are let in again.",
};

export const signInText = translator(es, en);
