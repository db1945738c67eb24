// What the server draws of public pages: the real pages, with the answers of a real server on the neutral pack.
// That the app takes over without losing a typed word is seen in the browser (e2e/first-view.ts).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../server/testing/app.ts'
import { firstView } from './first-view.tsx'

describe('the first view', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100' } })
  })
  afterAll(() => test.close())

  const asked: string[] = []
  const view = (path: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
    firstView({
      path, language, mode: 'normal', text: 'standard',
      transport: async (url, { headers }) => {
        asked.push(url)
        const reply = await test.server.inject({ method: 'GET', url, headers: Object.fromEntries(new Headers(headers)) })
        return new Response(reply.body, { status: reply.statusCode, headers: { 'content-type': 'application/json' } })
      },
    })

  it('of the home page has the question, the search form and the matters in it', async () => {
    const home = await view('/')
    expect(home?.title).toContain('通办')
    expect(home?.html).toContain('<h1>您想办什么事？</h1>')
    expect(home?.html).toContain('href="/matters/keep-telescope"')
    expect(home?.html).not.toContain('<title>')
  })

  it('of a matter has its computed figures in it and brings what was asked for, but not who is asking', async () => {
    asked.length = 0
    const matter = await view('/matters/keep-telescope')
    expect(matter?.title).toMatch(/望远镜.* · 通办 · /)
    expect(matter?.html).toMatch(/要填 \d+ 项/)
    expect(Object.keys(matter?.replies ?? {}).sort()).toEqual(['/api/v1/matters/keep-telescope', '/api/v1/regions', '/api/v1/stages'])
  })

  it('can be read in another language', async () => {
    expect((await view('/', 'en'))?.html).toContain('Keep a telescope')
    expect((await view('/accessibility', 'en'))?.html).toContain('<h1>Accessibility</h1>')
    expect((await view('/accessibility'))?.html).toContain('<h1>无障碍说明</h1>')
  })

  it('lets nobody press what does not work yet, but links and the search form, which need no script', async () => {
    const { html = '' } = (await view('/')) ?? {}
    const buttons = [...html.matchAll(/<button[^>]*>/g)].map(([tag]) => tag)
    expect(buttons.filter((tag) => !tag.includes(' disabled='))).toEqual([expect.stringContaining('type="submit"')])
    expect(html).toMatch(/<form[^>]*action="\/search"[^>]*>/)
    expect(html).toMatch(/<input[^>]*name="q"[^>]*>/)
    // Which place this device searched last, only the browser can say.
    expect(html).toContain('<input type="hidden" name="from" value="here"/>')
  })

  it.each(['/stages/leisure', '/services/telescope-permit', '/help', '/help/log-in', '/accessibility'])('is drawn of %s without a browser', async (path) => {
    expect((await view(path))?.html).toMatch(/<h1[^>]*>[^<]+/)
  })

  it('exists only for pages that show everybody the same', async () => {
    expect(await view('/applications')).toBeUndefined()
    expect(await view('/my-data')).toBeUndefined()
    expect(await view('/no-such-page')).toBeUndefined()
  })

  it('of a matter that does not exist is left to the browser, which says so', async () => {
    expect(await view('/matters/nothing')).toBeUndefined()
  })
})
