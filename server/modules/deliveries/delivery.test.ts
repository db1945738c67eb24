// Which way a result takes, what goes into one parcel, and that every delivery comes to an end.
import { describe, expect, it } from 'vitest'
import type { Outlet } from '../catalogue/index.ts'
import { bundleKey, deliveryActions, deliveryAfter, deliveryStates, hallsFor, hasEndedDelivery, isPhysical, wayFor, waysOf, type DeliveryState } from './delivery.ts'

const service = (delivery: ('online' | 'counter' | 'post')[] | undefined, paper = false) => ({ handling: { paper }, listing: delivery ? { delivery } : {} })
const hall = (id: string, region: string): Outlet => ({ id, region, name: { 'zh-CN': id }, windows: [] })

describe('the way of a result', () => {
  it('is the account where the pack states nothing, and nothing travels', () => {
    expect([waysOf(service(undefined)), isPhysical(service(undefined)), isPhysical(service(['online']))]).toEqual([['online'], false, false])
  })

  it('is the account unless somebody wants it on paper', () => {
    const either = service(['online', 'post', 'counter'])
    expect([wayFor(either, undefined, true), wayFor(either, { way: 'counter' }, false), wayFor(either, { way: 'post' }, true)]).toEqual(['online', 'counter', 'post'])
    expect(wayFor(either, { way: 'post' }, false)).toBe('online')
  })

  it('of a thing is never the account: it is sent where an address is known, otherwise fetched', () => {
    const thing = service(['online', 'post', 'counter'], true)
    expect([waysOf(thing), wayFor(thing, undefined, true), wayFor(thing, undefined, false), wayFor(thing, { way: 'online' }, false)]).toEqual([['post', 'counter'], 'post', 'counter', 'counter'])
    expect(waysOf(service(['online'], true))).toEqual(['counter'])
  })

  it('is not one that is no longer offered', () => {
    expect(wayFor(service(['online', 'counter']), { way: 'post' }, true)).toBe('online')
  })
})

describe('a hall', () => {
  it('hands out results of its region and of the authorities above it, the nearest first', () => {
    const halls = [hall('city', '440300'), hall('nanshan', '440305'), hall('futian', '440304')]
    expect(hallsFor(halls, '440305').map(({ id }) => id)).toEqual(['nanshan', 'city'])
    expect(hallsFor(halls, '440300').map(({ id }) => id)).toEqual(['city', 'nanshan', 'futian'])
    expect(hallsFor(halls, '440000').map(({ id }) => id)).toHaveLength(3)
  })
})

describe('one parcel', () => {
  it('holds what leaves one hall for one address of one application', () => {
    const to = { name: '甲', phone: '1', address: '示例路1号' }
    const one = { applicationId: 'a', outlet: 'east', receiver: to }
    expect(bundleKey(one)).toBe(bundleKey({ ...one, receiver: { ...to } }))
    for (const other of [{ ...one, applicationId: 'b' }, { ...one, outlet: 'west' }, { ...one, receiver: { ...to, address: '示例路2号' } }]) expect(bundleKey(other)).not.toBe(bundleKey(one))
  })
})

describe('the lifecycle of a delivery', () => {
  it('lets every state be reached from ready, and leaves every state that has not ended', () => {
    const reached = new Set<DeliveryState>(['ready'])
    for (const state of reached) for (const action of deliveryActions) {
      const next = deliveryAfter(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].toSorted()).toEqual([...deliveryStates].toSorted())
    for (const state of deliveryStates) expect(deliveryActions.some((action) => deliveryAfter(state, action) !== undefined)).toBe(!hasEndedDelivery(state))
  })
})
