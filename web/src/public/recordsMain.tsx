/** Starts the page of the records behind a figure. */
import { RecordsPage } from "./RecordsPage.tsx";
import { start } from "./start.tsx";

start(() => <RecordsPage />);
