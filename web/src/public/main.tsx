/** Starts the public page. */
import { PublicPage } from "./PublicPage.tsx";
import { start } from "./start.tsx";

start(() => <PublicPage />);
