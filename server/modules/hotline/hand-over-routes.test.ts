// The assistant hands over: a person has read the conversation before calling back; danger comes first, floods wait.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100' } })
})
afterAll(() => test.close())

const said = (text: string) => [{ who: 'person', text }, { who: 'assistant', text: '这个我答不了。' }]
const handOver = (client: { post: TestApp['asNobody']['post'] }, key: string, text = '我的补贴为什么停了？') => client.post<{ accepted: boolean; front: boolean }>('/hotline/hand-overs', { key, phone: '154 0000 0101', name: '陈小满', transcript: said(text) })

describe('a conversation handed over', () => {
  it('rings for the agents, who read it, and shows once however often it is sent', async () => {
    const person = await test.as({ person: {} })
    const agent = await test.as({ staff: [{ role: 'agent', region: '990100', line: 'government-services' }] })
    expect(await handOver(person, 'conversation-1')).toMatchObject({ status: 202, body: { accepted: true, front: false } })
    await handOver(person, 'conversation-1')
    expect((await handOver(person, 'conversation-2', '我不想活了，想从楼上跳下去')).body.front).toBe(true)
    const { waiting } = (await agent.get<{ waiting: { id: string; front: boolean; handedOver: boolean }[] }>('/hotline/calls')).body
    expect(waiting.map(({ front, handedOver }) => [front, handedOver])).toEqual([[true, true], [false, true]])
    expect((await agent.post<{ transcript: object[]; phone: string; name: string }>(`/hotline/calls/${waiting[1]?.id}/take`, {})).body).toMatchObject({ transcript: said('我的补贴为什么停了？'), phone: '15400000101', name: '陈小满' })
  })

  it('is open to somebody who is not logged in, a few times an hour', async () => {
    const person = await test.as({ person: {} })
    for (let n = 0; n < 6; n += 1) expect((await handOver(person, `again-${n}-again`)).status).toBe(202)
    expect((await handOver(person, 'again-7-again')).status).toBe(429)
    expect((await handOver(person, 'again-8-again', '家里着火了，快来人')).status).toBe(202)
    expect((await person.post('/hotline/hand-overs', { key: 'nobody-asked', phone: '15400000101', transcript: [{ who: 'assistant', text: '您好' }] })).status).toBe(400)
  })

  it('is counted by number for who is not logged in, so that one hall behind one address does not wait for its neighbours', async () => {
    const leave = (n: number, phone: string, remoteAddress: string) =>
      test.asNobody.request({ method: 'POST', url: '/api/v1/hotline/hand-overs', remoteAddress, payload: { key: `hall-${phone}-${n}`, phone, transcript: said('想问问补贴') } })
    for (let n = 0; n < 6; n += 1) expect((await leave(n, '15400000111', '203.0.113.7')).statusCode).toBe(202)
    expect((await leave(6, '15400000111', '203.0.113.9')).statusCode).toBe(429)
    expect((await leave(7, '15400000112', '203.0.113.7')).statusCode).toBe(202)
  })

  it('is limited for one network however many numbers are given, also where a host has many addresses', async () => {
    const codes: number[] = []
    for (let n = 0; n < 61; n += 1) codes.push((await test.asNobody.request({ method: 'POST', url: '/api/v1/hotline/hand-overs', remoteAddress: `2001:db8:5:6::${(n + 1).toString(16)}`, payload: { key: `many-numbers-${n}`, phone: `154000${String(20_000 + n)}`, transcript: said('想问问补贴') } })).statusCode)
    expect([codes.slice(0, 60).every((code) => code === 202), codes[60]]).toEqual([true, 429])
  })
})
