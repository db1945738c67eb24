// Originals of a hand-over on their way by courier: booked in the transaction that hands over; the history of the hand-over says what became
// of the parcel, and when it does not arrive both the hall and the authority are told.
import { nameOr, textIn, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { bookParcel, hallsFor, onParcelEvent, type Place, type ParcelTurn } from '../deliveries/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { callCourierWith, giverRoles, hallLine, noteParcel, outletsAtWork, parcelTurns, type CourierCall, type Transfer } from '../transfers/index.ts'

/** Carrier of a parcel until the courier has given it a number. */
const ownCourier = '平台预约的快递'

const inChinese = (texts: Texts): string => textIn(texts, 'zh-CN')

/** The hall that took it in. */
const senderOf = (app: App, { outlet, hall }: Transfer): Place => {
  const from = outletsAtWork(app).find(({ id }) => id === outlet)
  return { name: inChinese(hall), phone: from?.phone ?? '', address: inChinese(from?.address ?? hall) }
}

/** The authority, at its own address or at the nearest hall of its region. */
const receiverOf = (app: App, { toRegion, toLine }: Transfer): Place => {
  const catalogue = app.packs.catalogueFor(toRegion)
  const authority = authorityOf(catalogue, toLine, toRegion)
  const [hall] = hallsFor(outletsAtWork(app), toRegion)
  const address = authority?.address ?? hall?.address ?? hall?.name ?? nameOr(catalogue.regions[toRegion], toRegion)
  return { name: inChinese(nameOr(authority, toLine)), phone: authority?.phone ?? hall?.phone ?? '', address: inChinese(address) }
}

const book: CourierCall = async ({ app, tx }, one, originals) => {
  const { id } = await bookParcel(app, tx, {
    purpose: 'transfer', reference: one.id, personId: null, region: one.fromRegion, sender: senderOf(app, one), receiver: receiverOf(app, one),
    contents: originals.map(({ name, count }) => `${name} × ${count}`).join('、'), pays: 'sender',
  })
  return { carrier: ownCourier, number: id }
}

/** Why originals did not arrive, as officials read it. */
const mishaps: Partial<Record<ParcelTurn['parcel']['state'], Texts>> = {
  returned: { 'zh-CN': '快递没有送到，已退回', en: 'the courier brought it back' },
  lost: { 'zh-CN': '快递说寄丢了', en: 'the courier has lost it' },
  rejected: { 'zh-CN': '快递不收', en: 'the courier does not take it' },
  cancelled: { 'zh-CN': '快递取消了', en: 'the courier cancelled it' },
}

const tellOfMishap = async ({ app, tx }: ParcelTurn, one: Transfer, text: Texts): Promise<void> => {
  const { toLine: line, toRegion: region } = one
  const staff = [...(await listStaffPostedTo(tx, { line: hallLine, region: one.fromRegion }, giverRoles)), ...(await listStaffPostedTo(tx, { line, region }, ['clerk']))]
  await notifyStaff(tx, app.clock, [...new Set(staff.map(({ id }) => id))].map((staffId) => ({
    staffId, kind: 'parcelFailed' as const, detail: { number: one.number, place: one.hall, authority: nameOr(authorityOf(app.packs.catalogueFor(region), line, region), line), text, transfer: one.id },
  })))
}

const follow = async (event: ParcelTurn): Promise<void> => {
  const { parcel, tx, at } = event
  const turn = parcelTurns.find((each) => each === parcel.state)
  if (turn === undefined) return
  const one = await noteParcel(tx, parcel.reference, at, parcel.carrierNumber === null ? null : { carrier: ownCourier, number: parcel.carrierNumber }, turn)
  const mishap = mishaps[parcel.state]
  if (one && mishap) await tellOfMishap(event, one, mishap)
}

export const followConsignments = (): void => {
  callCourierWith(book)
  onParcelEvent('transfer', follow)
}
