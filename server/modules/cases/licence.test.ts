// How long results hold and when they may be changed or extended: ends, windows in calendar and working days, and what stands against it.
import { describe, expect, it } from 'vitest'
import type { Amends, Service } from '../catalogue/definitions.ts'
import { amendedUntil, deemedOn, isInForce, nextLook, obstacleToAmend, standingOn, validUntil, windowOf } from './licence.ts'

const law = { title: '样例条例' }
const service = (months: number | undefined): Pick<Service, 'result'> => ({ result: { name: { 'zh-CN': '证' }, prefix: 'ZZ', concepts: [], ...(months === undefined ? {} : { validFor: { months, legalBasis: law } }) } })
const extending: Amends = { service: 'permit', way: 'extend', matter: 'extend-it', opens: 90, legalBasis: law }
const changing: Amends = { service: 'permit', way: 'change', matter: 'change-it', legalBasis: law }
const held = { standing: 'valid' as const, validUntil: '2026-12-31', region: '990101' }
const on = (today: string) => ({ today, pending: false })

describe('how long a result holds', () => {
  it('ends on the day before the same day years later, or for good where the pack says nothing', () => {
    expect(validUntil(service(60), '2026-11-22')).toBe('2031-11-21')
    expect(validUntil(service(12), '2028-02-29')).toBe('2029-02-27')
    expect(validUntil(service(1), '2026-01-31')).toBe('2026-02-27')
    expect(validUntil(service(undefined), '2026-11-22')).toBeNull()
  })

  it('holds through its last day; one that was taken back or replaced holds no more', () => {
    expect(isInForce(held, '2026-12-31')).toBe(true)
    expect(isInForce(held, '2027-01-01')).toBe(false)
    expect(standingOn(held, '2027-01-01')).toBe('expired')
    expect(standingOn({ standing: 'revoked', validUntil: '2026-12-31' }, '2027-01-01')).toBe('revoked')
    expect(isInForce({ standing: 'replaced', validUntil: null }, '2026-01-01')).toBe(false)
  })

  it('is looked at ninety and forty-five days before its end and on the day after, and then no more', () => {
    const looks = ['2026-01-01', '2026-10-02', '2026-11-16', '2027-01-01'].map((today) => nextLook('2026-12-31', today))
    expect(looks).toEqual(['2026-10-02', '2026-11-16', '2027-01-01', null])
    expect(nextLook(null, '2026-01-01')).toBeNull()
  })
})

describe('when it may be changed or extended', () => {
  it('an extension is asked for until thirty days before the end where no law says otherwise, and not before its days open', () => {
    expect(windowOf(extending, held.validUntil, held.region)).toEqual({ opensOn: '2026-10-02', closesOn: '2026-12-01', timelyUntil: '2026-12-01' })
    expect(['2026-10-01', '2026-10-02', '2026-12-01', '2026-12-02', '2027-01-01'].map((day) => obstacleToAmend(extending, held, on(day)))).toEqual(['early', undefined, undefined, 'late', 'expired'])
  })

  it('counts in working days where the pack says so, over the holidays between', () => {
    const working: Amends = { ...extending, opens: 10, closes: 5, days: 'working' }
    expect(windowOf(working, '2026-10-12', held.region)).toEqual({ opensOn: '2026-09-21', closesOn: '2026-09-29', timelyUntil: '2026-09-29' })
  })

  it('late, where the pack allows it, is still possible until the end but never counts as extended', () => {
    const late: Amends = { ...extending, late: true }
    expect(obstacleToAmend(late, held, on('2026-12-15'))).toBeUndefined()
    expect(deemedOn(late, held, '2026-12-15')).toBeNull()
    expect(deemedOn(late, held, '2026-12-01')).toBe('2026-12-31')
  })

  it('a change may be asked for at any time while it holds, one at a time', () => {
    expect(obstacleToAmend(changing, held, on('2026-01-05'))).toBeUndefined()
    expect(obstacleToAmend(changing, held, { today: '2026-01-05', pending: true })).toBe('pending')
    expect(obstacleToAmend(changing, { ...held, standing: 'revoked' }, on('2026-01-05'))).toBe('standing')
    expect(deemedOn(changing, held, '2026-01-05')).toBeNull()
  })

  it('an extension goes on from the end, or from the decision where the law says so; a change keeps the end', () => {
    expect(amendedUntil(extending, service(60), '2026-12-31', '2026-11-22')).toBe('2031-12-31')
    expect(amendedUntil({ ...extending, counts: 'decision' }, service(60), '2026-12-31', '2026-11-22')).toBe('2031-11-21')
    expect(amendedUntil(extending, service(60), '2026-12-31', '2027-02-01')).toBe('2032-01-31')
    expect(amendedUntil(changing, service(60), '2026-12-31', '2026-11-22')).toBe('2026-12-31')
  })
})
