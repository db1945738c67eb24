// Help texts over HTTP: everybody may read them, in the order the pack has them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'

let testing: TestApp
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
})
afterAll(() => testing.close())

describe('GET /help', () => {
  test('lists every text with its heading', async () => {
    const { body } = await testing.asNobody.get('/help')
    expect(body).toEqual({
      topics: [
        { id: 'log-in', group: 'start', title: { 'zh-CN': '怎么登录', en: 'How to log in' } },
        { id: 'what-day', group: 'follow', title: { 'zh-CN': '承诺的日子是什么意思', en: 'What the promised date means' } },
      ],
    })
  })

  test('one text has its paragraphs, steps and links', async () => {
    const { body } = await testing.asNobody.get('/help/log-in')
    expect(body).toMatchObject({ id: 'log-in', steps: [{ en: 'Press Log in.' }, { en: 'Choose who you are.' }], links: [{ href: '/applications' }] })
  })

  test('a text without steps and links says so with empty lists', async () => {
    expect((await testing.asNobody.get('/help/what-day')).body).toMatchObject({ steps: [], links: [] })
  })

  test.each(['no-such-text', 'constructor', '__proto__'])('there is none called %s', async (id) => {
    const { status, body } = await testing.asNobody.get(`/help/${id}`)
    expect([status, body]).toMatchObject([404, { error: { code: 'not_found' } }])
  })
})
