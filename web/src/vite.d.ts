/** What Vite lets a module import besides code: style sheets. */
/// <reference types="vite/client" />
