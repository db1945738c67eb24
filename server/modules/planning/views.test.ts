// What leaves the platform towards one authority.
import { describe, expect, it } from 'vitest'
import { catalogueOf, concept, matter, matterService, planOf, service } from './testing/telescope-catalogue.ts'
import { viewOf } from './views.ts'

const catalogue = catalogueOf({
  concepts: [concept('observer.name'), concept('observer.phone', 'phone')],
  services: [service('site', { concepts: ['observer.name'] }), service('sky', { concepts: ['observer.phone', 'observer.name?'] })],
  matter: matter([matterService('site'), matterService('sky', 'false')]),
})

describe('the view of an authority', () => {
  const plan = planOf(catalogue, { answers: { 'observer.name': 'Wei', 'observer.phone': '13800000000' } })

  it('holds the values of its own concepts only', () => {
    expect(viewOf(plan, 'site')).toEqual({ 'observer.name': 'Wei' })
  })

  it('is empty for a service that is not part of the application, or does not exist', () => {
    expect(viewOf(plan, 'sky')).toEqual({})
    expect(viewOf(plan, 'toString')).toEqual({})
  })

  it('leaves out what has no value yet', () => {
    expect(viewOf(planOf(catalogue), 'site')).toEqual({})
  })
})
