// Later checks: they count from the decision, registries are asked first, and what they do not confirm is for a person to look at.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { residence, telescopeAnswers, uploadRequest, type TrackingReply } from '../../testing/telescope.ts'
import { checkPromise, compare } from './checking.ts'
import { grant, handIn, inboxOf, openTown, ownOf, seen, start, type Town } from './testing.ts'

const proves = ['applicant.address']
const fact = (value: string) => ({ concept: 'applicant.address', value, source: { kind: 'registry' as const, registry: 'residents' }, asOf: '2026-03-02' })
const content = [{ concept: 'applicant.address', value: '山前街道1号', source: 'applicant' as const }]
const answered = (state: 'answers' | 'noRecord' | 'unavailable') => [{ registry: 'residents', keyConcept: 'k', key: '1', concepts: proves, state, facts: [], final: true, at: '' }]

describe('what registries say', () => {
  it('confirms what is the same, and never accuses: what differs or is unknown goes to a person', () => {
    expect(compare(proves, content, [fact('山前街道1号')], answered('answers')).outcome).toBe('confirmed')
    expect(compare(proves, content, [fact('别处')], answered('answers'))).toEqual({ outcome: 'differs', concepts: proves })
    expect(compare(proves, content, [], answered('noRecord')).outcome).toBe('noRecord')
    expect(compare(proves, content, [], answered('unavailable')).outcome).toBe('unavailable')
    expect(compare(proves, content, [], []).outcome).toBe('notAsked')
  })
})

const decided = async (town: Town) => {
  town.turnTo(start)
  const resident = await town.resident(1)
  const application = await handIn(resident, 'commitments')
  const permit = application.cases.find(({ service }) => service === 'telescope-permit')
  expect(await grant(await town.official('approver'), permit?.id ?? '')).toBe(200)
  const [own] = await ownOf(resident)
  if (!own) throw new Error('nothing was promised')
  return { resident, own }
}

describe('a check', () => {
  it('by a visit counts from the decision and is for an official; its day passing blames nobody', async () => {
    const town = await openTown({ commitment: { check: { withinDays: 20, how: 'visit' } } })
    const { resident, own } = await decided(town)
    expect(own).toMatchObject({ duty: 'check', dueOn: null, owed: false })
    town.turnTo('2026-03-03T10:00:00+08:00')
    await town.follow()
    expect((await ownOf(await town.resident(1)))[0]).toMatchObject({ dueOn: '2026-03-30', state: 'open' })
    const clerk = await town.official('clerk')
    expect((await clerk.get<{ undertakings: { id: string }[] }>('/undertakings?view=mine')).body.undertakings.map(({ id }) => id)).toEqual([own.id])
    town.turnTo('2026-04-15T10:00:00+08:00')
    await town.follow()
    const later = await town.official('clerk')
    const { state, revision } = await seen(later, own.id)
    expect(state).toBe('open')
    expect((await later.post(`/undertakings/${own.id}/confirm`, { revision, digests: [], note: '现场看过' })).status).toBe(200)
    expect(await inboxOf(await town.resident(1))).toContain('已确认：购买凭证')
    expect(resident.id).not.toBe('')
    await town.close()
  })

  it('with the document asks for it after the decision, with the day', async () => {
    const town = await openTown({ commitment: { check: { withinDays: 20, how: 'document' } } })
    const { own } = await decided(town)
    expect(own).toMatchObject({ duty: 'document', owed: false })
    town.turnTo('2026-03-03T10:00:00+08:00')
    await town.follow()
    const resident = await town.resident(1)
    expect((await ownOf(resident))[0]).toMatchObject({ owed: true, dueOn: '2026-03-30' })
    expect(await inboxOf(resident)).toContain('还差一份材料：购买凭证')
    await town.close()
  })

  it('by registries, where none can say it, is for a person', async () => {
    const town = await openTown({ commitment: { check: { withinDays: 20, how: 'registry' } } })
    const { own } = await decided(town)
    town.turnTo('2026-03-03T10:00:00+08:00')
    await town.follow()
    await town.test.runJobs()
    // The document of the testing pack has no registry: nobody was asked, so a person looks.
    expect((await seen(await town.official('clerk'), own.id)).checked).toMatchObject({ outcome: 'notAsked' })
    await town.close()
  })

  describe('by a registry that did not answer when it was handed in', () => {
    const said = { 'applicant.address': residence.residenceAddress, 'applicant.region': residence.residenceRegion, 'applicant.birthDate': residence.birthDate }
    let town: Town
    let nth = 40
    beforeAll(async () => {
      town = await openTown({ commitment: { check: { withinDays: 20, how: 'registry' } }, registries: ['residents'], proves: ['applicant.address'] })
    })
    afterAll(() => town.close())

    const promised = async () => {
      nth += 1
      town.turnTo(start)
      town.registry.breakWith(500)
      const resident = await town.resident(nth)
      const { id } = (await resident.post<{ id: string }>('/applications', { matter: 'keep-telescope', region: '990101' })).body
      await resident.put(`/applications/${id}/consents`, { consents: { residents: true } })
      await resident.put(`/applications/${id}/answers`, { answers: { ...telescopeAnswers, 'telescope.lamp': false, ...said } })
      await resident.request(uploadRequest(`/applications/${id}/uploads/identity-card`))
      await resident.put(`/applications/${id}/commitments`, { commitments: { receipt: true } })
      const sent = await resident.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
      expect(sent.status).toBe(200)
      expect(await grant(await town.official('approver'), sent.body.cases.find(({ service }) => service === 'telescope-permit')?.id ?? '')).toBe(200)
      const [own] = await ownOf(resident)
      if (!own) throw new Error('nothing was promised')
      town.turnTo('2026-03-03T10:00:00+08:00')
      await town.follow()
      return own
    }

    it('is tried again until it answers, and what it confirms is kept, once', async () => {
      const own = await promised()
      await expect(checkPromise(town.test.app, own.id)).rejects.toThrow('did not answer')
      expect((await seen(await town.official('clerk'), own.id)).state).toBe('open')
      town.registry.answer(residence)
      await checkPromise(town.test.app, own.id)
      await checkPromise(town.test.app, own.id)
      const kept = await seen(await town.official('clerk'), own.id)
      expect([kept.state, kept.history.filter(({ action }) => action === 'confirm').length]).toEqual(['kept', 1])
    })

    it('and says something else is for a person to look at; nobody is accused', async () => {
      const own = await promised()
      town.registry.answer({ ...residence, residenceAddress: '样例市西河区9号' })
      await checkPromise(town.test.app, own.id)
      expect(await seen(await town.official('clerk'), own.id)).toMatchObject({ state: 'open', checked: { outcome: 'differs' } })
      await checkPromise(town.test.app, '00000000-0000-7000-8000-000000000000')
    })
  })
})
