// The grade of a company: what was promised for it counts for it and not for whoever promised, is told to those who act for it, and read by policies.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { creditCode } from '../benefits/testing.ts'
import { handIn, openTown, ownOf, seen, type Town } from '../undertakings/testing.ts'
import { gradeIdOf, mayPromise } from './index.ts'

type Companies = { companies: { uscc: string; name: string; grade: { id: string; promises: boolean }; remedies: string[]; entries: { reason: string; untilOn: string }[] }[] }

const [uscc, other] = [creditCode('91990101MA9990007'), creditCode('91990101MA9990008')]
let town: Town
beforeAll(async () => {
  town = await openTown({ tolerable: { dueDays: 10, decideFirst: true }, commitment: {} })
})
afterAll(() => town.close())

/** A promise that was broken, as one made for the company. */
const breakPromise = async (): Promise<string> => {
  const [resident, clerk, approver] = [await town.resident(700), await town.official('clerk'), await town.official('approver')]
  await handIn(resident, 'commitments')
  const [own] = await ownOf(resident)
  const { revision } = await seen(clerk, own?.id ?? '')
  await clerk.post(`/undertakings/${own?.id}/question`, { revision, reasons: '对不上' })
  await resident.post(`/undertakings/own/${own?.id}/answer`, { text: '找不到了' })
  expect((await approver.post(`/undertakings/${own?.id}/breach`, { revision: (await seen(approver, own?.id ?? '')).revision, reasons: '望远镜是借来的', revoke: false, months: 12 })).status).toBe(200)
  return town.test.app.db.transaction(async (tx) => {
    const [entry] = await tx<{ id: string; person_id: string }[]>`select id, person_id from credit_entries where undertaking_id = ${own?.id ?? ''}`
    await tx`update credit_entries set sealed = ${sealRow(sealedTables.creditEntries, entry?.id ?? '', { subject: uscc })}, subject_digest = ${personDigest(uscc)} where id = ${entry?.id ?? ''}`
    return entry?.person_id ?? ''
  })
}

it('a broken promise counts for the company it was made for, and closes promises for it alone', async () => {
  const { app } = town.test
  const agent = await town.test.as({ person: { companies: [{ uscc, name: '示例天文台' }, { uscc: other, name: '示例观测站' }] } })
  const grades = async () => (await agent.get<Companies>('/credit/companies')).body.companies
  expect((await grades()).map(({ name, grade }) => [name, grade.id])).toEqual([['示例天文台', 'good'], ['示例观测站', 'good']])
  const personId = await breakPromise()
  expect(await grades()).toMatchObject([{ grade: { id: 'limited', promises: false }, remedies: ['repair'], entries: [{ untilOn: '2027-03-01' }] }, { grade: { id: 'good' }, entries: [] }])
  expect(await Promise.all([mayPromise(app, app.db.read, personId, []), mayPromise(app, app.db.read, personId, [uscc]), mayPromise(app, app.db.read, personId, [other])])).toEqual([true, false, true])
  expect(await Promise.all([gradeIdOf(app, app.db.read, { uscc }), gradeIdOf(app, app.db.read, { personId }), gradeIdOf(app, app.db.read, { personId: null })])).toEqual(['limited', 'good', 'good'])
})

it('is shown to nobody who acts for no company, and not to officials', async () => {
  expect((await (await town.test.as({ person: {} })).get<Companies>('/credit/companies')).body.companies).toEqual([])
  expect((await (await town.official('clerk')).get('/credit/companies')).status).toBe(403)
})
