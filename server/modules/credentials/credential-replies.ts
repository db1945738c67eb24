// E-licences as the API tells them: to their holders, to officials, to whoever checks one.
import { Type, type Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { claimsOn } from './claims.ts'
import { credentialTypeOf } from './copying.ts'
import { credentialStates, standingOn, useKinds, type Credential, type CredentialUse } from './credential.ts'
import { claimNames, type CredentialType } from './credential-type.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const credentialSchema = Type.Object({
  id: text, type: text, name: textsSchema, number: text, edition: Type.Integer(), issuer: Type.Object({ line: text, region: text, name: textsSchema }), issuedAt: text, validUntil: textOrNull,
  standing: Type.Enum([...credentialStates, 'expired']), because: textOrNull, origin: Type.Enum(['result', 'registry']), resultId: textOrNull,
  claims: Type.Array(Type.Object({ id: text, name: textsSchema, value: Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()]), word: Type.Union([textsSchema, Type.Null()], { description: 'What a coded value is called; null for others.' }), always: Type.Boolean({ description: 'Part of every copy.' }), derived: Type.Boolean(), masked: Type.Boolean() })),
})

export const toCredentialReply = (app: App, one: Credential): Static<typeof credentialSchema> => {
  const { line, region } = one.issuer
  const type = credentialTypeOf(app, one)
  const today = plainDate(app.clock.now())
  const values = type ? claimsOn(type, one, today) : one.claims
  const catalogue = app.packs.catalogueFor(region)
  const wordOf = (from: readonly string[], value: unknown): Texts | null => {
    const concept = from.map((each) => catalogue.concepts[each]).find((each) => each !== undefined)
    const named = concept?.type === 'region' ? catalogue.regions[String(value)] : concept?.constraint.choices?.find((choice) => choice.value === value)
    return named?.name ?? null
  }
  const { claims, derived } = type ?? { claims: [], derived: [] }
  const known = new Map([
    ...claims.map(({ id, name, from, disclosed, masked }) => ({ id, name, from, masked, always: disclosed === 'always', derived: false })),
    ...derived.map(({ id, name }) => ({ id, name, from: [], masked: false, always: false, derived: true })),
  ].map((each) => [each.id, each] as const))
  return {
    id: one.id, type: one.type, name: nameOr(type, one.type), number: one.number, edition: one.edition,
    issuer: { line, region, name: nameOr(authorityOf(catalogue, line, region), line) }, issuedAt: one.issuedAt, validUntil: one.validUntil,
    standing: standingOn(one, today), because: one.because, origin: one.origin, resultId: one.resultId,
    claims: Object.entries(values).map(([id, value]) => {
      const { from, ...face } = known.get(id) ?? { id, name: nameOr(undefined, id), from: [], always: false, derived: false, masked: false }
      return { ...face, value, word: wordOf(from, value) }
    }),
  }
}

/** For lists officials work with: nothing of what it says. */
export const listedSchema = Type.Pick(credentialSchema, ['id', 'type', 'name', 'number', 'edition', 'issuer', 'issuedAt', 'validUntil', 'standing', 'because', 'origin'])
export const toListedReply = (app: App, one: Credential): Static<typeof listedSchema> => {
  const { id, type, name, number, edition, issuer, issuedAt, validUntil, standing, because, origin } = toCredentialReply(app, one)
  return { id, type, name, number, edition, issuer, issuedAt, validUntil, standing, because, origin }
}

export const useSchema = Type.Object({ id: text, kind: Type.Enum([...useKinds]), at: text, by: textOrNull, purpose: text, claims: Type.Array(Type.Object({ id: text, name: textsSchema })), reference: textOrNull })

export const toUseReply = (type: CredentialType | undefined, { id, kind, at, by, purpose, claims, reference }: CredentialUse): Static<typeof useSchema> => {
  const names = claimNames(type ?? { claims: [], derived: [] })
  return { id, kind, at, by, purpose, reference, claims: claims.map((claim) => ({ id: claim, name: names.get(claim) ?? nameOr(undefined, claim) })) }
}

/** A type to choose from: what its holder gets and where it comes from. `claimable`: it can be had at once, from registries. */
export const typeSchema = Type.Object({ id: text, name: textsSchema, line: text, claimable: Type.Boolean(), registries: Type.Array(Type.Object({ id: text, name: textsSchema })), claims: Type.Array(Type.Object({ id: text, name: textsSchema, derived: Type.Boolean() })), legalBasis: Type.Object({ title: text, article: Type.Optional(text) }) })

export const toTypeReply = (app: App, region: string, { id, name, line, registries, claims, derived, legalBasis }: CredentialType): Static<typeof typeSchema> => {
  const catalogue = app.packs.catalogueFor(region)
  return {
    id, name, line, claimable: registries.length > 0, registries: registries.flatMap((each) => (catalogue.registries[each] ? [{ id: each, name: catalogue.registries[each].name }] : [])),
    claims: [...claims.map((each) => ({ id: each.id, name: each.name, derived: false })), ...derived.map((each) => ({ id: each.id, name: each.name, derived: true }))],
    legalBasis: { title: legalBasis.title, ...(legalBasis.article === undefined ? {} : { article: legalBasis.article }) },
  }
}
