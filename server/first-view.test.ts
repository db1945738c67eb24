// How a first view gets into the page, how long it is kept, and that a page never depends on it.
// The program that draws is a small one written by the test; the real one has its own test (web/portal/first-view.test.tsx).
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseSettings } from '../web/shared/look.ts'
import { firstViews, inScript, withFirstView, withLook } from './first-view.ts'

const look = parseSettings(null, ['zh-CN'])
const html = '<html lang="zh-CN" data-app="portal"><head><title>通办</title>\n    <link rel="stylesheet" crossorigin href="/assets/a.css">\n  </head><body><div id="root"></div></body></html>'

describe('a page with a first view', () => {
  const page = withFirstView(html, { title: '首页 · 通办', html: '<h1>$& 您想办什么事？</h1>', replies: inScript({ '/api/v1/matters': { name: '</script>' } }) }, 'h1{color:red}', look)

  it('has its words and its title in it', () => {
    expect(page).toContain('<div id="root"><h1>$& 您想办什么事？</h1></div>')
    expect(page).toContain('<title>首页 · 通办</title>')
  })

  it('needs no file before they are seen: styles stand in it, and are fetched after them for the pages that follow', () => {
    expect(page).toContain('<style>h1{color:red}</style>')
    expect(page.indexOf('href="/assets/a.css"')).toBeGreaterThan(page.indexOf('<h1>'))
    expect(page.match(/rel="stylesheet"/g)).toHaveLength(1)
  })

  it('brings what the app will ask for, and no content can end the script it stands in', () => {
    const [, replies] = /<script type="application\/json" id="first-replies" lang="zh-CN">(.*?)<\/script>/.exec(page) ?? []
    expect(JSON.parse(replies ?? '')).toEqual({ '/api/v1/matters': { name: '</script>' } })
  })

  it('looks as the person chose it before', () => {
    expect(withLook(html, { ...look, language: 'en', mode: 'elder', theme: 'dark' })).toContain('<html lang="en" data-mode="elder" data-text="standard" data-theme="dark" data-app="portal">')
  })
})

describe('first views', () => {
  let folder: string
  const server = Fastify()
  server.get('/api/v1/count', async () => ({ count: (asked += 1) }))
  let asked = 0
  let now = new Date('2026-03-02T02:00:00Z')
  const clock = { now: () => now }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-first-view-'))
    await writeFile(join(folder, 'program.mjs'), `export const firstView = async ({ path, language, transport }) => {
      if (path === '/own') return undefined
      if (path === '/hangs') return new Promise(() => {})
      if (path === '/broken') throw new Error('broken')
      const reply = await transport('/api/v1/count', { headers: { 'accept-language': language } })
      return { title: language, html: String((await reply.json()).count), replies: {} }
    }`)
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  it('are not waited for when they take too long', async () => {
    const find = firstViews(server, clock, join(folder, 'program.mjs'), undefined, 5)
    expect(await find('/hangs', look)).toBeUndefined()
  })

  it('are drawn with the answers of this server, once for everybody who sees the same, and anew after a minute', async () => {
    const find = firstViews(server, clock, join(folder, 'program.mjs'))
    const shown = async (path: string, language = look.language) => (await find(path, { ...look, language }))?.html
    expect([await shown('/'), await shown('/'), await shown('/', 'en'), await shown('/', 'en')]).toEqual(['1', '1', '2', '2'])
    now = new Date(now.getTime() + 60_001)
    expect(await shown('/')).toBe('3')
  })

  it('are drawn anew as soon as the packs they show are replaced', async () => {
    let packs = {}
    const find = firstViews(server, clock, join(folder, 'program.mjs'), () => packs)
    const shown = async () => (await find('/', look))?.html
    const first = await shown()
    expect(await shown()).toBe(first)
    packs = {}
    expect(await shown()).not.toBe(first)
  })

  it('are missing where a page is not the same for everybody, cannot be drawn, or the program is not built; the page is then sent without', async () => {
    const find = firstViews(server, clock, join(folder, 'program.mjs'))
    expect(await find('/own', look)).toBeUndefined()
    expect(await find('/broken', look)).toBeUndefined()
    expect(await firstViews(server, clock, join(folder, 'none.mjs'))('/', look)).toBeUndefined()
  })
})
