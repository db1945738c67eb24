// Photos by the progress link: whoever has it may add them as long as the request is worked on.
// Access: the link is all it needs; one nobody made leads nowhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { answer, brightLamp, officialsOf, type Officials } from './testing.ts'

const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

describe('a report without login', () => {
  let test: TestApp
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock: clockAt('2026-03-02T10:00:00+08:00'), environment: { REGION: '990100' } })
    officials = await officialsOf(test)
  })
  afterAll(() => test.close())

  const anonymous = async () => (await test.asNobody.post<{ token: string; number: string }>('/anonymous-requests', { key: crypto.randomUUID(), kind: 'complain', text: `${brightLamp}${Math.random()}`, category: 'sky/lamps/bright', place: { region: '990101' } })).body
  const send = (token: string, content: Buffer = photo) => {
    const boundary = 'photo'
    const payload = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.png"\r\ncontent-type: image/png\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
    return test.asNobody.request({ method: 'POST', url: `/api/v1/request-progress/${token}/files`, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload })
  }

  it('brings its photos by its link, which its unit sees; sent twice it is one', async () => {
    const { token, number } = await anonymous()
    expect([(await send(token)).statusCode, (await send(token)).statusCode]).toEqual([201, 201])
    const { requests: [row] } = (await officials.dispatcher.get<{ requests: { id: string }[] }>(`/requests?view=ofPlace&words=${number}`)).body
    expect((await officials.clerk.get<{ files: { type: string }[] }>(`/requests/${row?.id}`)).body.files).toMatchObject([{ type: 'image/png' }])
  })

  it('takes nothing by a link nobody made, nothing that is no photo, and nothing once it was answered', async () => {
    const { token, number } = await anonymous()
    expect((await send(`${token.slice(0, -2)}xx`)).statusCode).toBe(404)
    expect((await send(token, Buffer.from('<script>'))).statusCode).toBe(415)
    const { requests: [row] } = (await officials.dispatcher.get<{ requests: { id: string }[] }>(`/requests?view=ofPlace&words=${number}`)).body
    await answer(officials, row?.id ?? '')
    expect((await send(token)).statusCode).toBe(409)
  })
})
