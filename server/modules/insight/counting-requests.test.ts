// The figures follow a request through its life: received, answered, rated, done anew; and what its reporter says is a rating like any other.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { answer, officialsOf, report, step, type Officials } from '../requests/testing.ts'
import { foldFigures } from './folding.ts'

type Totals = Record<'received' | 'handled' | 'onTime' | 'solved' | 'unsolved' | 'redone' | 'rated', number>

let test: TestApp
let officials: Officials
const { clock } = turnable(on)
beforeAll(async () => {
  test = await startTestApp({ clock, environment: { REGION: '990100' } })
  officials = await officialsOf(test)
})
afterAll(() => test.close())

const totals = async (): Promise<Totals> => {
  await foldFigures(test.app)
  return (await officials.arbiter.get<{ totals: Totals }>('/insight?topic=requests')).body.totals
}

it('a request is counted for the unit that has it, once, whatever happens to it; its grade is a rating of that unit', async () => {
  const resident = await test.as({ person: { name: '丘小溪', phone: '13900002222' } })
  const { id } = (await report(resident)).body
  expect(await totals()).toMatchObject({ received: 1, handled: 0, rated: 0 })
  await answer(officials, id)
  expect(await totals()).toMatchObject({ received: 1, handled: 1, onTime: 1 })
  const bad = { grade: 'unsatisfied', solved: false, words: '灯还是照进来。' }
  expect((await resident.post(`/my-requests/${id}/rate`, bad)).status).toBe(200)
  expect(await totals()).toMatchObject({ received: 1, solved: 0, unsolved: 1, rated: 1 })
  const [given] = (await officials.clerk.get<{ ratings: { kind: string; grade: string; state: string | null }[] }>('/ratings/desk?view=all')).body.ratings
  expect(given).toMatchObject({ kind: 'request', grade: 'unsatisfied', state: null })
  await resident.post(`/my-requests/${id}/redo`, { why: bad.words })
  expect(await totals()).toMatchObject({ received: 1, handled: 1, unsolved: 0, redone: 1, rated: 1 })
})

it('one sent back is counted as returned, and belongs to whoever gets it next', async () => {
  const before = await totals()
  const resident = await test.as({ person: { name: '石开朗', phone: '13900003333' } })
  const { id } = (await report(resident)).body
  await step(officials.clerk, id, 'return', { why: '不归我们管，是能源局的路灯。' })
  const { received } = await totals()
  expect(received).toBe(before.received + 1)
  const { parts } = (await officials.arbiter.get<{ parts: { id: string; counts: { returned: number } }[] }>('/insight/parts?facet=unit&topic=requests')).body
  expect(parts.find((each) => each.id === 'sky 990101')?.counts.returned).toBe(1)
})
