// How a case is laid out for an official.
import { describe, expect, it } from 'vitest'
import { changesSince, countFindings, fillLetter, groupContent, isCorrectable, offeredActions, sortChecks, startingAuthorities } from './case-view.ts'
import type { CaseReply, Check, ContentItem } from './queries.ts'

const item = (concept: string, source = 'applicant'): ContentItem => ({
  concept, name: { 'zh-CN': concept }, subject: concept.split('.')[0] ?? '', type: 'text', value: 'x', display: { 'zh-CN': 'x' }, masked: false, source, sourceName: null, inputs: [], asOf: null,
})
const check = (requirement: string, holds: boolean | null): Check => ({ requirement, name: { 'zh-CN': requirement }, holds, rule: 'true', law: { title: '样例条例' }, inputs: [] })
const offers = (possible: string[], because: 'state' | 'role' = 'state'): CaseReply['actions'] =>
  (['claim', 'accept', 'requestSupplement', 'grant', 'refuse', 'decline'] as const).map((action) => (possible.includes(action) ? { action, possible: true } : { action, possible: false, because }))

describe('the column of actions', () => {
  it('puts what is possible first and keeps the reason of the rest', () => {
    const offered = offeredActions({ actions: offers(['grant', 'refuse', 'requestSupplement', 'claim']) })
    expect(offered.map(({ action, because }) => `${action} ${because ?? 'possible'}`)).toEqual(['grant possible', 'requestSupplement possible', 'refuse possible', 'claim possible', 'accept state', 'decline state'])
  })

  it('is empty for those who only look on', () => {
    expect(offeredActions({ actions: [] })).toEqual([])
  })
})

describe('the content of a case', () => {
  it('stands under its subjects in the order of the matter, the rest at the end, empty subjects nowhere', () => {
    const subjects = [{ id: 'child', name: { 'zh-CN': '孩子' } }, { id: 'mother', name: { 'zh-CN': '母亲' } }, { id: 'father', name: { 'zh-CN': '父亲' } }]
    const groups = groupContent([item('mother.name'), item('child.name'), item('car.plate'), item('child.sex')], subjects)
    expect(groups.map(({ id, items }) => [id, items.map(({ concept }) => concept)])).toEqual([['child', ['child.name', 'child.sex']], ['mother', ['mother.name']], ['other', ['car.plate']]])
  })

  it('can be put right by the applicant where they or a registry said it, not where it was worked out or issued', () => {
    expect(['applicant', 'registry', 'credential', 'derived', 'profile', 'result'].map((source) => isCorrectable({ source }))).toEqual([true, true, true, false, false, false])
  })
})

describe('what the rules found', () => {
  const checks = [check('holds', true), check('unknown', null), check('fails', false)]

  it('shows first what a person has to look at', () => {
    expect(sortChecks(checks).map(({ requirement }) => requirement)).toEqual(['fails', 'unknown', 'holds'])
    expect(countFindings(checks)).toEqual({ fails: 1, unknown: 1, holds: 1 })
  })
})

describe('a case that changes while one looks at it', () => {
  it('tells what happened since, but not who looked at a masked value', () => {
    const entry = (action: 'submit' | 'reveal' | 'accept') => ({ action, actorKind: 'staff', actorName: '许', at: '2026-11-19T01:00:00Z', detail: {} })
    expect(changesSince([entry('submit'), entry('reveal'), entry('accept')], 1).map(({ action }) => action)).toEqual(['accept'])
    expect(changesSince([entry('submit')], 1)).toEqual([])
  })
})

describe('the letter to the applicant', () => {
  it('is shown with what has been written so far', () => {
    expect(fillLetter('理由：{reasons}。', { reasons: ' 不是本人。 ' }, '；')).toBe('理由：不是本人。')
    expect(fillLetter('请补：{items}。', { items: ['照片。', '住址'] }, '；')).toBe('请补：照片；住址。')
    expect(fillLetter('理由：{reasons}，编号 {number}', {}, '；')).toBe('理由：……，编号 {number}')
  })
})

describe('what follows a decision', () => {
  it('counts authorities, not services', () => {
    const sibling = (authority: string, starts: boolean) => ({ service: authority, serviceName: { 'zh-CN': '' }, authorityName: { 'zh-CN': authority }, state: 'waiting' as const, starts, falls: false })
    expect(startingAuthorities([sibling('医保局', true), sibling('医保局', true), sibling('人社局', true), sibling('卫健局', false)])).toBe(2)
  })
})
