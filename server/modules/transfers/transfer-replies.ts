// What officials and applicants are told of hand-overs: who has the file, what was signed, both clocks, what differs between regions.
import { Type, type Static } from 'typebox'
import type { Texts } from '../../kernel/texts.ts'
import { textsSchema } from '../catalogue/index.ts'
import { duties } from './custody.ts'
import { differenceKinds } from './differences.ts'
import type { HandOverFault } from './hand-over.ts'
import { actBy, maySide, parcelTurns, transferActions, transferStates, transferUrgency, type Standing, type Transfer, type TransferEvent } from './transfer.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const day = Type.Union([text, Type.Null()], { description: 'YYYY-MM-DD; null: none, or its calendar is not published.' })
const state = Type.Enum([...transferStates], { description: 'collected: taken in, to be handed over; underway: signed and sent; received; returned with reasons; ended: its cases ended first.' })

export const linkSchema = Type.Object(
  {
    holder: Type.Enum(['hall', 'authority', 'applicant']), name: textsSchema, region: textOrNull, duty: Type.Enum([...duties]), from: text, until: textOrNull, by: text,
    dueOn: Type.Union([text, Type.Null()], { description: 'For the present holder: the day promised, or the hall\'s own last day.' }), lawfulOn: Type.Union([text, Type.Null()], { description: 'The last lawful day of the authority.' }),
  },
  { description: 'One link of the chain of responsibility: who held it, under which duty, from when to when.' },
)

export const chainSchema = Type.Object({ case: text, number: text, name: textsSchema, region: text, links: Type.Array(linkSchema) }, { description: 'The chain of responsibility of one case.' })

const parcelSchema = Type.Object({ carrier: text, number: text }, { description: 'The parcel originals travel in.' })

export const transferRowSchema = Type.Object(
  {
    id: text, number: text, revision: Type.Integer(), state, matterName: textsSchema, applicant: text, applicationNumber: text, hall: textsSchema, fromRegion: text, toRegion: text, authorityName: textsSchema,
    cases: Type.Array(Type.Object({ id: text, number: text, name: textsSchema })), collectedAt: text, handOverBy: day, receiptBy: day, actBy: day, urgency: Type.Enum(['calm', 'soon', 'late']),
    gives: Type.Boolean({ description: 'Mine to hand over.' }), receives: Type.Boolean({ description: 'Mine to receipt.' }), parcel: Type.Union([parcelSchema, Type.Null()]), updatedAt: text,
  },
  { description: 'One hand-over.' },
)

const documentSchema = Type.Object({ case: text, evidence: text, name: text, digest: text })
const signedSchema = Type.Object(
  {
    digest: text, signature: text, edition: Type.Integer(), by: text, at: text, remark: text, documents: Type.Array(documentSchema), originals: Type.Array(Type.Object({ name: text, count: Type.Integer() })), parcel: Type.Union([parcelSchema, Type.Null()]),
    intact: Type.Boolean(), faults: Type.Array(Type.Enum(['signature', 'documents', 'bytes'])),
  },
  { description: 'The hand-over as it was signed, and whether it still is what was signed.' },
)

export const transferSchema = Type.Object(
  {
    ...transferRowSchema.properties, documents: Type.Array(documentSchema, { description: 'What the file holds now.' }), signed: Type.Union([signedSchema, Type.Null()]),
    key: Type.Union([Type.Object({ kty: text, crv: text, x: text, y: Type.Optional(text), kid: Type.Optional(text), alg: Type.Optional(text) }), Type.Null()], { description: 'Public key (JWK) the signature can be checked with elsewhere; null: nothing is signed yet, or with a key that is not here.' }),
    events: Type.Array(Type.Object({
      action: Type.Enum([...transferActions]), by: text, at: text, text: text,
      turn: Type.Union([Type.Enum([...parcelTurns]), Type.Null()], { description: 'What the courier called by the platform reported.' }), days: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days late, in a reminder.' }),
    })), actions: Type.Array(Type.Enum([...transferActions])), chains: Type.Array(chainSchema), matter: textOrNull, services: Type.Array(text),
    courier: Type.Boolean({ description: 'Whether the platform can call a courier for originals.' }),
  },
  { description: 'A hand-over with what was signed, what happened, and what can be done now.' },
)

