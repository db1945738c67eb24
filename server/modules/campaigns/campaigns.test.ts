// Copies of one letter from many people: handled under the first, each person counted and answered; other letters stay alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'
import { findRequest, receiveRequest } from '../requests/index.ts'
import { joinCampaigns } from './joining.ts'

const letter = '各位领导，我们是幸福里小区的业主，小区对面的工地每天夜里施工到两点，噪音非常大，老人孩子无法入睡，多次打电话都没有人来处理，请尽快派人制止。'
let test: TestApp
let nth = 0
beforeAll(async () => {
  test = await startTestApp({ clock: { now: () => new Date(Date.parse('2026-11-16T02:20:00Z') + nth * 1000) }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100' } })
})
afterAll(() => test.close())

const send = async (text: string, email = `person${nth}@example.com`) => {
  nth += 1
  return (await receiveRequest(test.app, { key: `campaign-test-${nth}`, kind: 'complain', channel: 'email', text, anonymous: false, contact: { email } }, { principal: { kind: 'system', name: 'test' }, requestId: null })).id
}
const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await findRequest(test.app.db.read, id))?.state))

describe('the same letter', () => {
  it('from four people is four requests; from five on they follow the first, however often the job runs', async () => {
    const ids = []
    for (let n = 0; n < 4; n += 1) ids.push(await send(`${letter}我是${n}栋的。`))
    ids.push(await send(letter, 'person0@example.com'))
    const lamp = await send('幸福里小区门口的路灯坏了好几天，晚上孩子下补习班回家非常不安全，请安排师傅尽快来修一下，谢谢。')
    expect(await joinCampaigns(test.app)).toBe(0)
    ids.push(await send(`${letter}！！！`))
    // The last came in when four others had sent it, and was joined at once.
    expect(await joinCampaigns(test.app)).toBe(4)
    expect(await joinCampaigns(test.app)).toBe(0)
    expect(await states(ids)).toEqual(['received', 'joined', 'joined', 'joined', 'joined', 'joined'])
    expect(await findRequest(test.app.db.read, ids[0] ?? '')).toMatchObject({ seconds: 5, course: { children: 5 } })
    expect(await states([lamp])).toEqual(['received'])
  })
})
