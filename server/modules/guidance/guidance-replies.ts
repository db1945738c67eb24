// What the guidance answers: the matters meant, what was understood from which words, the next question, what comes out.
// Offsets are UTF-16 units of the sentence as it was sent.
import { Type, type Static } from 'typebox'
import { outletSchema, textsSchema, toOutlet, type Concept } from '../catalogue/index.ts'
import { burdenSchema, valueSchema } from '../planning/plan-schema.ts'
import type { Found, Given, Guide, Guided, OfferedMatter } from './guiding.ts'
import type { Stretch } from './meant.ts'

const stretchSchema = Type.Object({ from: Type.Integer(), to: Type.Integer() }, { description: 'A part of the sentence; `to` is exclusive.' })
const maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

const offeredSchema = Type.Object(
  {
    id: Type.String({ description: 'Matter id.' }), name: textsSchema, summary: textsSchema,
    sure: Type.Boolean({ description: 'False: a guess, to be asked back.' }),
    why: maybe(stretchSchema), parts: Type.Array(stretchSchema, { description: 'What of the sentence is about it.' }),
  },
  { description: 'A matter the sentence may mean.' },
)

const choicesSchema = Type.Array(Type.Object({ value: valueSchema, name: maybe(textsSchema) }), { description: '`name` null: yes or no.' })

const givenSchema = Type.Object(
  {
    concept: Type.String(), ask: textsSchema, value: valueSchema,
    name: maybe(textsSchema), words: maybe(stretchSchema), choices: choicesSchema,
  },
  { description: 'An answer known so far. `name`: of the choice or place, null for yes and no; `words`: what it was understood from, null where it was answered; `choices`: to put it right.' },
)

const questionSchema = Type.Object(
  {
    concept: Type.String(), ask: textsSchema, help: maybe(textsSchema),
    choices: choicesSchema,
  },
  { description: 'A question; the one after which the fewest are left comes first.' },
)

const comesOutSchema = Type.Object(
  {
    services: Type.Array(Type.Object({ id: Type.String(), name: textsSchema, because: maybe(textsSchema) }), { description: 'Services that apply as far as is known.' }),
    undecided: Type.Integer({ description: 'Services that hang on what is not answered yet.' }),
    documents: Type.Array(textsSchema, { description: 'Documents to hand in.' }),
    before: burdenSchema, after: burdenSchema,
    settled: Type.Boolean({ description: 'Nothing is left to ask: the figures are this person\'s own.' }),
  },
  { description: 'What applying takes, with what is known so far.' },
)

const guideSchema = Type.Object(
  {
    matter: Type.String({ description: 'Matter id.' }), name: textsSchema,
    given: Type.Array(givenSchema),
    unclear: Type.Array(Type.Object({ concept: Type.String(), ask: textsSchema, places: Type.Array(stretchSchema) }), { description: 'Said once so and once otherwise; asked.' }),
    answers: Type.Record(Type.String(), valueSchema, { description: 'All of it, to begin an application with.' }),
    next: maybe(questionSchema),
    left: Type.Integer({ description: 'Questions still to be put, the next one included.' }),
    later: Type.Integer({ description: 'Questions that wait until the application: not known now, or more than a choice.' }),
    comesOut: comesOutSchema,
  },
  { description: 'The matter talked about.' },
)

export const guidedSchema = Type.Object({
  matters: Type.Array(offeredSchema, { description: 'In the order they are said; at most two where none is sure.' }),
  guide: maybe(guideSchema),
  services: Type.Array(Type.Object({ type: Type.String(), id: Type.String(), title: textsSchema, summary: textsSchema, url: Type.String() }), { description: 'What the search found, where no matter is meant surely.' }),
  halls: Type.Array(outletSchema, { description: 'Halls near the place that was named, or of the region.' }),
})

type GuidedReply = Static<typeof guidedSchema>

const stretch = (part: Stretch | undefined) => (part ? { from: part.from, to: part.to } : null)

const toOffered = ({ matter, sure, why, parts }: OfferedMatter): GuidedReply['matters'][number] =>
  ({ id: matter.id, name: matter.name, summary: matter.summary, sure, why: stretch(why), parts })

const toChoices = (concept: Concept | undefined): Static<typeof choicesSchema> =>
  concept?.type === 'boolean' ? [true, false].map((value) => ({ value, name: null })) : (concept?.constraint.choices ?? []).map(({ value, name }) => ({ value, name }))

const toGiven = ({ concept, ask, value, name, stretch: words }: Given, { catalogue }: Guide): Static<typeof givenSchema> =>
  ({ concept, ask, value, name: name ?? null, words: stretch(words), choices: toChoices(catalogue.concepts[concept]) })

const toQuestion = ({ next, catalogue }: Guide): Static<typeof questionSchema> | null =>
  next ? { concept: next.concept, ask: next.ask, help: next.help ?? null, choices: next.choices.length > 0 ? next.choices.map(({ value, name }) => ({ value, name })) : toChoices(catalogue.concepts[next.concept]) } : null

const toComesOut = ({ plan, catalogue }: Guide): Static<typeof comesOutSchema> => ({
  services: plan.services.filter(({ state }) => state === 'included').flatMap(({ service, because }) => {
    const definition = catalogue.services[service]
    return definition ? [{ id: service, name: definition.name, because: because ?? null }] : []
  }),
  undecided: plan.services.filter(({ state }) => state === 'undecided').length,
  documents: plan.evidence.filter(({ source }) => source.kind === 'upload').flatMap(({ evidence }) => catalogue.evidence[evidence]?.name ?? []),
  before: plan.before, after: plan.after, settled: plan.settled,
})

const toGuide = (guide: Guide): Static<typeof guideSchema> => ({
  matter: guide.matter.id, name: guide.matter.name, given: guide.given.map((each) => toGiven(each, guide)), unclear: guide.unclear, answers: { ...guide.answers },
  next: toQuestion(guide), left: guide.left, later: guide.later, comesOut: toComesOut(guide),
})

const toFound = ({ type, id, title, summary, url }: Found): GuidedReply['services'][number] => ({ type, id, title, summary, url })

export const toGuidedReply = ({ matters, guide, services, halls }: Guided): GuidedReply => ({
  matters: matters.map(toOffered), guide: guide ? toGuide(guide) : null, services: services.map(toFound),
  halls: halls.map(toOutlet),
})
