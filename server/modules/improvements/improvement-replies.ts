// What designers see of a part people rated poorly; who said it is never told, and what they wrote is masked.
import { Type, type Static } from 'typebox'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { masked } from '../assistants/index.ts'
import { grades, tagNames, type Rating } from '../ratings/index.ts'
import type { Counted, Improvement } from './gathering.ts'
import { hasRecurred, improvementStates, improvementSteps, stateAfter, type Decision } from './improvement.ts'

const text = Type.String()
const edition = Type.Object({ number: Type.Integer(), title: text, releasedBy: text, releasedAt: text })

const counted = Type.Object(
  { poor: Type.Integer({ description: 'Ratings that say it is written poorly.' }), rated: Type.Integer({ description: 'Ratings of this part in all grades.' }), days: Type.Integer(), tags: Type.Array(Type.Object({ tag: text, name: text, times: Type.Integer() })) },
  { description: 'What was said within a span.' },
)

const decisionSchema = Type.Object({ step: Type.Enum(improvementSteps), note: text, edition: Type.Union([Type.Integer(), Type.Null()]), changedAt: text, byName: text, at: text })

const item = {
  of: Type.String({ description: 'Service or matter.' }), page: Type.String({ description: 'Section or form page; empty: the whole.' }), name: text,
  design: Type.Union([text, Type.Null()], { description: 'What to change in a design, as kind/id; null where the catalogue has it no more.' }),
  state: Type.Enum(improvementStates), revision: Type.Integer(), recurs: Type.Boolean({ description: 'Dealt with, and rated poorly again since.' }),
  turn: Type.Union([Type.Object({ at: text, edition: Type.Union([Type.Integer(), Type.Null()]) }), Type.Null()], { description: 'The change since which it is counted; null: none is known, the last year is counted.' }),
  since: counted, earlier: Type.Union([counted, Type.Null()], { description: 'As long before the change, thirty days at least.' }), last: Type.Union([decisionSchema, Type.Null()]), can: Type.Array(Type.Enum(improvementSteps)),
}

export const improvementSchema = Type.Object(item, { description: 'A guide, or a part of it, people rated poorly.' })

export const improvementDetailSchema = Type.Object({ ...item, region: text, decisions: Type.Array(decisionSchema), editions: Type.Array(edition) }, { description: 'With everything decided about it, and the editions that changed it, newest first.' })

export const poorRatingSchema = Type.Object({
  id: text, at: text, grade: Type.Enum([...grades]), tags: Type.Array(text), words: Type.Union([text, Type.Null()], { description: 'Numbers, names and addresses masked.' }), after: Type.Union([Type.Integer(), Type.Null()], { description: 'The edition people saw then; null: none before it is known.' }),
})

const toTags = (tags: Counted['tags'], language: Language) =>
  Object.entries(tags).map(([tag, times]) => ({ tag, name: textIn(Object.entries(tagNames).find(([id]) => id === tag)?.[1] ?? { 'zh-CN': tag }, language), times })).toSorted((a, b) => b.times - a.times)

const toCounted = ({ poor, rated, days, tags }: Counted, language: Language): Static<typeof counted> => ({ poor, rated, days, tags: toTags(tags, language) })

const toDecision = ({ step, note, edition: brought, changedAt, byName, at }: Decision): Static<typeof decisionSchema> => ({ step, note, edition: brought, changedAt, byName, at })

export const toImprovement = (app: App, { of, page, region, state, revision, turn, since, earlier, last }: Improvement, language: Language): Static<typeof improvementSchema> => {
  const { services, matters } = app.packs.catalogueFor(region)
  const kind = Object.hasOwn(services, of) ? 'services' : Object.hasOwn(matters, of) ? 'matters' : undefined
  return {
    of, page, name: textIn(nameOr(services[of] ?? matters[of], of), language), design: kind === undefined ? null : `${kind}/${of}`, state, revision, recurs: hasRecurred(last, state), turn,
    since: toCounted(since, language), earlier: earlier && toCounted(earlier, language), last: last ? toDecision(last) : null, can: improvementSteps.filter((step) => stateAfter(state, step) !== undefined),
  }
}

export const toImprovementDetail = (app: App, one: Improvement, decisions: readonly Decision[], language: Language): Static<typeof improvementDetailSchema> => ({
  ...toImprovement(app, one, language), region: one.region, decisions: decisions.map(toDecision), editions: one.editions.map(({ number, title, releasedBy, releasedAt }) => ({ number, title, releasedBy, releasedAt })),
})

/** @param names of those who rated, by id: masked wherever they stand */
export const toPoorRating = ({ id, at, grade, tags, words, personId }: Rating, names: ReadonlyMap<string, string>, editions: Improvement['editions'], language: Language): Static<typeof poorRatingSchema> => {
  const name = personId === null ? undefined : names.get(personId)
  return { id, at, grade, tags: tags.map((tag) => textIn(tagNames[tag], language)), words: words === null || words === '' ? null : masked(words, name === undefined ? [] : [name]), after: editions.find(({ releasedAt }) => releasedAt <= at)?.number ?? null }
}