export const ownTransferSchema = Type.Object(
  {
    number: text, state, hall: textsSchema, fromRegion: text, toRegion: text, authorityName: textsSchema, cases: Type.Array(text, { description: 'Numbers.' }), collectedAt: text, handOverBy: day, receiptBy: day,
    receivedAt: textOrNull, returnedBecause: textOrNull, parcel: Type.Union([parcelSchema, Type.Null()]), papers: Type.Array(Type.Object({ name: text, count: Type.Integer() })),
  },
  { description: 'A hand-over as its applicant sees it.' },
)

const value = Type.Union([Type.Null(), Type.Integer(), text, Type.Array(text), textsSchema])
export const differenceSchema = Type.Object({ kind: Type.Enum([...differenceKinds]), what: Type.Union([textsSchema, Type.Null()]), here: value, there: value }, { description: 'One thing a service has otherwise there. promised, statutory: working days; fee: fen.' })
export const comparisonSchema = Type.Object(
  { here: text, there: text, services: Type.Array(Type.Object({ service: text, name: textsSchema, takenIn: Type.Boolean({ description: 'Whether a hall here takes it in for there.' }), online: Type.Boolean({ description: 'Whether it can be done wholly online.' }), differences: Type.Array(differenceSchema) })) },
  { description: 'Services in two regions.' },
)

/** What an event says in words: reasons, or where the parcel is. */
const wordsIn = ({ detail }: TransferEvent): string => String(detail['reasons'] ?? detail['note'] ?? '')

export const toRow = (one: Transfer, authorityName: Texts, standing: Standing, today: string): Static<typeof transferRowSchema> => ({
  id: one.id, number: one.number, revision: one.revision, state: one.state, matterName: one.matterName, applicant: one.applicant, applicationNumber: one.applicationNumber, hall: one.hall, fromRegion: one.fromRegion,
  toRegion: one.toRegion, authorityName, cases: one.cases.map(({ id, number, name }) => ({ id, number, name })), collectedAt: one.collectedAt, handOverBy: one.handOverBy, receiptBy: one.receiptBy, actBy: actBy(one),
  urgency: transferUrgency(one, today), gives: standing.gives, receives: standing.receives, parcel: one.parcel, updatedAt: one.updatedAt,
})

export const actionsFor = ({ state: stands }: Transfer, standing: Standing, after: (state: Transfer['state'], action: TransferEvent['action']) => unknown) =>
  transferActions.filter((action) => after(stands, action) !== undefined && maySide(action, standing))

export const toSigned = (one: Transfer, faults: readonly HandOverFault[]): Static<typeof signedSchema> | null => {
  if (!one.signed) return null
  const { content, digest, signature } = one.signed
  return { digest, signature, edition: content.edition, by: content.by.name, at: content.at, remark: content.remark, documents: content.documents, originals: content.originals, parcel: content.parcel, intact: faults.length === 0, faults: [...faults] }
}

const turnIn = ({ detail }: TransferEvent) => parcelTurns.find((turn) => turn === detail['turn']) ?? null
const daysIn = ({ detail }: TransferEvent) => (typeof detail['days'] === 'number' ? detail['days'] : null)

export const toEvents = (events: readonly TransferEvent[]) => events.map((event) => ({ action: event.action, by: event.actorName, at: event.at, text: wordsIn(event), turn: turnIn(event), days: daysIn(event) }))

export const toOwnTransfer = (one: Transfer, authorityName: Texts, events: readonly TransferEvent[]): Static<typeof ownTransferSchema> => {
  const back = events.findLast(({ action }) => action === 'handOver' || action === 'sendBack')
  return {
    number: one.number, state: one.state, hall: one.hall, fromRegion: one.fromRegion, toRegion: one.toRegion, authorityName, cases: one.cases.map(({ number }) => number), collectedAt: one.collectedAt, handOverBy: one.handOverBy,
    receiptBy: one.receiptBy, receivedAt: events.find(({ action }) => action === 'receive')?.at ?? null, returnedBecause: back?.action === 'sendBack' ? wordsIn(back) : null, parcel: one.parcel, papers: one.signed?.content.originals ?? [],
  }
}
