// Handing in a document promised for later: by the applicant only, while it is owed, with something new.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bring, handIn, openTown, ownOf, start, type Town } from '../undertakings/testing.ts'

let town: Town
beforeAll(async () => {
  town = await openTown({ tolerable: { dueDays: 10 } })
})
afterAll(() => town.close())

it('is the applicant’s own: nobody else finds it, officials may not, and who is not logged in is asked to', async () => {
  town.turnTo(start)
  const resident = await town.resident(1)
  const { id } = await handIn(resident, 'later')
  const path = `/applications/${id}/owed/receipt`
  const asked = [await (await town.resident(2)).post(path), await (await town.official('clerk')).post(path), await town.test.asNobody.post(path)]
  expect(asked.map(({ status }) => status)).toEqual([404, 403, 401])
  expect([(await resident.post(path)).status, (await resident.post(`/applications/${id}/owed/identity-card`)).status]).toEqual([422, 404])
  expect((await bring(resident, id)).status).toBe(200)
  expect((await ownOf(resident))[0]?.state).toBe('handedIn')
})
