// One build for the portal (at /) and the workbench (at /workbench/), with hashed assets under /assets/.
// In development `vite --config web/vite.config.ts` serves both and passes /api and /oidc to API_URL.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const apiUrl = process.env['API_URL'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
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
    rolldownOptions: {
      input: { portal: `${root}portal/index.html`, workbench: `${root}workbench/index.html` },
      output: {
        codeSplitting: {
          // Few files: on a phone's network each costs a round trip. What most pages share is one, what the pages before a form share another.
          groups: [
            { name: 'vendor', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|cookie|set-cookie-parser)[\\/]/ },
            { name: 'common', test: /web[\\/](ui|shared|api)[\\/]/, minShareCount: 6 },
            { name: 'browse', test: /web[\\/]portal[\\/]features[\\/](home|matters|stages|search)[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
})

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
