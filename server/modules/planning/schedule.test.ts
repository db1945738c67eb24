// Parallel lanes, the critical path, and the sequential baseline they are compared with.
import { describe, expect, it } from 'vitest'
import type { Service } from '../catalogue/definitions.ts'
import { catalogueOf, matter, matterService, planOf, service } from './testing/telescope-catalogue.ts'

const of = (...services: Service[]) => planOf(catalogueOf({ concepts: [], services, matter: matter(services.map(({ id }) => matterService(id))) }))
const times = (plan: ReturnType<typeof of>) => plan.services.map(({ service: id, start, end, critical }) => [id, start, end, critical])

describe('the schedule', () => {
  it('runs services side by side that do not wait for each other', () => {
    const plan = of(service('site', { days: [5, 20] }), service('sky', { days: [3, 15] }))
    expect(times(plan)).toEqual([['site', 0, 5, true], ['sky', 0, 3, false]])
    expect(plan).toMatchObject({ promisedDays: 5, statutoryDays: 35 })
  })

  it('starts a service when the last result it needs is there, and marks the longest path', () => {
    const plan = of(
      service('site', { days: [5, 20] }), service('sky', { days: [3, 15] }), service('crowd', { days: [1, 5] }),
      service('night', { days: [4, 10], dependsOn: ['site', 'sky'] }), service('opening', { days: [0, 1], dependsOn: ['night', 'site', 'unheardOf'] }),
    )
    expect(times(plan)).toEqual([['site', 0, 5, true], ['sky', 0, 3, false], ['crowd', 0, 1, false], ['night', 5, 9, true], ['opening', 9, 9, true]])
    expect(plan.services.map(({ statutoryEnd }) => statutoryEnd)).toEqual([20, 15, 5, 30, 31])
    expect(plan.promisedDays).toBe(9)
  })

  it('does not wait for a service that is not part of the application', () => {
    const services = [service('site', { days: [5, 20] }), service('sky', { days: [3, 15], dependsOn: ['site'] })]
    const plan = planOf(catalogueOf({ concepts: [], services, matter: matter([matterService('site', 'false'), matterService('sky')]) }))
    expect(plan.services[1]).toMatchObject({ start: 0, end: 3, dependsOn: [] })
    expect(plan.services[0]).toMatchObject({ state: 'excluded', start: 0, end: 0, statutoryEnd: 0, critical: false })
  })

  it('ignores the link that would close a circle', () => {
    const plan = of(service('site', { dependsOn: ['sky'] }), service('sky', { dependsOn: ['site'] }))
    expect(plan.promisedDays).toBe(10)
  })

  it('is empty for a matter without services', () => {
    expect(of()).toMatchObject({ promisedDays: 0, statutoryDays: 0, settled: true, after: { applications: 0, workingDays: 0 } })
  })
})
