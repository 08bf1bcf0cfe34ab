/** Starts the app. */
import { render } from "preact";

const root = document.getElementById("root");
if (root) render(<h1>Bitácora</h1>, root);
