// The frame of the few pages the server draws itself (choosing a demo person, a refused login): our tokens, no script.
// They are the pages somebody sees before the web apps can load, so they depend on nothing but these two stylesheets.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const ui = new URL('../../../web/ui/', import.meta.url)
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/wght.css'))
const fontsPath = '/login/fonts/'

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const layout = `
@layer app {
  .head { background: var(--paper); border-block-end: var(--hairline) solid var(--line); }
  .head .tb-page { display: flex; align-items: center; gap: var(--space-3); min-block-size: var(--header); }
  .head a { display: inline-flex; align-items: center; gap: var(--space-3); min-block-size: var(--target); color: var(--ink); font-weight: var(--weight-bold); text-decoration: none; }
  .head svg { inline-size: var(--space-8); block-size: var(--space-8); }
  main { padding-block: var(--space-8) var(--space-16); }
  main > h1 { margin-block-end: var(--space-2); }
  [lang=en] { font-size: var(--text-s); font-weight: var(--weight); color: var(--ink-3); }
}`

/** What every page needs, read once. */
export type PageParts = { styles: string; mark: string }

export const readPageParts = async (): Promise<PageParts> => {
  const [tokens, base, mark] = await Promise.all(['tokens.css', 'base.css', 'mark.svg'].map((name) => readFile(new URL(name, ui), 'utf8')))
  return { styles: `${tokens}${base}${layout}`, mark: (mark ?? '').replace('<svg ', '<svg aria-hidden="true" ') }
}

export type Page = { title: string; /** HTML inside <main> */ body: string; styles?: string }

export const renderPage = (parts: PageParts, { title, body, styles = '' }: Page): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · 通办 Tongban</title>
<link rel="stylesheet" href="${fontsPath}wght.css">
<style>${parts.styles}${styles}</style>
</head>
<body>
<header class="head"><div class="tb-page tb-page-text"><a href="/">${parts.mark}<span>通办 Tongban</span></a></div></header>
<main class="tb-page tb-page-text">
${body}
</main>
</body>
</html>`

/** Chinese letters for machines that have none; the browser fetches only the slices it lacks. */
export const mountFonts = async (server: FastifyInstance): Promise<void> => {
  await server.register(fastifyStatic, { root: fonts, prefix: fontsPath, decorateReply: false, index: false, maxAge: '30d', allowedPath: (path) => /\.(css|woff2)$/.test(path) })
}
