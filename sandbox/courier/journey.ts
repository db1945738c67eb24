// What becomes of a consignment: its reports one after another, decided when it is booked. Pure.
// The words in an address that decide it are for demonstrations and tests; a real courier has people.
import type { Place } from './contract.ts'

export const fates = ['deliver', 'lose', 'decline', 'undeliverable'] as const
export type Fate = (typeof fates)[number]

/** Reports in the order they happen; the number of a report is its place, from 1. */
const journeys: Record<Fate, readonly Stop[]> = {
  deliver: ['booked', 'collected', 'passed', 'outForDelivery', 'delivered'],
  lose: ['booked', 'collected', 'passed', 'lost'],
  decline: ['booked', 'collected', 'passed', 'outForDelivery', 'declinedByReceiver', 'returned'],
  undeliverable: ['booked', 'collected', 'passed', 'outForDelivery', 'undeliverable', 'returned'],
}

export type Stop = 'booked' | 'collected' | 'passed' | 'outForDelivery' | 'delivered' | 'declinedByReceiver' | 'undeliverable' | 'returned' | 'lost' | 'cancelled'

const marks: readonly [RegExp, Fate][] = [[/丢件/, 'lose'], [/拒收/, 'decline'], [/查无此人/, 'undeliverable']]

/** @param otherwise what happens to addresses that say nothing */
export const fateOf = (receiver: Place, otherwise: Fate): Fate => marks.find(([mark]) => mark.test(receiver.address))?.[1] ?? otherwise

export const journeyOf = (fate: Fate): readonly Stop[] => journeys[fate]

/** Where the courier does not go, in its words; undefined: it carries it. */
export const refusalOf = ({ name, phone, address }: Place): string | undefined => {
  if (name.trim() === '' || phone.trim() === '') return '收件人姓名、电话不完整'
  if (!/[省市区县州盟旗镇乡街道路村号]/.test(address)) return '收件地址不完整，请写到门牌号'
  return /不通邮/.test(address) ? '收件地址不在服务范围' : undefined
}

const notes: Record<Stop, string> = {
  booked: '已下单，等待揽收', collected: '快递员已揽收', passed: '已到达分拨中心', outForDelivery: '快递员正在派送', delivered: '已签收', declinedByReceiver: '收件人拒收，正在退回', undeliverable: '联系不上收件人，正在退回',
  returned: '已退回寄件人', lost: '运输途中丢失，已登记赔付', cancelled: '已取消',
}

export const noteOf = (stop: Stop): string => notes[stop]

/** Where it is then: with the sender, in between, or with the receiver. */
export const placeOf = (stop: Stop, sender: Place, receiver: Place): string => {
  if (stop === 'passed' || stop === 'lost') return '示例分拨中心'
  return (['outForDelivery', 'delivered', 'declinedByReceiver', 'undeliverable'] as Stop[]).includes(stop) ? receiver.address.slice(0, 9) : sender.name
}
