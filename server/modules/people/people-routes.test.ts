// Login, session and logout as a browser meets them: a real server, a real database and the real demo identity provider.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { noPacks } from '../../testing/packs.ts'
import { loginOverHttp } from './demo-login.ts'

let testing: TestApp
let baseUrl: string

beforeAll(async () => {
  testing = await startTestApp({ listen: true, packs: noPacks })
  baseUrl = testing.app.config.publicUrl
})
afterAll(() => testing.close())

test('a resident logs in through the identity provider and the session says who it is', async () => {
  const chen = await loginOverHttp(baseUrl, 'chen-xiaoman')
  const reply = await chen.fetch('/api/v1/session')
  expect(await reply.json()).toMatchObject({
    status: 'person', mode: 'demo', region: '440300', csrf: chen.csrf,
    person: { name: '陈小满', idNumberMasked: '440***********9994', phoneMasked: '154****0101', region: '440305', companies: [] },
  })
})
