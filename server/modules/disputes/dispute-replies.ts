// How a dispute looks over the API: to its resident, who sees authorities and no officials' names, and to officials.
import { Type, type Static } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import type { Person } from '../people/index.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import { urgencyOf } from './days.ts'
import { canDispute, choicesFor, disputeActions, disputeStates, hasEndedDispute, residentActions, type Dispute, type DisputeFile, type DisputeLine } from './dispute.ts'
import { namesOf } from './recording.ts'
import { valueInWords } from './value-words.ts'

const text = Type.String()
const nullable = Type.Union([text, Type.Null()])
const maybe = (description: string) => Type.Union([text, Type.Null()], { description })

const lineSchema = Type.Object({ action: Type.Enum([...disputeActions]), at: text, byName: Type.String({ description: 'The authority, or “you”; an official’s own name only for officials.' }), reasons: nullable, entry: nullable })
const fileSchema = Type.Object({ id: text, name: text, size: Type.Integer(), type: text, addedAt: text })

/** What the field of the value is made from: the concept, and the places it may name. */
export type Definition = Pick<Catalogue, 'regions'> & { concept: Catalogue['concepts'][string] }

const definitionSchema = Type.Unsafe<Definition>({ type: 'object', additionalProperties: true, description: 'The concept, and the regions where it names one: input for a form.' })

export const definitionOf = ({ concepts, regions }: Pick<Catalogue, 'concepts' | 'regions'>, id: string): Definition => {
  const concept = concepts[id]
  if (!concept) throw new Refusal('not_found', { concept: id })
  return { concept, regions: concept.type === 'region' ? regions : {} }
}

const itemFields = {
  id: text, registry: text, registryName: text, concept: text, conceptName: text, authorityName: text, state: Type.Enum([...disputeStates]), ended: Type.Boolean(), urgency: Type.Enum(['calm', 'soon', 'late']),
  dueOn: maybe('Day by which it is answered; null in a year whose calendar is not published.'), createdAt: text, updatedAt: text,
}

export const disputeItemSchema = Type.Object(itemFields, { description: 'A record somebody says is wrong.' })

const wholeFields = {
  ...itemFields, applicationId: nullable, recorded: maybe('What is on record, in words; null: the resident does not know.'), asOf: nullable, claimed: text, corrected: nullable, explanation: text,
  passed: Type.Boolean(), entry: Type.Union([Type.Enum(['waiting', 'entered', 'byHand']), Type.Null()], { description: 'After a correction: on its way to the registry, taken by it, or entered by the authority itself.' }),
  shownAt: maybe('When the registry was seen to give the corrected value.'), history: Type.Array(lineSchema), files: Type.Array(fileSchema),
}

export const ownDisputeSchema = Type.Object({ ...wholeFields, can: Type.Object({ attach: Type.Boolean(), object: Type.Boolean(), withdraw: Type.Boolean() }) })

export const staffDisputeSchema = Type.Object({
  ...wholeFields, revision: Type.Integer(), line: text, region: text, personName: text, idNumber: text, claimedValue: valueSchema, definition: definitionSchema,
  choices: Type.Array(Type.Object({ action: Type.Enum(['correct', 'decline', 'pass', 'order', 'uphold']), possible: Type.Boolean(), because: Type.Optional(Type.Enum(['state', 'role', 'once'])) })),
  authorities: Type.Array(Type.Object({ line: text, region: text, name: text }), { description: 'To whom it may be passed on.' }),
})

export const disputableSchema = Type.Object({
  registry: text, registryName: text, concept: text, conceptName: text, authorityName: text, region: text, recorded: maybe('What is on record, in words; null: not known here.'), recordedValue: valueSchema, asOf: nullable, days: Type.Integer({ description: 'Working days in which the authority answers.' }),
  open: maybe('The dispute about it that is already open.'), definition: definitionSchema,
})

export const toItem = (app: App, one: Dispute, today: string, language: Language): Static<typeof disputeItemSchema> => {
  const { registry, concept, authority } = namesOf(app, one)
  return {
    id: one.id, registry: one.registry, registryName: textIn(registry, language), concept: one.concept, conceptName: textIn(concept, language), authorityName: textIn(authority, language), state: one.state,
    ended: hasEndedDispute(one.state), urgency: urgencyOf(one, today), dueOn: one.dueOn, createdAt: one.createdAt, updatedAt: one.updatedAt,
  }
}

export type Whole = { one: Dispute; lines: readonly DisputeLine[]; files: readonly DisputeFile[] }

const isText = (value: unknown): value is string => typeof value === 'string'

/** @param nameOf who did something, as the reader may know it */
const toWhole = (app: App, { one, lines, files }: Whole, today: string, language: Language, nameOf: (line: DisputeLine) => string) => {
  const words = (value: Dispute['content']['claimed'] | undefined) => (value === undefined ? null : valueInWords(app.packs.catalogueFor(one.region), one.concept, value, language))
  return {
    ...toItem(app, one, today, language), applicationId: one.applicationId, recorded: words(one.content.recorded), asOf: one.content.asOf ?? null, claimed: words(one.content.claimed) ?? '', corrected: words(one.content.corrected),
    explanation: one.content.explanation, passed: one.passed, entry: one.entry, shownAt: one.shownAt,
    history: lines.map((line) => ({ action: line.action, at: line.at, byName: nameOf(line), reasons: isText(line.detail.reasons) ? line.detail.reasons : null, entry: isText(line.detail.entry) ? line.detail.entry : null })),
    files: files.map(({ id, name, size, type, addedAt }) => ({ id, name, size, type, addedAt })),
  }
}

/** Which authority an official acted for then: the place the dispute was at, not where it has gone since. */
const authorityThen = (app: App, one: Dispute, line: DisputeLine, language: Language): string => {
  const { from } = line.detail as { from?: { line: string; region: string } }
  const place = from ?? { line: one.line, region: line.region }
  const authority = authorityOf(app.packs.catalogueFor(place.region), place.line, place.region)
  return authority ? textIn(authority.name, language) : place.line
}

export const toOwnDispute = (app: App, whole: Whole, today: string, language: Language): Static<typeof ownDisputeSchema> => {
  const can = Object.fromEntries(residentActions.map((action) => [action, canDispute(whole.one, action)]))
  return {
    ...toWhole(app, whole, today, language, (line) => (line.actorKind === 'staff' ? authorityThen(app, whole.one, line, language) : '')),
    can: { attach: can.attach === true, object: can.object === true, withdraw: can.withdraw === true },
  }
}

export const toStaffDispute = (app: App, whole: Whole, person: Pick<Person, 'name' | 'idNumber'>, roles: Parameters<typeof choicesFor>[1], today: string, language: Language): Static<typeof staffDisputeSchema> => {
  const { one } = whole
  const catalogue = app.packs.catalogueFor(one.region)
  const choices = choicesFor(one, roles)
  return {
    ...toWhole(app, whole, today, language, ({ actorName, actorKind }) => (actorKind === 'system' ? '' : actorName)), revision: one.revision, line: one.line, region: one.region, personName: person.name, idNumber: person.idNumber,
    claimedValue: one.content.claimed, definition: definitionOf(catalogue, one.concept), choices,
    authorities: choices.some(({ action, possible }) => action === 'pass' && possible)
      ? catalogue.authorities.filter(({ line, region }) => line !== one.line || region !== one.region).map(({ line, region, name }) => ({ line, region, name: textIn(name, language) }))
      : [],
  }
}
