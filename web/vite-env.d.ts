// Tells the type checker what Vite understands besides TypeScript: stylesheets, import.meta.env, import.meta.glob.
// Holds nothing else.
/// <reference types="vite/client" />
