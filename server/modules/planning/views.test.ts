// What leaves the platform towards one authority.
import { describe, expect, it } from 'vitest'
import { catalogueOf, concept, matter, matterService, planOf, service } from './testing/telescope-catalogue.ts'

const catalogue = catalogueOf({
  concepts: [concept('observer.phone', 'phone'), concept('observer.name')],
  services: [service('site', { concepts: ['observer.name'] }), service('sky', { concepts: ['observer.name?', 'observer.phone'] }), service('night', { concepts: ['observer.phone'] }), service('gate', {})],
  matter: matter([matterService('site'), matterService('sky'), matterService('night', 'false'), matterService('gate')]),
})

describe('the view of an authority', () => {
  it('has the concepts of its own service in the order of the form, and none for a service that is not included', () => {
    expect(planOf(catalogue).views).toEqual({ site: ['observer.name'], sky: ['observer.phone', 'observer.name'], gate: [] })
  })
})
