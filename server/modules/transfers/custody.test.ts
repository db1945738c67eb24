// The chain of responsibility: who holds a case since when, read from what happened to it and to its hand-over.
import { expect, it } from 'vitest'
import { custodyOf, type Custody } from './custody.ts'

const one = { id: 'c1', region: '990101', dependsOn: [], promisedOn: '2026-03-10', dueOn: '2026-03-17' }
const names = { authority: { 'zh-CN': '东山星空局' }, applicant: { 'zh-CN': '申请人' } }
const transfer = { hall: { 'zh-CN': '西区大厅' }, fromRegion: '990102', handOverBy: '2026-03-05', receiptBy: '2026-03-06' }
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`
const event = (action: 'collect' | 'handOver' | 'sendBack' | 'receive', hour: number) => ({ action, staffId: null, actorName: '甲', at: at(hour), detail: {} })
const line = (action: Custody['history'][number]['action'], hour: number) => ({ action, actorName: '乙', at: at(hour) })
const chain = (history: Custody['history'], events?: ReturnType<typeof event>[]) => custodyOf({ one, ...names, history, transfer: events && { transfer, events } })

it('lies with the hall until the authority has receipted it, also on the way', () => {
  expect(chain([line('submit', 1)], [event('collect', 1), event('handOver', 2)]).map(({ holder, duty, until, dueOn }) => [holder, duty, until, dueOn])).toEqual([
    ['hall', 'collect', at(2), null], ['hall', 'underway', null, '2026-03-06'],
  ])
})

it('is one turn when it is receipted and released in the same moment, and then goes on as any case', () => {
  const links = chain([line('submit', 1), line('release', 3), line('accept', 4), line('requestSupplement', 5)], [event('collect', 1), event('handOver', 2), event('receive', 3)])
  expect(links.map(({ holder, duty }) => [holder, duty])).toEqual([['hall', 'collect'], ['hall', 'underway'], ['authority', 'check'], ['authority', 'examine'], ['applicant', 'supplement']])
})

it('comes back to the hall when it is returned, with the hall’s own day', () => {
  expect(chain([line('submit', 1)], [event('collect', 1), event('handOver', 2), event('sendBack', 3)]).at(-1)).toMatchObject({ holder: 'hall', duty: 'mend', dueOn: '2026-03-05', lawfulOn: null })
})

it('is the authority’s from the start where nobody took it in for it, and ends with the decision', () => {
  const links = chain([line('submit', 1), line('accept', 2), line('grant', 3)])
  expect(links.map(({ duty, until }) => [duty, until])).toEqual([['check', at(2)], ['examine', at(3)], ['done', at(3)]])
  expect(chain([line('submit', 1)])[0]).toMatchObject({ duty: 'check', dueOn: '2026-03-10', lawfulOn: '2026-03-17' })
})

it('waits with the authority for the result it builds on, whoever took it in', () => {
  const waiting = { ...one, dependsOn: ['another'] }
  expect(custodyOf({ one: waiting, ...names, history: [line('submit', 1)], transfer: undefined }).map(({ duty }) => duty)).toEqual(['wait'])
  const handed = { transfer, events: [event('collect', 1), event('handOver', 2), event('receive', 3)] }
  expect(custodyOf({ one: waiting, ...names, history: [line('submit', 1)], transfer: handed }).map(({ duty }) => duty)).toEqual(['collect', 'underway', 'wait'])
})
