// Draws a public page on the server, as HTML with the words and figures already in it, so that a slow phone shows it before the app has arrived.
// The same components, queries and texts as in the browser; built by `vite build --ssr` (server/start/build-web.ts), called by server/first-view.ts.
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, matchRoutes, RouterContextProvider, RouterProvider, type RouteObject } from 'react-router'
import { addressOf, setTransport, type Transport } from '../api/client.ts'
import { statusOf } from '../shared/failure.ts'
import type { Language } from '../shared/i18n/languages.ts'
import { setLanguage, t } from '../shared/i18n/store.ts'
import { patterns } from '../shared/paths.ts'
import { queryClient } from '../shared/query-client.ts'
import { regionsQuery, SessionProvider, sessionQuery } from '../shared/SessionProvider.tsx'
import type { Settings } from '../shared/look.ts'
import { changeSettings } from '../shared/settings.ts'
import { routes } from './routes.tsx'

/** `replies`: what the server answered meanwhile, by address; the browser need not ask again. */
export type FirstView = { title: string; html: string; replies: Readonly<Record<string, unknown>> }

/** What of the settings decides which parts are drawn; everything else is a matter of style. */
export type FirstViewOf = { path: string; language: Language; mode: Settings['mode']; text: Settings['text']; transport: Transport }

/** Pages that show everybody the same, whoever is logged in and whatever follows `?`. */
const publicPages: readonly string[] = [patterns.home, patterns.stage, patterns.matter, patterns.service, patterns.importedService, patterns.help, patterns.helpTopic, patterns.accessibility]

/** Nothing in the first view can be operated before the app has taken over, but links and the search form, which work by themselves. */
const resting = (html: string): string => html.replaceAll(/<(button|input|select|textarea)(?![^>]*type="(?:submit|search|hidden)")/g, '<$1 disabled=""')

type RouteMatch = NonNullable<ReturnType<typeof matchRoutes>>[number]

// A server that fails now is not waited for: others stand in line, and the browser asks again by itself.
queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } })

/** One at a time: language and answers are kept in one place, as in a browser. */
let last: Promise<unknown> = Promise.resolve()

let waiting = 0
/** More than so many in line are left to the browser at once. */
const mostWaiting = 20

/** undefined: no such page, or not one for everybody, or too many are in line. Rejects when it cannot be drawn now. In all cases the browser draws it. */
export function firstView(wanted: FirstViewOf): Promise<FirstView | undefined> {
  const match = matchRoutes(routes, wanted.path)?.at(-1)
  if (!match?.route.path || !publicPages.includes(match.route.path) || waiting >= mostWaiting) return Promise.resolve(undefined)
  waiting += 1
  const next = last.then(() => draw(wanted, match)).catch((error: unknown) => {
    if (statusOf(error) === 404) return undefined
    throw error
  })
  last = next.catch(() => {}).finally(() => { waiting -= 1 })
  return next
}

async function draw({ path, language, mode, text, transport }: FirstViewOf, match: RouteMatch): Promise<FirstView | undefined> {
  if (!match.route.path || !match.route.lazy || typeof match.route.lazy !== 'function') return undefined
  const replies: Record<string, unknown> = {}
  setTransport(async (address, init) => {
    const response = await transport(address, init)
    if (response.ok && address !== addressOf('getSession')) replies[address] = await response.clone().json()
    return response
  })
  queryClient.clear()
  changeSettings({ language, mode, text })
  await setLanguage(language)
  const { Component, loader } = await match.route.lazy()
  const url = new URL(path, 'http://localhost')
  const [data] = await Promise.all([
    typeof loader === 'function' ? loader({ request: new Request(url), url, pattern: match.route.path, params: match.params, context: new RouterContextProvider() }) : null,
    queryClient.prefetchQuery(regionsQuery),
  ])
  // Who reads is not known here: the header waits for it, as it does in the browser.
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  const page: RouteObject = { id: 'page', path: match.route.path, ...(Component ? { Component } : {}) }
  const frame = routes[0]
  const router = createMemoryRouter([{ element: frame?.element, children: [page] }], { initialEntries: [path], hydrationData: { loaderData: { page: data } } })
  const html = renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>,
  )
  router.dispose()
  return { ...separate(html), replies }
}

/** React puts the document's title and links before what it draws. */
function separate(html: string): Omit<FirstView, 'replies'> {
  const title = /<title>([^<]*)<\/title>/.exec(html)
  return { title: title?.[1] ?? t('shell.brand'), html: resting(title ? html.replace(title[0], '') : html) }
}
