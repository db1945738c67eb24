// The wallet as an app on a phone (W3C Web App Manifest): its name, its sign, where it begins.
// Served by hand, because its address may not change while the build's do.
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'

const mark = readFileSync(new URL('../../../web/ui/mark.svg', import.meta.url), 'utf8')

const manifest = JSON.stringify({
  name: '通办 · 我的证照', short_name: '我的证照', lang: 'zh-CN', start_url: '/wallet', scope: '/wallet', display: 'standalone', background_color: '#ffffff', theme_color: '#ffffff',
  icons: [{ src: `data:image/svg+xml,${encodeURIComponent(mark)}`, sizes: 'any', type: 'image/svg+xml' }],
})

export const mountManifest = (server: FastifyInstance): void => {
  server.get('/wallet.webmanifest', { schema: { hide: true } }, (_request, reply) => reply.header('cache-control', 'public, max-age=3600').type('application/manifest+json').send(manifest))
}
