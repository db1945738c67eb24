// A parcel is where the courier's reports say, whatever they arrive as: late, twice, in any order, some of them never.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasEndedParcel, hasGap, parcelEvents, stateOfParcel } from './parcel.ts'

const reports = (...kinds: (typeof parcelEvents)[number][]) => kinds.map((kind, index) => ({ seq: index + 1, kind }))

describe('the state of a parcel', () => {
  it('follows the courier from the booking to the door', () => {
    const whole = reports('booked', 'collected', 'passed', 'outForDelivery', 'delivered')
    expect(whole.map((_, index) => stateOfParcel(whole.slice(0, index + 1)))).toEqual(['booked', 'onTheWay', 'onTheWay', 'outForDelivery', 'delivered'])
    expect(stateOfParcel([])).toBe('requested')
  })

  it('is the same whatever order the reports arrive in, and however often', () => {
    const journey = fc.array(fc.constantFrom(...parcelEvents), { minLength: 1, maxLength: 8 }).map((kinds) => reports(...kinds))
    fc.assert(fc.property(journey.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }))), ([all, arrived]) => {
      const kept = [...new Map(arrived.map((each) => [each.seq, each])).values()]
      expect(stateOfParcel(kept)).toBe(stateOfParcel(all))
    }))
  })

  it('is told by a later report even when one before it never arrived', () => {
    const [booked, , , out] = reports('booked', 'collected', 'passed', 'outForDelivery')
    const known = [booked, out].flatMap((each) => each ?? [])
    expect([stateOfParcel(known), hasGap(known), hasGap(reports('booked', 'collected'))]).toEqual(['outForDelivery', true, false])
  })

  it('does not change any more once it has ended', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...parcelEvents), { maxLength: 8 }), fc.constantFrom(...parcelEvents), (kinds, more) => {
      const before = stateOfParcel(reports(...kinds))
      if (hasEndedParcel(before)) expect(stateOfParcel(reports(...kinds, more))).toBe(before)
    }))
  })

  it('comes back to the sender when the receiver declines it', () => {
    expect(stateOfParcel(reports('booked', 'collected', 'outForDelivery', 'declinedByReceiver', 'returned'))).toBe('returned')
  })
})
