// Definitions kept for good: equal ones are one, a changed one is another, and what comes back is what was kept.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { frozenFor, thawed } from './frozen-catalogue.ts'
import { bundleFor } from './matter-bundle.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')

describe('a frozen catalogue', () => {
  it('is the same for the same definitions on another day and in another district', () => {
    const other = { ...catalogue, region: '990102', on: '2026-03-03' }
    expect(frozenFor(other, 'keep-telescope').digest).toBe(frozenFor(catalogue, 'keep-telescope').digest)
  })

  it('is another one as soon as anything the matter uses changes', () => {
    const permit = catalogue.services['telescope-permit']
    if (!permit) throw new Error('the testing pack has changed')
    const changed = { ...catalogue, services: { ...catalogue.services, 'telescope-permit': { ...permit, fee: 100 } } }
    expect(frozenFor(changed, 'keep-telescope').digest).not.toBe(frozenFor(catalogue, 'keep-telescope').digest)
  })

  it('comes back as it was, with every place and every authority of its lines, and nothing that was never in it', () => {
    const back = thawed(frozenFor(catalogue, 'keep-telescope').content, '990101')
    const bundle = bundleFor(catalogue, 'keep-telescope')
    expect(back).toMatchObject({ region: '990101', services: { ...bundle.services }, matters: { ...bundle.matters }, concepts: { ...bundle.concepts } })
    expect(Object.keys(back.regions)).toEqual(Object.keys(catalogue.regions))
    const lines = new Set(Object.values(bundle.services).map(({ line }) => line))
    expect(back.authorities).toEqual(catalogue.authorities.filter(({ line }) => lines.has(line)))
    expect(back.services['constructor']).toBeUndefined()
  })
})
