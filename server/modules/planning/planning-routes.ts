// Matters and their plans for everybody: what there is, what one matter takes and saves, and plans to try without logging in.
import { Type, type Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { bundleFor, catalogueServed, regionCode, textsSchema, type Catalogue, type Matter } from '../catalogue/index.ts'
import { checkAnswer } from './answers.ts'
import { matterFigures, type MatterFigures } from './matter-figures.ts'
import { burdenSchema, planSchema, registryStateSchema, valueSchema } from './plan-schema.ts'
import type { AnswerProblem, Answers } from './plan.ts'
import { makePlan } from './planner.ts'

const id = Type.String({ minLength: 1, maxLength: 100 })
const place = Type.Optional(regionCode)

const matterSchema = Type.Object(
  {
    id: Type.String({ description: 'Matter id.' }),
    name: textsSchema,
    summary: textsSchema,
    stage: Type.String({ description: 'Stage id.' }),
    audience: Type.Union([Type.Literal('person'), Type.Literal('organisation')], { description: 'Who applies.' }),
    services: Type.Integer({ description: 'Services it bundles.' }),
    authorities: Type.Integer({ description: 'Lines of authority they belong to.' }),
    before: burdenSchema,
    after: burdenSchema,
    situation: Type.Union([textsSchema, Type.Null()], { description: 'The situation before and after are counted for; null: only what applies to everybody.' }),
    answers: Type.Record(Type.String(), valueSchema, { description: 'That situation as answers to the scenario questions.' }),
    undecided: Type.Integer({ description: 'Services not counted because that situation leaves them open.' }),
  },
  { description: 'A matter and what it saves, computed.' },
)

/** Figures change with the content and the day, and a catalogue is one object per region and day. */
const figures = new WeakMap<Catalogue, Map<string, MatterFigures>>()

const figuresOf = (app: App, catalogue: Catalogue, matter: Matter): MatterFigures => {
  const known = figures.get(catalogue) ?? new Map<string, MatterFigures>()
  figures.set(catalogue, known)
  const today = plainDate(app.clock.now())
  const key = `${matter.id} ${today}`
  const found = known.get(key) ?? matterFigures(catalogue, matter, app.packs.examples, today)
  known.set(key, found)
  return found
}

const toMatter = (app: App, catalogue: Catalogue, matter: Matter): Static<typeof matterSchema> => ({
  id: matter.id, name: matter.name, summary: matter.summary, stage: matter.stage, audience: matter.audience, ...figuresOf(app, catalogue, matter),
})

const getMatter = (catalogue: Catalogue, matter: string): Matter => {
  const found = Object.hasOwn(catalogue.matters, matter) ? catalogue.matters[matter] : undefined
  if (!found) throw new Refusal('not_found', { matter })
  return found
}

/** Answers to concepts nobody knows, or that cannot be right. */
const problemsIn = (catalogue: Catalogue, answers: Answers, on: string): AnswerProblem[] =>
  Object.entries(answers).flatMap(([concept, value]) => {
    const definition = Object.hasOwn(catalogue.concepts, concept) ? catalogue.concepts[concept] : undefined
    const code = definition ? checkAnswer(definition, definition.constraint, value, on) : 'unknown'
    return code ? [{ concept, code }] : []
  })

/** As stages follow one another, so that a list begins with a birth and not with whatever comes first in the alphabet. */
const inOrderOfLife = (stages: ReturnType<App['packs']['stagesFor']>, matters: readonly Matter[]): Matter[] => {
  const places = new Map(stages.map(({ id: stage }, index) => [stage, index]))
  return matters.toSorted((a, b) => (places.get(a.stage) ?? 0) - (places.get(b.stage) ?? 0))
}

export const planningRoutes = [
  route({
    method: 'GET', path: '/matters', operation: 'listMatters', summary: 'Matters with what each saves', permission: 'catalogue.read',
    query: Type.Object({ region: place, stage: Type.Optional(id) }), reply: Type.Object({ matters: Type.Array(matterSchema) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { query }) => {
      const catalogue = catalogueServed(app, query.region)
      const stages = app.packs.stagesFor(catalogue.region)
      if (query.stage !== undefined && !stages.some((stage) => stage.id === query.stage)) throw new Refusal('not_found', { stage: query.stage })
      const wanted = inOrderOfLife(stages, Object.values(catalogue.matters).filter(({ stage }) => query.stage === undefined || stage === query.stage))
      return { matters: wanted.map((matter) => toMatter(app, catalogue, matter)) }
    },
  }),
  route({
    method: 'GET', path: '/matters/:matter', operation: 'getMatter', summary: 'A matter with everything needed to plan it in the browser', permission: 'catalogue.read',
    params: Type.Object({ matter: id }), query: Type.Object({ region: place }),
    reply: Type.Object({
      matter: matterSchema,
      catalogue: Type.Unsafe<Catalogue>({ type: 'object', additionalProperties: true, description: 'The definitions the matter needs: regions, authorities, concepts, registries, evidence, services, matters, each by id. Input for the planner.' }),
      plan: planSchema,
    }),
    refusals: ['invalid', 'not_found'],
    handle: async (app, { params, query }) => {
      const whole = catalogueServed(app, query.region)
      const matter = getMatter(whole, params.matter)
      const catalogue = bundleFor(whole, matter.id)
      const plan = makePlan({ catalogue, matter: matter.id, on: plainDate(app.clock.now()), answers: {}, known: [], registries: {}, declinedServices: [], uploaded: [] })
      return { matter: toMatter(app, whole, matter), catalogue, plan }
    },
  }),
  route({
    method: 'POST', path: '/plans', operation: 'tryPlan', summary: 'The plan of a matter for these answers; nothing is kept', permission: 'plans.try',
    body: Type.Object(
      {
        matter: id,
        region: place,
        answers: Type.Record(Type.String({ maxLength: 100 }), valueSchema, { description: 'Answers by concept id.', maxProperties: 500 }),
        declinedServices: Type.Optional(Type.Array(id, { maxItems: 100, description: 'Optional services left out.' })),
        registries: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), registryStateSchema, { description: 'State of registries; notAsked when absent.', maxProperties: 100 })),
      },
      { additionalProperties: false },
    ),
    reply: planSchema, refusals: ['invalid', 'invalid_answers', 'not_found'],
    handle: async (app, { body }) => {
      const catalogue = catalogueServed(app, body.region)
      const matter = getMatter(catalogue, body.matter)
      const { declinedServices = [], registries = {}, answers } = body
      const firm = declinedServices.find((service) => !matter.services.some((entry) => entry.service === service && entry.optional))
      if (firm !== undefined) throw new Refusal('invalid', { service: firm })
      const stranger = Object.keys(registries).find((registry) => !Object.hasOwn(catalogue.registries, registry))
      if (stranger !== undefined) throw new Refusal('invalid', { registry: stranger })
      const on = plainDate(app.clock.now())
      const problems = problemsIn(catalogue, answers, on)
      if (problems.length > 0) throw new Refusal('invalid_answers', problems)
      return makePlan({ catalogue, matter: matter.id, on, answers, known: [], registries, declinedServices, uploaded: [] })
    },
  }),
]
