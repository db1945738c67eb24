// Documents that may follow later (容缺受理): who may choose that, on which terms, and what it costs; and what a broken promise closes.
import { describe, expect, it } from 'vitest'
import type { EvidenceType, Service } from '../catalogue/definitions.ts'
import { laterStatement } from './later.ts'
import type { PlanInput } from './plan.ts'
import { catalogueOf, concept, evidence, matter, matterService, planOf, service } from './testing/telescope-catalogue.ts'

const concepts = [concept('owner.name')]
const of = (services: readonly Service[], types: readonly EvidenceType[]) => catalogueOf({ concepts, services, evidence: types, matter: matter(services.map(({ id }) => matterService(id))) })

const account = evidence('account')
const permit = service('permit', { evidence: [{ id: 'pay', anyOf: ['account'], tolerable: { dueDays: 10 } }] })
const first = (more: Partial<PlanInput> = {}, catalogue = of([permit], [account])) => planOf(catalogue, more).evidence[0]

describe('a document that may follow', () => {
  it('is asked for as before, with the terms on which it may follow', () => {
    expect(first()).toMatchObject({ source: { kind: 'upload' }, mayFollow: { dueDays: 10 }, uploaded: false })
  })

  it('counts as done once promised, and still counts as a document to hand in', () => {
    const later = [{ evidence: 'account', dueDays: 10 }]
    expect(first({ later })).toMatchObject({ source: { kind: 'later', dueDays: 10 }, uploaded: true })
    const plan = planOf(of([permit], [account]), { later })
    expect([plan.before.evidence, plan.after.evidence, plan.savings]).toEqual([1, 1, []])
  })

  it('is asked for again when the terms promised are not those offered now', () => {
    expect(first({ later: [{ evidence: 'account', dueDays: 20 }] })).toMatchObject({ source: { kind: 'upload' }, uploaded: false })
  })

  it('given all the same is a document like any other', () => {
    expect(first({ later: [{ evidence: 'account' }], uploaded: ['account'] })).toMatchObject({ source: { kind: 'upload' }, uploaded: true })
  })

  it('must be allowed to follow by every service that needs it; the strictest terms count', () => {
    const strict = service('strict', { evidence: [{ id: 'pay', anyOf: ['account'] }] })
    const quick = service('quick', { evidence: [{ id: 'pay', anyOf: ['account'], tolerable: { dueDays: 5, decideFirst: true } }] })
    expect(first({}, of([permit, strict], [account]))).not.toHaveProperty('mayFollow')
    expect(first({ later: [{ evidence: 'account' }] }, of([permit, strict], [account]))).toMatchObject({ source: { kind: 'upload' } })
    expect(first({}, of([permit, quick], [account]))?.mayFollow).toEqual({ dueDays: 5 })
    expect(first({}, of([quick], [account]))?.mayFollow).toEqual({ dueDays: 5, decideFirst: true })
  })

  it('may be chosen instead of a commitment, which otherwise comes first', () => {
    const signed = evidence('account', { commitment: { statement: { 'zh-CN': '属实' } } })
    expect(first({}, of([permit], [signed]))?.source.kind).toBe('commitment')
    expect(first({ later: [{ evidence: 'account' }] }, of([permit], [signed]))?.source.kind).toBe('later')
  })
})

describe('a broken promise that stands', () => {
  it('leaves no commitment and nothing later: the document itself is asked for, and the plan says why', () => {
    const signed = evidence('card', { commitment: { statement: { 'zh-CN': '属实' } } })
    const both = of([permit, service('other', { evidence: [{ id: 'who', anyOf: ['card'] }] })], [account, signed])
    expect(planOf(both, { barred: true, later: [{ evidence: 'account' }], signed: ['card'] }).evidence).toMatchObject([
      { evidence: 'account', source: { kind: 'upload' }, askedBecause: 'breach', uploaded: false }, { evidence: 'card', source: { kind: 'upload' }, askedBecause: 'breach' },
    ])
    expect(planOf(both, { barred: true }).evidence.some(({ mayFollow }) => mayFollow)).toBe(false)
  })

  it('changes nothing about documents nobody could have put off', () => {
    expect(first({ barred: true }, of([service('s', { evidence: [{ id: 'n', anyOf: ['account'] }] })], [account]))).not.toHaveProperty('askedBecause')
  })
})

describe('the words of the promise', () => {
  it('name the document and the days', () => {
    expect(laterStatement({ 'zh-CN': '银行卡' }, 10)).toEqual({ 'zh-CN': '我承诺：提交申请后10个工作日内补交“银行卡”，内容真实。到期不交的，愿意承担相应的后果。' })
    expect(laterStatement({ 'zh-CN': '银行卡', en: 'Bank card' }, 10).en).toContain('“Bank card” within 10 working days')
  })
})
