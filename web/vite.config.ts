// One build for the portal (at /) and the workbench (at /workbench/), with hashed assets under /assets/.
// `--mode first-view` builds what the server draws the first view of a public page with, into dist/server, never served itself.
// In development `vite --config web/vite.config.ts` serves both and passes /api and /oidc to API_URL.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const apiUrl = process.env['API_URL'] ?? 'http://127.0.0.1:3000'

/** One file without dependencies, so that React is the production build whatever the server's NODE_ENV. */
const forServer: UserConfig = {
  root,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: { ssr: `${root}portal/first-view.tsx`, outDir: 'dist/server', emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'first-view.js', codeSplitting: false } } },
}

const forBrowsers: UserConfig = {
  root,
  appType: 'mpa',
  plugins: [react(), answerPages()],
  // The folder web/api holds source files; everything else under /api is the server's, which must see the address the browser sees.
  server: { proxy: { '^/api/(?!\\w+\\.ts\\b)': { target: apiUrl }, '/oidc': { target: apiUrl } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // A font slice inlined into the stylesheet would be downloaded by everyone.
    assetsInlineLimit: 0,
    // A page names the files it needs itself; listing them for every page in the first download costs more than it saves.
    modulePreload: { resolveDependencies: (_file, deps, { hostType }) => (hostType === 'js' ? deps.filter((file) => file.endsWith('.css')) : deps) },
    rolldownOptions: {
      // A service worker has one address for ever (server/web.ts serves it); everything else is found by its content's hash.
      input: { portal: `${root}portal/index.html`, workbench: `${root}workbench/index.html`, 'wallet-worker': `${root}portal/features/wallet/worker.ts` },
      // The server's pure files do nothing by being imported: what is not used of them is not loaded.
      treeshake: { moduleSideEffects: [{ test: /server[\\/]/, sideEffects: false }] },
      output: {
        entryFileNames: ({ name }) => (name === 'wallet-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // A group takes what it names and nothing that happens to be needed by it: the planner is needed by forms, not by every page.
          includeDependenciesRecursively: false,
          // Few files: on a phone's network each costs a round trip. What most pages share is one, what the pages before a form share another.
          groups: [
            { name: 'vendor', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|cookie|set-cookie-parser)[\\/]/ },
            // Forms come with the first page that has one, however many pages have.
            { name: 'forms', test: /web[\\/](shared[\\/]form[\\/]|ui[\\/](Choice|DateInput|FileInput|NumberInput|TextInput)\.)/, minShareCount: 4, priority: 1 },
            // Parts of pages, but of none that is seen first.
            { name: 'parts', test: /web[\\/](ui[\\/](Breadcrumbs|ErrorSummary|Field|KeyValue|PickList|Select|Table|Tabs|ThreeColumns|Timeline|date|file|number)|shared[\\/](kept|save-file))\./, minShareCount: 6, priority: 1 },
            // What a reader needs before the first page can be drawn; a part of that many pages that it might as well be there.
            { name: 'common', test: /web[\\/](ui(?![\\/]QrCode\.)|shared(?![\\/](form|rating)[\\/])|api)[\\/]/, minShareCount: 6 },
            // Only what the first screens share: whatever plans stays with the pages that do.
            { name: 'browse', test: /web[\\/]portal[\\/]features[\\/](home[\\/]queries|matters[\\/](queries|own-applications|example-words|MatterCard|saved|useSavedText)|stages[\\/]\w+|search[\\/]\w+)\./, minShareCount: 2 },
          ],
        },
      },
    },
  },
}

export default defineConfig(({ mode }) => (mode === 'first-view' ? forServer : forBrowsers))

/** In development every page address is answered with the page of its app, as the server does with the build. */
function answerPages(): Plugin {
  return {
    name: 'tongban:answer-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '/'
        const isPage = request.headers.accept?.includes('text/html') && !/^\/(ui\/gallery|api|oidc)\//.test(path)
        if (isPage) request.url = /^\/workbench(\/|$)/.test(path) ? '/workbench/index.html' : '/portal/index.html'
        next()
      })
    },
  }
}
