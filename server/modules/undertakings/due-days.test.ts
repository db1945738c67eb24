// The days of a promise: what follows by itself on which day, and what does not where the calendar is not published.
import { describe, expect, it } from 'vitest'
import { dayAfter, followUp, withFirstLook } from './due-days.ts'
import type { Undertaking } from './undertaking.ts'

const promise = (more: Partial<Undertaking> = {}): Undertaking => ({
  id: 'u', caseId: 'c', applicationId: 'a', personId: 'p', applicant: '观星人', subject: 'p', caseNumber: '1', matter: 'm', service: 's', line: 'sky', region: '990101', evidence: 'receipt', kind: 'later',
  duty: 'document', how: null, dueDays: 10, statement: { 'zh-CN': '我承诺' }, statementDigest: '', consents: {}, catalogueDigest: '', state: 'open', revision: 1, countFrom: '2026-03-02', dueOn: '2026-03-16', reminded: 0,
  lookOn: null, files: [], handedInOn: null, answerOn: null, answered: false, createdAt: '', updatedAt: '', endedAt: null, ...more,
})
const decided = { ended: true, decidedOn: '2026-03-02' }
/** A year whose holidays nobody has announced. */
const unknownYear = '2099-06-01'

describe('a document promised for later', () => {
  it('is reminded of before its day and on it, and lapses the day after; each once', () => {
    expect(followUp(promise(), decided, '2026-03-09')).toMatchObject({ action: 'remind', next: { reminded: 1, lookOn: '2026-03-16' } })
    expect(followUp(promise({ reminded: 1 }), decided, '2026-03-09')).not.toHaveProperty('action')
    expect(followUp(promise({ reminded: 1 }), decided, '2026-03-16')).toMatchObject({ action: 'remind', next: { reminded: 2, lookOn: '2026-03-17' } })
    expect(followUp(promise({ reminded: 2 }), decided, '2026-03-17')).toMatchObject({ action: 'lapse', next: { state: 'questioned', answered: false } })
  })

  it('of few days is not reminded of before its day', () => {
    expect(withFirstLook(promise({ dueDays: 3, dueOn: '2026-03-05' }), '2026-03-02').lookOn).toBe('2026-03-03')
    expect(followUp(promise({ dueDays: 3, dueOn: '2026-03-05' }), decided, '2026-03-04')).toMatchObject({ next: { lookOn: '2026-03-05' } })
  })

  it('has no day where the calendar is not published, and gets it when it is', () => {
    expect(dayAfter(unknownYear, 3, '990101')).toBeNull()
    const waiting = promise({ countFrom: unknownYear, dueOn: null })
    expect(followUp(waiting, decided, unknownYear)).toMatchObject({ next: { dueOn: null, lookOn: null } })
    expect(followUp(promise({ dueOn: null }), decided, '2026-03-03')).toMatchObject({ next: { dueOn: '2026-03-16' } })
  })
})

describe('a promise', () => {
  it('that is over is not looked at again, and one whose case ended without a decision is released', () => {
    expect(followUp(promise({ state: 'kept', lookOn: '2026-03-10' }), decided, '2026-03-09')).toMatchObject({ next: { state: 'kept', lookOn: null } })
    expect(followUp(promise(), { ended: true, decidedOn: null }, '2026-03-09')).toMatchObject({ action: 'release', next: { state: 'released', lookOn: null } })
  })

  it('to be checked begins with the decision; where its day is unknown it waits for the calendar', () => {
    const check = promise({ duty: 'check', how: 'registry', countFrom: null, dueOn: null })
    expect(followUp(check, { ended: false, decidedOn: null }, '2026-03-09')).toMatchObject({ next: { countFrom: null, lookOn: '2026-03-10' } })
    expect(followUp(check, decided, '2026-03-03')).toMatchObject({ check: true, next: { countFrom: '2026-03-02', dueOn: '2026-03-16' } })
    expect(followUp(check, { ended: true, decidedOn: unknownYear }, unknownYear)).toMatchObject({ check: true, next: { dueOn: null, lookOn: null } })
  })
})
