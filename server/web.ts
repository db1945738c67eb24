// Serves the built web apps: the portal at /, the workbench at /workbench/, hashed assets cached for a year.
// Unknown paths below /api answer as the API does; every other unknown path is a page of one of the two apps.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lookCookie, settingsOfLook, type Settings } from '../web/shared/look.ts'
import { patterns } from '../web/shared/paths.ts'
import { firstViews, withFirstView, withLook } from './first-view.ts'
import { errorBody } from './kernel/errors.ts'
import { languageFor } from './kernel/texts.ts'
import type { App } from './module.ts'
import { sessionCookieName } from './modules/people/index.ts'
import type { AppName, PageFiles } from './start/page-files.ts'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))

/** Tags that let the browser fetch a page's files while the app itself is still on its way. */
const announce = ({ scripts, styles }: PageFiles): string =>
  [...styles.map((file) => `<link rel="stylesheet" crossorigin href="${file}">`), ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`)].join('\n    ')

/** Whether an address is one of a pattern: '/matters/newborn' of '/matters/:matter'. */
const isOf = (path: string, pattern: string): boolean => {
  const [parts, wanted] = [path.replace(/\/$/, '').split('/'), pattern.replace(/\/$/, '').split('/')]
  return parts.length === wanted.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index])
}

/** The page of an app as it was built, with the files of this address announced. */
const readPage = async (name: AppName, path: string): Promise<string> => {
  const html = await readFile(`${dist}${name}/index.html`, 'utf8')
  // Written by the build beside it.
  const pages = (JSON.parse(await readFile(`${dist}pages.json`, 'utf8').catch(() => '{}')) as Partial<Record<AppName, PageFiles[]>>)[name] ?? []
  const page = pages.find((each) => isOf(path, each.path))
  return page ? html.replace('</head>', () => `  ${announce(page)}\n  </head>`) : html
}

/** All stylesheets a page names, one after the other. */
const readStyles = async (html: string): Promise<string> => {
  const files = [...html.matchAll(/<link rel="stylesheet"[^>]*href="\/([^"]+)"/g)].map(([, file = '']) => file)
  return (await Promise.all(files.map((file) => readFile(`${dist}${file}`, 'utf8')))).join('')
}

/** The settings of an earlier visit, else what the browser asks for. */
const lookOf = ({ cookies, headers }: FastifyRequest): Settings =>
  settingsOfLook(cookies[lookCookie] ?? '', (headers['accept-language'] ?? '').split(',').map((tag) => tag.split(';')[0]?.trim() ?? ''))

export const mountWeb = async (server: FastifyInstance, app: App): Promise<void> => {
  const built = existsSync(`${dist}portal/index.html`)
  if (built) {
    // The plugin's own route would read the whole folder at each request, to tell names that differ in capitals only.
    await server.register(fastifyStatic, { root: `${dist}assets`, serve: false, preCompressed: true, immutable: true, maxAge: '365d' })
    server.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) => reply.sendFile(request.params['*']))
  }
  // Asked for anew each time: an old worker would keep an old wallet.
  if (built) server.get('/wallet-worker.js', { schema: { hide: true } }, async (_request, reply) => reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(await readFile(`${dist}wallet-worker.js`)))
  const findFirstView = firstViews(server, app.clock, `${dist}server/first-view.js`, () => app.packs)
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (request.method !== 'GET' || path.startsWith('/api/') || path.startsWith('/assets/') || !built) {
      return reply.status(404).send(errorBody('not_found', request.id, languageFor(request.headers['accept-language'])))
    }
    reply.header('cache-control', 'private, no-cache').type('text/html; charset=utf-8')
    const look = lookOf(request)
    if (path === '/workbench' || path.startsWith('/workbench/')) return withLook(await readPage('workbench', path), look)
    // Who has logged in finds own matters on the first screen; the app draws them.
    const isPersonal = path === patterns.home && request.cookies[sessionCookieName] !== undefined
    const [html, view] = await Promise.all([readPage('portal', path), isPersonal ? undefined : findFirstView(path, look)])
    return withLook(view ? withFirstView(html, view, await readStyles(html), look) : html, look)
  })
  if (!built) app.log.warn('web apps are not built; only the API is served')
}
