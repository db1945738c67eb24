// One build for the portal (at /) and the workbench (at /workbench/), with hashed assets under /assets/.
// In development `vite --config web/vite.config.ts` serves both and passes /api and /oidc to API_URL.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const apiUrl = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [react(), placePages()],
  server: { proxy: { '/api': apiUrl, '/oidc': apiUrl } },
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
          groups: [
            { name: 'vendor', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|cookie|set-cookie-parser)[\\/]/ },
          ],
        },
      },
    },
  },
});

/** Puts portal/index.html at the root of the build, and answers page addresses with the right app in development. */
function placePages(): Plugin {
  return {
    name: 'tongban:place-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['portal/index.html'];
      if (page?.type === 'asset') {
        delete bundle['portal/index.html'];
        this.emitFile({ type: 'asset', fileName: 'index.html', source: page.source });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.headers.accept?.includes('text/html') && !request.url?.startsWith('/ui/gallery')) {
          request.url = request.url?.startsWith('/workbench') ? '/workbench/index.html' : '/portal/index.html';
        }
        next();
      });
    },
  };
}
