// What people and halls are told of deliveries. Pure. A pick-up code is told only to whose it is.
import { Type, type Static } from 'typebox'
import { textsSchema, type Outlet } from '../catalogue/index.ts'
import { deliveryStates, deliveryActions, mishaps, ways, type Delivery } from './delivery.ts'
import { parcelEvents, parcelStates, type Parcel, type ParcelEvent } from './parcel.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const placeSchema = Type.Object({ name: Type.String({ maxLength: 60 }), phone: Type.String({ maxLength: 30 }), address: Type.String({ maxLength: 300 }) }, { additionalProperties: false, description: 'Who it goes to, and where.' })

export const hallSchema = Type.Object(
  { id: text, name: textsSchema, address: Type.Union([textsSchema, Type.Null()]), hours: Type.Union([textsSchema, Type.Null()]), phone: textOrNull, courierFee: Type.Enum(['sender', 'receiver'], { description: 'Who pays the courier: the hall, or whoever receives the parcel.' }) },
  { description: 'A hall that sends results or hands them out.' },
)

export const toHall = ({ id, name, address, hours, phone, courierFee }: Outlet): Static<typeof hallSchema> => ({ id, name, address: address ?? null, hours: hours ?? null, phone: phone ?? null, courierFee: courierFee ?? 'sender' })

const eventSchema = Type.Object({ kind: Type.Enum([...parcelEvents]), at: text, place: text, note: text })
const parcelSchema = Type.Object({ id: text, number: textOrNull, state: Type.Enum([...parcelStates]), to: placeSchema, events: Type.Array(eventSchema) }, { description: 'A parcel with what the courier reported, the last first.' })

export const toParcelReply = (parcel: Parcel, events: readonly ParcelEvent[]): Static<typeof parcelSchema> => ({
  id: parcel.id, number: parcel.carrierNumber, state: parcel.state, to: parcel.receiver, events: events.map(({ kind, at, place, note }) => ({ kind, at, place, note })).toReversed(),
})

const pickupSchema = Type.Object(
  { id: text, outlet: text, code: Type.Union([text, Type.Null()], { description: 'null: it has run out; draw a new one.' }), expiresOn: text, fetcher: Type.Union([Type.Object({ name: text, number: text }), Type.Null()]) },
  { description: 'Waiting at a counter, with the code it is fetched with.' },
)

/** planned: not decided yet. account: granted and read in the account. unpaid: granted, shown once its fee is paid. none: ended without a result. */
export const standings = ['planned', 'account', 'unpaid', 'none', ...deliveryStates] as const

export const ownDeliverySchema = Type.Object(
  {
    service: text, name: textsSchema, ways: Type.Array(Type.Enum([...ways])), way: Type.Enum([...ways]), outlet: textOrNull, halls: Type.Array(text, { description: 'Halls that may hand it out, nearest first.' }), canChange: Type.Boolean(),
    standing: Type.Enum([...standings]), deliverBy: Type.Union([text, Type.Null()], { description: 'Last day for it to arrive (Administrative Licensing Law Art. 44).' }), deliveredOn: textOrNull, deliveredHow: textOrNull, openedAt: Type.Union([text, Type.Null()], { description: 'When it was first opened in the account.' }),
    mishap: Type.Union([Type.Enum([...mishaps]), Type.Null()], { description: 'What went wrong with the last parcel.' }),
    pickup: Type.Union([pickupSchema, Type.Null()]), parcel: Type.Union([parcelSchema, Type.Null()]), history: Type.Array(Type.Object({ action: Type.Enum([...deliveryActions]), at: text })),
  },
  { description: 'One result of an application and how it reaches its person.' },
)

export const choosingSchema = Type.Object({ submitted: Type.Boolean(), items: Type.Array(ownDeliverySchema), halls: Type.Array(hallSchema), receiver: placeSchema }, { description: 'How the results of an application reach their person. No items: everything is read in the account.' })

export const deliveryRowSchema = Type.Object(
  {
    id: text, caseNumber: text, name: textsSchema, person: Type.String({ description: 'Shortened.' }), way: Type.Enum(['counter', 'post']), state: Type.Enum([...deliveryStates]), outlet: text, address: Type.Union([text, Type.Null()], { description: 'Where it is to be sent.' }),
    bundle: Type.String({ description: 'What has the same mark goes into one parcel.' }), deliverBy: textOrNull, daysLeft: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days until that day; negative when late.' }), mishap: Type.Union([Type.Enum([...mishaps]), Type.Null()]), because: textOrNull,
    parcel: Type.Union([Type.Object({ id: text, number: textOrNull, state: Type.Enum([...parcelStates]), failure: textOrNull, last: Type.Union([eventSchema, Type.Null()]) }), Type.Null()]),
    waitingSince: textOrNull, reminded: Type.Integer(), changedAt: text,
  },
  { description: 'A result on its way, as a hall sees it.' },
)

export const labelSchema = Type.Object({ id: text, number: textOrNull, sorting: textOrNull, state: Type.Enum([...parcelStates]), sender: placeSchema, receiver: placeSchema, contents: text, pays: Type.Enum(['sender', 'receiver']) }, { description: 'What is printed on a parcel.' })

export const toLabel = ({ id, carrierNumber, sorting, state, sender, receiver, contents, pays }: Parcel): Static<typeof labelSchema> => ({ id, number: carrierNumber, sorting, state, sender, receiver, contents, pays })

/** 欧阳予安 → 欧***. */
export const shortName = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

export type RowParts = { one: Delivery; caseNumber: string; name: Static<typeof textsSchema>; person: string; daysLeft: number | null; parcel: Parcel | undefined; last: ParcelEvent | undefined; waitingSince: string | null; reminded: number; because: string | null; bundle: string }

export const toRow = ({ one, parcel, last, person, ...rest }: RowParts): Static<typeof deliveryRowSchema> => ({
  id: one.id, way: one.way, state: one.state, outlet: one.outlet, address: one.receiver?.address ?? null, deliverBy: one.deliverBy, mishap: one.mishap, changedAt: one.updatedAt, person: shortName(person), ...rest,
  parcel: parcel ? { id: parcel.id, number: parcel.carrierNumber, state: parcel.state, failure: parcel.failure, last: last ? { kind: last.kind, at: last.at, place: last.place, note: last.note } : null } : null,
})
