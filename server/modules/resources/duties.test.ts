// Who must supply what a service needs, and what nobody supplies.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { dutiesOf } from './duties.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const permit = (duties: ReturnType<typeof dutiesOf>) => duties.services.find(({ service }) => service === 'telescope-permit')

describe('needs and duties', () => {
  it('name the resource and the authority that owes what a registry answers', () => {
    const found = permit(dutiesOf(catalogue))?.concepts.find(({ supply }) => supply === 'resource')
    expect(found?.suppliers).toMatchObject([{ resource: 'residents', line: 'sky', authority: { 'zh-CN': '东山区星空管理局' } }])
  })

  it('call a gap what nobody supplies, the most wanted first, and count it', () => {
    const { gaps, total } = dutiesOf(catalogue)
    expect(gaps.map(({ services }) => services.length)).toEqual(gaps.map(({ services }) => services.length).toSorted((a, b) => b - a))
    expect(total.concepts - total.conceptsSupplied).toBeGreaterThanOrEqual(gaps.filter(({ kind }) => kind === 'concept').length)
    expect(total.services).toBe(dutiesOf(catalogue).services.length)
  })

  it('turn into a gap when the resource is shared no longer', () => {
    const [before, after] = [dutiesOf(catalogue), dutiesOf(catalogue, () => false)]
    expect(permit(after)?.concepts.filter(({ supply }) => supply === 'resource')).toEqual([])
    expect(after.total.conceptsSupplied).toBeLessThan(before.total.conceptsSupplied)
  })

  it('are told for the services of one line', () => {
    expect(new Set(dutiesOf(catalogue, undefined, 'energy').services.map(({ line }) => line))).toEqual(new Set(['energy']))
  })
})
