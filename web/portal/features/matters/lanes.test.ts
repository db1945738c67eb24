// A plan as lanes: which authority has one, in which order, what is left out.
// The plan is that of an invented matter.
import { describe, expect, it } from 'vitest'
import type { PlannedService } from '../../../../server/modules/planning/plan.ts'
import { catalogueOf, matter, matterService, planOf, service } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import { lanesOf } from './lanes.ts'

const catalogue = catalogueOf({
  concepts: [],
  services: [service('permit', { line: 'observatory', days: [5, 20] }), service('lease', { line: 'parks', days: [3, 10], dependsOn: ['permit'] }), service('chart', { line: 'observatory', days: [0, 5] })],
  matter: matter([matterService('permit'), matterService('lease'), matterService('chart')]),
})
const words = { textIn: (texts: { 'zh-CN': string }) => texts['zh-CN'], duration: (days: number) => `${days} d`, after: (names: readonly string[]) => `after ${names.join('+')}`, open: 'open', hrefOf: (id: string) => `#${id}` }
const plan = planOf(catalogue)
const withState = (id: string, state: PlannedService['state']) => ({ ...plan, services: plan.services.map((each) => (each.service === id ? { ...each, state } : each)) })

describe('the lanes of a plan', () => {
  it('are one per authority, in the order in which they begin', () => {
    const { lanes, items } = lanesOf(plan, catalogue, words)
    expect(lanes.map(({ id }) => id)).toEqual(['observatory', 'parks'])
    expect(items.map(({ id, sub, critical }) => [id, sub, critical ?? false])).toEqual([['chart', '0 d', false], ['permit', '5 d', true], ['lease', '3 d', true]])
  })

  it('say what a service waits for and lead to its guide', () => {
    expect(lanesOf(plan, catalogue, words).items.at(-1)).toMatchObject({ dependsOn: ['permit'], note: 'after permit', href: '#lease', start: 5, end: 8 })
  })

  it('leave out what does not apply, and nothing then waits for it', () => {
    const { items } = lanesOf(withState('permit', 'excluded'), catalogue, words)
    expect(items.map(({ id }) => id)).toEqual(['chart', 'lease'])
    expect(items.at(-1)).not.toHaveProperty('note')
  })

  it('draw a service that is still open as waiting for an answer, never as decisive', () => {
    const open = lanesOf(withState('permit', 'undecided'), catalogue, words).items.find(({ id }) => id === 'permit')
    expect(open).toMatchObject({ state: 'waiting', stateLabel: 'open', sub: 'open' })
    expect(open).not.toHaveProperty('critical')
  })
})
