// What the wallet is told: cards with everything needed to draw and show them, also without network; what was asked; phones.
import { Type, type Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { claimsOn, credentialStates, credentialTypeOf, standingOn, type Credential } from '../credentials/index.ts'
import { claimFaces } from './claim-face.ts'
import type { WalletDevice } from './device.ts'
import type { PresentationRequest } from './request.ts'
import { askerName } from './asking.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const faceSchema = Type.Object({
  id: text, name: textsSchema, kind: Type.Enum(['text', 'date', 'yesNo']), always: Type.Boolean({ description: 'Part of every copy.' }), derived: Type.Boolean({ description: 'A yes or no that stands for a value.' }),
  masked: Type.Boolean({ description: 'Shown in part until tapped.' }), options: Type.Array(Type.Object({ value: text, name: textsSchema })),
})

export const cardSchema = Type.Object({
  id: text, type: text, name: textsSchema, number: text, issuer: textsSchema, issuedAt: text, validUntil: textOrNull, standing: Type.Enum([...credentialStates, 'expired']),
  resultId: textOrNull,
  layout: Type.Object({ ink: text, from: text, to: text, pattern: text, fields: Type.Array(Type.Object({ claim: text, at: Type.Enum(['title', 'main', 'side', 'foot']) })) }),
  faces: Type.Array(faceSchema),
  values: Type.Record(text, Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()]), { description: 'By claim; derived ones as of today.' }),
})
export type Card = Static<typeof cardSchema>

/** undefined for a type the packs no longer have. */
export const toCard = (app: App, credential: Credential): Card | undefined => {
  const type = credentialTypeOf(app, credential)
  if (!type) return undefined
  const { line, region } = credential.issuer
  const catalogue = app.packs.catalogueFor(app.config.region)
  const today = plainDate(app.clock.now())
  const values: Card['values'] = { ...claimsOn(type, credential, today), number: credential.number }
  return {
    id: credential.id, type: type.id, name: type.name, number: credential.number, issuer: nameOr(authorityOf(catalogue, line, region), line), issuedAt: credential.issuedAt,
    validUntil: credential.validUntil, standing: standingOn(credential, today), resultId: credential.resultId,
    layout: { ...type.layout, fields: [...type.layout.fields] }, values,
    // Of coded values the card needs the name of its own.
    faces: claimFaces(type, catalogue).map((face) => ({ ...face, options: face.options.filter(({ value }) => value === values[face.id]) })),
  }
}

export const requestSchema = Type.Object({
  id: text, type: text, typeName: textsSchema, claims: Type.Array(Type.Object({ id: text, name: textsSchema })), by: text, region: textsSchema, purpose: text, legalBasis: text, expiresAt: text,
  state: Type.Enum(['open', 'agreed', 'declined', 'ended']),
})

export const deviceSchema = Type.Object({ id: text, name: text, registeredAt: text })
export const toDevice = ({ id, name, registeredAt }: WalletDevice): Static<typeof deviceSchema> => ({ id, name, registeredAt })

/** How a request reads, for its holder and for who asked. */
export const toRequestReply = async (app: App, request: PresentationRequest, state: Static<typeof requestSchema>['state']): Promise<Static<typeof requestSchema>> => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const type = app.packs.credentialTypesFor(request.region)[request.type]
  const names = new Map([...(type?.claims ?? []), ...(type?.derived ?? [])].map(({ id, name }) => [id, name]))
  return {
    id: request.id, type: request.type, typeName: nameOr(type, request.type), claims: request.claims.map((id) => ({ id, name: names.get(id) ?? { 'zh-CN': id } })),
    by: await askerName(app, request.staffId), region: nameOr(catalogue.regions[request.region], request.region), purpose: request.purpose, legalBasis: request.legalBasis, expiresAt: request.expiresAt, state,
  }
}
