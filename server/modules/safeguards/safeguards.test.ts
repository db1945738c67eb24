// Floods and campaigns on a real database: a sender beyond the limit waits, danger never does, copies of many people are found.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { admitSenders, findCampaign, guessGuard, noteText, type Sender } from './index.ts'
import { deleteSendersBefore } from './senders-store.ts'
import { likeness, sketchOf } from './sketch.ts'

const at = new Date('2026-11-16T02:20:00Z')
let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.close())

const send = (senders: Sender[], when = at, urgent = false) => test.app.db.transaction((tx) => admitSenders(tx, senders, { at: when, urgent })).then(() => 'in', (refused: { code: string; details: unknown }) => [refused.code, refused.details])

describe('a sender', () => {
  it('may send ten requests an hour and waits after that, until the next hour', async () => {
    const phone: Sender = { kind: 'phone', value: '13800138000' }
    for (let n = 0; n < 10; n += 1) expect(await send([phone])).toBe('in')
    expect(await send([phone])).toEqual(['too_many', { waitSeconds: 2400, counted: 'phone' }])
    expect(await send([{ kind: 'phone', value: '13900139000' }])).toBe('in')
    expect(await send([phone], new Date('2026-11-16T03:00:00Z'))).toBe('in')
  })

  it('is heard at any time when somebody is in danger, and is limited by the first thing that is beyond its limit', async () => {
    const senders: Sender[] = [{ kind: 'person', value: 'p' }, { kind: 'address', value: '203.0.113.7', limit: 1 }]
    expect(await send(senders)).toBe('in')
    expect(await send(senders)).toEqual(['too_many', { waitSeconds: 2400, counted: 'address' }])
    expect(await send(senders, at, true)).toBe('in')
    expect(await send([])).toBe('in')
  })

  it('is forgotten after two days', async () => {
    await test.app.db.transaction((tx) => admitSenders(tx, [{ kind: 'email', value: 'old@example.com' }], { at: new Date('2020-01-01T00:00:00Z'), urgent: false }))
    await test.app.db.transaction((tx) => deleteSendersBefore(tx, new Date('2020-01-03T00:00:00Z')))
    expect(await test.app.db.read`select 1 from request_senders where hour_at < '2020-01-03'`).toHaveLength(0)
  })
})

const letter = '各位领导，我们是幸福里小区的业主，小区对面的工地每天夜里施工到两点，噪音非常大，老人孩子无法入睡，多次打电话都没有人来处理，请尽快派人制止，还我们一个安静的夜晚。'

describe('the same text from many', () => {
  const note = (text: string, sender: string, region = '440304') => test.app.db.transaction((tx) => noteText(tx, { request: randomUUID(), region, sender, text, at }))
  const find = (text: string, region = '440300') => findCampaign(test.app.db.read, { text, region, at })

  it('is a campaign from five people on, however often one of them sends it and whatever each adds', async () => {
    for (let n = 0; n < 6; n += 1) await note(letter, 'same person')
    expect(await find(letter)).toBeUndefined()
    for (let n = 0; n < 4; n += 1) await note(`${letter}我是${n}号楼的，电话1380013800${n}。`, `person ${n}`)
    expect(await find(letter)).toMatchObject({ people: 5, requests: expect.objectContaining({ length: 10 }) })
    expect(await find(letter, '440305')).toBeUndefined()
  })

  it('is not found among those who say something else, or only a few words', async () => {
    for (let n = 0; n < 6; n += 1) await note('路灯坏了', `lamp ${n}`)
    expect(await find('路灯坏了')).toBeUndefined()
    expect(await find('幸福里小区门口的路灯坏了好几天，晚上孩子下补习班回家非常不安全，请安排师傅尽快来修一下，谢谢。')).toBeUndefined()
  })

  it('is recognised by a sketch no text can be read from', () => {
    const [one, other] = [sketchOf(letter), sketchOf(letter.replace('两点', '三点多'))]
    expect(likeness(one?.values ?? [], other?.values ?? [])).toBeGreaterThan(0.75)
    expect(likeness(one?.values ?? [], [])).toBe(0)
  })
})

describe('whoever guesses links', () => {
  it('is slowed down after twenty that lead nowhere, for ten minutes, alone', () => {
    const guard = guessGuard()
    for (let n = 0; n < 20; n += 1) {
      expect(guard.isGuessing('203.0.113.9', at)).toBe(false)
      guard.missed('203.0.113.9', at)
    }
    expect(guard.isGuessing('203.0.113.9', at)).toBe(true)
    expect(guard.isGuessing('203.0.113.10', at)).toBe(false)
    expect(guard.isGuessing('203.0.113.9', new Date(at.getTime() + 600_000))).toBe(false)
  })
})
