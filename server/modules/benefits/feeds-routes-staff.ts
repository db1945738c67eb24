// Which granted resources feed the runs of my authority, over HTTP: listed with how the last pull went, set, and taken away.
import { Type, type Static } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { registryName } from './benefit-replies.ts'
import { knownFor } from './benefits-routes.ts'
import { deleteFeed, listFeedsIn, upsertFeed } from './feeds-store.ts'
import { approvers, readers } from './paying.ts'

const text = Type.String()
const maybe = Type.Union([text, Type.Null()])
const closed = { additionalProperties: false }
const resource = Type.String({ maxLength: 100 })

const feedsSchema = Type.Object({
  feeds: Type.Array(Type.Object({
    resource: text, name: text, region: text, for: Type.Enum(['person', 'company']), facts: Type.Array(Type.Object({ concept: text, name: text })), purpose: text, pulledAt: maybe, records: Type.Union([Type.Integer(), Type.Null()]),
    problem: Type.Union([text, Type.Null()], { description: 'Why the last run could take nothing: not_granted, quota_used_up, or words of the connector.' }),
  })),
  offered: Type.Array(Type.Object({ resource: text, name: text, for: Type.Enum(['person', 'company']), facts: Type.Array(Type.Object({ concept: text, name: text })) }), { description: 'Registers that hold facts of policies.' }),
})

/** Facts a register holds about those it is asked about. */
const offeredBy = (app: App, language: Language) => {
  const known = knownFor(app, language)
  const own = known.facts.flatMap((fact) => (fact.registry !== undefined && fact.of === undefined && fact.many === undefined && /^(person|company)\./.test(fact.concept) ? [{ ...fact, registry: fact.registry }] : []))
  return [...Map.groupBy(own, ({ registry, concept }) => `${registry} ${concept.split('.')[0]}`)].flatMap(([, facts]) => {
    const [first] = facts
    return first ? [{ resource: first.registry, name: registryName(known, first.registry), for: first.concept.startsWith('company.') ? ('company' as const) : ('person' as const), facts: facts.map(({ concept, name }) => ({ concept, name: textIn(name, language) })) }] : []
  })
}

const told = async (app: App, principal: Principal, language: Language): Promise<Static<typeof feedsSchema>> => {
  const known = knownFor(app, language)
  const names = new Map(known.facts.map(({ concept, name }) => [concept, textIn(name, language)]))
  const feeds = await listFeedsIn(app.db.read, jurisdictionFilter(staffOf(principal), readers))
  return {
    feeds: feeds.map((one) => ({
      resource: one.resource, name: registryName(known, one.resource), region: one.region, for: one.audience, facts: one.facts.map((concept) => ({ concept, name: names.get(concept) ?? concept })), purpose: one.purpose, pulledAt: one.pulledAt, records: one.records,
      problem: one.problem,
    })),
    offered: offeredBy(app, language),
  }
}

/** The authority an official decides for. @throws Refusal not_found for whoever is of no line */
const authorityOfMine = (principal: Principal): { line: string; region: string } => {
  const own = staffOf(principal).postings.find(({ role, line }) => line !== null && approvers.some((each) => each === role))
  if (!own || own.line === null) throw new Refusal('not_found')
  return { line: own.line, region: own.region }
}

export const staffFeedRoutes = [
  route({
    method: 'GET', path: '/benefit-feeds', operation: 'listBenefitFeeds', summary: 'Which granted resources feed the runs of my jurisdiction', permission: 'benefits.read',
    reply: feedsSchema, refusals: [], handle: (app, { principal, language }) => told(app, principal, language),
  }),
  route({
    method: 'POST', path: '/benefit-feeds', operation: 'setBenefitFeed', summary: 'Let runs take these facts from a resource my authority holds a grant for', permission: 'benefits.approve',
    body: Type.Object({ resource, for: Type.Enum(['person', 'company']), facts: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 60 }), purpose: Type.String({ minLength: 2, maxLength: 300, description: 'As the grant states it.' }) }, closed), reply: feedsSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId, language }) => {
      const own = authorityOfMine(principal)
      const offer = offeredBy(app, language).find((each) => each.resource === body.resource && each.for === body.for)
      const beyond = body.facts.filter((concept) => !offer?.facts.some((each) => each.concept === concept))
      if (beyond.length > 0) throw new Refusal('invalid', { facts: beyond })
      const at = app.clock.now().toISOString()
      await app.db.transaction(async (tx) => {
        await upsertFeed(tx, { ...own, resource: body.resource, audience: body.for, facts: [...new Set(body.facts)], purpose: body.purpose, setBy: staffOf(principal).id, setAt: at, pulledAt: null, records: null, problem: null })
        await insertAudit(tx, [{ at, ...actorOf(principal), action: 'benefits.setFeed', subjectType: 'benefitFeed', subjectId: body.resource, region: own.region, requestId, detail: { facts: body.facts } }])
      })
      return told(app, principal, language)
    },
  }),
  route({
    method: 'POST', path: '/benefit-feeds/remove', operation: 'removeBenefitFeed', summary: 'Take nothing from a resource any more', permission: 'benefits.approve',
    body: Type.Object({ resource }, closed), reply: feedsSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId, language }) => {
      const own = authorityOfMine(principal)
      await app.db.transaction(async (tx) => {
        if (!(await deleteFeed(tx, { ...own, resource: body.resource }))) throw new Refusal('not_found')
        await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: 'benefits.removeFeed', subjectType: 'benefitFeed', subjectId: body.resource, region: own.region, requestId, detail: {} }])
      })
      return told(app, principal, language)
    },
  }),
]
