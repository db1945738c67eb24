// How a resource is used, told to officials from the log of calls.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillDraft, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'

let town: TelescopeTown
beforeAll(async () => {
  town = await openTelescopeTown()
})
afterAll(() => town.close())

it('counts what was asked and found, and is for officials wherever they work', async () => {
  const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'energy' }] })
  const use = async () => (await clerk.get<{ calls: number; answers: number; median: number | null; lastFoundAt: string | null }>('/exchange/resources/residents/use')).body
  expect(await use()).toMatchObject({ calls: 0, answers: 0, median: null, lastFoundAt: null })
  await fillDraft(await town.test.as({ person: {} }))
  const after = await use()
  expect(after.calls).toBeGreaterThan(0)
  expect(after.answers).toBe(after.calls)
  expect(after.lastFoundAt).not.toBeNull()
  expect((await clerk.get('/exchange/resources/nothing-here/use')).status).toBe(404)
  expect((await town.test.asNobody.get('/exchange/resources/residents/use')).status).toBe(401)
  expect((await (await town.test.as({ person: {} })).get('/exchange/resources/residents/use')).status).toBe(403)
})
