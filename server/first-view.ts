// Puts the first view of a public page into the page the server sends: title, words, figures and styles, so that it is seen before the app has arrived.
// Drawn by the portal's own components (web/portal/first-view.tsx, built into web/dist/server); kept for a minute and no longer than the packs it shows, because it is the same for everybody.
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { FirstView as Drawn, FirstViewOf } from '../web/portal/first-view.tsx'
import type { Settings } from '../web/shared/look.ts'
import type { Clock } from './kernel/clock.ts'

/** `replies` as they stand in the page: JSON in which nothing can end the script around it. */
export type FirstView = Omit<Drawn, 'replies'> & { replies: string }

/** undefined: nothing to show before the app; also when drawing takes too long, or fails, which the log tells. */
export type FindFirstView = (path: string, look: Settings) => Promise<FirstView | undefined>

const freshMs = 60_000
const mostKept = 100
/** A page waits no longer for its first view; drawn later, the view serves the next reader. */
const patienceMs = 1000

const soon = <Value>(work: Promise<Value>, within: number): Promise<Value | undefined> => {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), within)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** @param content what views are drawn from: as soon as it is another object, all are drawn anew */
export const firstViews = (server: FastifyInstance, clock: Clock, program: string, content: () => unknown = () => undefined, patience = patienceMs): FindFirstView => {
  let drawnFrom = content()
  const kept = new Map<string, { until: number; view: Promise<FirstView | undefined> }>()
  const transport: FirstViewOf['transport'] = async (url, { headers }) => {
    const reply = await server.inject({ method: 'GET', url, headers: Object.fromEntries(new Headers(headers)) })
    return new Response(reply.body, { status: reply.statusCode, headers: { 'content-type': String(reply.headers['content-type']) } })
  }
  const draw = async (path: string, { language, mode, text }: Settings): Promise<FirstView | undefined> => {
    if (!existsSync(program)) return undefined
    const { firstView } = (await import(pathToFileURL(program).href)) as { firstView: (wanted: FirstViewOf) => Promise<Drawn | undefined> }
    const drawn = await firstView({ path, language, mode, text, transport })
    return drawn && { ...drawn, replies: inScript(drawn.replies) }
  }
  return (path, look) => {
    const key = [path, look.language, look.mode, look.text].join(' ')
    const now = clock.now().getTime()
    if (content() !== drawnFrom) kept.clear()
    drawnFrom = content()
    const known = kept.get(key)
    if (known && known.until > now) return soon(known.view, patience)
    const view = draw(path, look).then((drawn) => {
      if (!drawn) kept.delete(key)
      return drawn
    }).catch((error: unknown) => {
      server.log.warn({ err: error, path }, 'no first view; the browser draws the page')
      return undefined
    })
    kept.delete(key)
    kept.set(key, { until: now + freshMs, view })
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return soon(view, patience)
  }
}

/** The page with its first view: styles stand in the page, and as files after what is to be seen, for the pages that follow. */
export const withFirstView = (html: string, view: FirstView, css: string, look: Settings): string => {
  const links = [...html.matchAll(/ *<link rel="stylesheet"[^>]*>\n?/g)].map(([link]) => link)
  return links
    .reduce((page, link) => page.replace(link, ''), html)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${view.title}</title>`)
    .replace('</head>', () => `  <style>${css}</style>\n  </head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${view.html}</div>\n    <script type="application/json" id="first-replies" lang="${look.language}">${view.replies}</script>\n${links.join('')}`)
}

/** What a person chose, on <html>, where tokens.css reads it. */
export const withLook = (html: string, { language, mode, text, theme }: Settings): string =>
  html.replace(/<html lang="[^"]*"/, () => `<html lang="${language}" data-mode="${mode}" data-text="${text}" data-theme="${theme}"`)
