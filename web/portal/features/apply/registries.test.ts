// What the page of the data sources says: who is asked, what is lacking, what came back, what did not.
// The registry finds the owner by a number only the person can give.
import { describe, expect, it } from 'vitest'
import { registryFact } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import { isSettled, lackingKeysOf, listOpenChoices, listRegistries, listSilent } from './registries.ts'
import { listTasks } from './tasks.ts'
import { catalogue, draftOf, ownerNumber } from './testing.ts'

const views = (...parts: Parameters<typeof draftOf>) => listRegistries(draftOf(...parts), catalogue)
const given = { 'owner.idNumber': ownerNumber }

describe('a registry', () => {
  it('is open until the person decides, and names the number it cannot do without', () => {
    const [view] = views()
    expect(view).toMatchObject({ registry: 'residents', decision: 'open', state: 'notAsked', subjects: ['owner'], answered: [], lacking: ['owner.idNumber'] })
    expect(view?.concepts.toSorted()).toEqual(['owner.address', 'owner.resident'])
    expect(isSettled(views())).toBe(false)
  })

  it('that may be asked is not settled while the number is lacking', () => {
    expect([isSettled(views({ consents: { residents: true } })), lackingKeysOf(views({ consents: { residents: true } }))]).toEqual([false, ['owner.idNumber']])
  })

  it('that answered says what it found', () => {
    const found = views({ answers: given, consents: { residents: true }, registries: { residents: 'answers' }, known: [registryFact('owner.address', '东山区山前街道1号'), registryFact('owner.resident', true)] })
    expect(found[0]).toMatchObject({ decision: 'granted', state: 'answers', lacking: [] })
    expect(found[0]?.answered.toSorted()).toEqual(['owner.address', 'owner.resident'])
    expect([isSettled(found), listSilent(found)]).toEqual([true, []])
  })

  it('that is down is told apart from one that was declined', () => {
    const down = views({ answers: given, consents: { residents: true }, registries: { residents: 'unavailable' } })
    const declined = views({ answers: given, consents: { residents: false } })
    expect([listSilent(down).map(({ registry }) => registry), listSilent(declined)]).toEqual([['residents'], []])
    expect([isSettled(down), isSettled(declined)]).toEqual([true, true])
  })

  it('that was declined needs no number', () => {
    expect(lackingKeysOf(views({ consents: { residents: false } }))).toEqual([])
  })

  it('that found several records waits until the person says which one is meant; none of them is an answer too', () => {
    const record = (chosen: string | null) => ({ records: [{ registry: 'residents', place: 'residents owner.idNumber', chosen, options: [] }] })
    expect([record(null), record('r1'), record('')].map(listOpenChoices)).toEqual([['residents'], [], []])
    const draft = { ...draftOf({ answers: given, consents: { residents: true } }), ...record(null) }
    expect(listTasks(draft, catalogue).find(({ kind }) => kind === 'registries')?.done).toBe(false)
  })
})
