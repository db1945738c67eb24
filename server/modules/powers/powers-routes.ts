// Powers by law: a resident establishes one from the registry, ends it, objects to another guardian, names staff of a company;
// officials decide where guardians disagree.
import { Type } from 'typebox'
import { personOf, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { type App, route } from '../../module.ts'
import { delegationSchema, getPerson, listPersonNames, propose, toDelegationReply } from '../people/index.ts'
import { decidePower, listToDecide } from './deciding.ts'
import { answerPower, establish } from './establishing.ts'
import { powerSchema, toPowerReply } from './power-replies.ts'
import { isInForce, type Power } from './power.ts'
import { findPower, listPowersAround } from './powers-store.ts'

const own = Type.Object({ id: Type.String({ format: 'uuid' }) })
const closed = { additionalProperties: false }
const most = 100

const repliesOf = async (app: App, powers: readonly Power[], readerId: string) => {
  const names = await listPersonNames(app.db.read, [...new Set(powers.map(({ personId }) => personId))])
  const today = plainDate(app.clock.now())
  return powers.map((power) => toPowerReply(app.packs.catalogueFor(app.config.region), power, names.get(power.personId) ?? '', power.personId === readerId ? 'holder' : 'guardian', today))
}

const replyOf = async (app: App, power: Power, readerId: string) => {
  const [reply] = await repliesOf(app, [power], readerId)
  if (!reply) throw new Error(`no reply for the power ${power.id}`)
  return reply
}

/** Matters of companies: what staff may be named for. */
const organisationMatters = (app: App): string[] => Object.values(app.packs.catalogueFor(app.config.region).matters).filter(({ audience }) => audience === 'organisation').map(({ id }) => id)

const citizenPowerRoutes = [
  route({
    method: 'GET', path: '/powers', operation: 'listPowers', summary: 'For whom I may act by law, and who else may act for my wards; newest first', permission: 'powers.own',
    reply: Type.Object({ powers: Type.Array(powerSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const { id, idNumber } = await getPerson(app.db.read, personOf(principal).id)
      return { powers: await repliesOf(app, await listPowersAround(app.db.read, id, idNumber, most), id) }
    },
  }),
  route({
    method: 'POST', path: '/powers', operation: 'establishPower', summary: 'Have the registry confirm that I am a guardian, or represent a company', permission: 'powers.own',
    body: Type.Object({ kind: Type.Enum(['guardian', 'company']), number: Type.String({ maxLength: 40, description: 'ID number of the ward, or credit code of the company.' }) }, closed),
    status: 201, reply: powerSchema, refusals: ['invalid', 'power_unproven', 'too_many_look_ups', 'unavailable'],
    handle: async (app, { principal, body, requestId }) => {
      const person = personOf(principal)
      return replyOf(app, await establish(app, person, body.kind, body.number, requestId), person.id)
    },
  }),
  route({
    method: 'POST', path: '/powers/:id/answer', operation: 'answerPower', summary: 'End a power of mine, or object to another guardian acting; it then rests until an official decides', permission: 'powers.own',
    params: own, body: Type.Object({ action: Type.Enum(['end', 'object']), reason: Type.String({ maxLength: 500 }) }, closed), reply: powerSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      return replyOf(app, await answerPower(app, person, params.id, body.action, body.reason, requestId), person.id)
    },
  }),
  route({
    method: 'POST', path: '/powers/:id/staff', operation: 'nameStaff', summary: 'Let somebody act for the company I represent; it counts once they agree', permission: 'powers.own',
    params: own, body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 50 }), idNumber: Type.String({ maxLength: 40 }),
      matters: Type.Union([Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50, uniqueItems: true }), Type.Null()], { description: 'null: every matter of companies.' }),
      endsOn: Type.String({ format: 'date' }), maxUses: Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]), reason: Type.String({ maxLength: 200 }),
    }, closed), status: 201, reply: delegationSchema, refusals: ['not_found', 'invalid', 'too_many', 'mandate_ended'],
    handle: async (app, { principal, params, body: { name, idNumber, matters, ...terms }, requestId }) => {
      const person = personOf(principal)
      const power = await findPower(app.db.read, params.id)
      if (power?.personId !== person.id || power.kind !== 'company') throw new Refusal('not_found')
      const today = plainDate(app.clock.now())
      if (!isInForce(power, today)) throw new Refusal('mandate_ended')
      const all = organisationMatters(app)
      const other = matters?.find((each) => !all.includes(each))
      if (other !== undefined) throw new Refusal('invalid', { field: 'matters', matter: other })
      const company = { uscc: power.subject, name: power.name, power: power.id }
      return toDelegationReply(app.packs.catalogueFor(app.config.region), await propose(app, person, { as: 'person', other: { name, idNumber }, matters: matters ?? all, company, ...terms }, requestId), 'person', today, 0)
    },
  }),
]

const contestedSchema = Type.Object({ ...powerSchema.properties, objectorName: Type.String({ description: 'The guardian who disagrees.' }) }, { description: 'A power another guardian objects to.' })

const contestedReplies = async (app: App, powers: readonly Power[]) => {
  const names = await listPersonNames(app.db.read, [...new Set(powers.flatMap(({ personId, contestedBy }) => [personId, ...(contestedBy === null ? [] : [contestedBy])]))])
  const today = plainDate(app.clock.now())
  return powers.map((power) => ({
    ...toPowerReply(app.packs.catalogueFor(app.config.region), power, names.get(power.personId) ?? '', 'official', today), objectorName: names.get(power.contestedBy ?? '') ?? '',
  }))
}

const staffPowerRoutes = [
  route({
    method: 'GET', path: '/contested-powers', operation: 'listContestedPowers', summary: 'Guardians of my region who disagree, the oldest first', permission: 'powers.decide',
    reply: Type.Object({ powers: Type.Array(contestedSchema) }), refusals: [],
    handle: async (app, { principal }) => ({ powers: await contestedReplies(app, await listToDecide(app, staffOf(principal))) }),
  }),
  route({
    method: 'POST', path: '/contested-powers/:id/decide', operation: 'decidePower', summary: 'Having heard both guardians, let it go on or end it, with reasons', permission: 'powers.decide',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ action: Type.Enum(['uphold', 'dismiss']), reason: Type.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }),
    reply: Type.Object({ state: powerSchema.properties.state }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => ({ state: (await decidePower(app, staffOf(principal), params.id, body.action, body.reason, requestId)).state }),
  }),
]

export const powerRoutes = [...citizenPowerRoutes, ...staffPowerRoutes]
