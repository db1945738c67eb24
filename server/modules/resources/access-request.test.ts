// Who may do what with a request for access, and what a granted one gives.
import { describe, expect, it } from 'vitest'
import { actionsFor, consumerOf, grantOf, isInForce, requestActions, requestAfter, requestStates, type AccessRequest } from './access-request.ts'

const nobody = { asker: false, owner: false, coordinator: false }
const request: AccessRequest = {
  id: '1', number: 'GX-1', resource: 'residents', resourceTitle: { 'zh-CN': '居民库' }, region: '990101', line: 'energy', service: null, ownerRegion: '990100', ownerLine: 'sky', fields: ['a', 'b'], grantedFields: ['a', 'b'], purpose: '核对住址',
  legalBasis: { title: '样例节能办法', article: '第五条' }, perDay: 10, until: '2026-12-31', batch: false, renews: null, state: 'granted', dueOn: null, revision: 2, reminded: false, askedBy: '2', askedAt: '2026-03-02T02:00:00.000Z', updatedAt: '2026-03-02T02:00:00.000Z',
}

describe('the lifecycle', () => {
  it('gives each side what is theirs: the owner answers, the asker disputes a refusal, the coordinating authority settles it', () => {
    expect(actionsFor('submitted', { ...nobody, owner: true })).toEqual(['grant', 'refuse'])
    expect(actionsFor('submitted', { ...nobody, asker: true })).toEqual(['withdraw'])
    expect(actionsFor('refused', { ...nobody, asker: true })).toEqual(['dispute'])
    expect(actionsFor('disputed', { ...nobody, coordinator: true })).toEqual(['settleGrant', 'settleRefuse'])
    expect(actionsFor('granted', { ...nobody, owner: true })).toEqual(['revoke'])
    expect(actionsFor('granted', { ...nobody, asker: true })).toEqual(['end'])
    for (const state of requestStates) expect(actionsFor(state, nobody)).toEqual([])
  })

  it('ends: from what was withdrawn, revoked, upheld or has run out nothing follows', () => {
    for (const state of ['withdrawn', 'revoked', 'upheld', 'ended'] as const) expect(requestActions.filter((action) => requestAfter(state, action))).toEqual([])
  })
})

describe('a grant', () => {
  it('gives the granted fields that are still shared, and nothing in any other state', () => {
    expect(grantOf(request, ['a', 'c'])).toMatchObject({ consumer: 'authority:energy:990101', fields: ['a'], legalBasis: '《样例节能办法》第五条', origin: 'request' })
    for (const state of requestStates.filter((each) => each !== 'granted')) expect(grantOf({ ...request, state }, ['a'])).toBeUndefined()
  })

  it('holds on its last day and not after it, and not when nothing is left of it', () => {
    expect([isInForce({ fields: ['a'], until: '2026-12-31' }, '2026-12-31'), isInForce({ fields: ['a'], until: '2026-12-31' }, '2027-01-01'), isInForce({ fields: [], until: null }, '2026-03-02')]).toEqual([true, false, false])
  })

  it('names who asks: an authority, or one of its services', () => {
    expect([consumerOf(request), consumerOf({ ...request, service: 'lamp-dimming' })]).toEqual(['authority:energy:990101', 'service:lamp-dimming'])
  })
})
