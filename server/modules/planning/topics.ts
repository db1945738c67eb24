// The pages of a form: which topic a concept belongs to, in which order it is shown, and what is done or still to do.
// For screens of every channel; a topic lists its concepts by name, or takes all of a subject.
import type { Catalogue, Matter, Topic } from '../catalogue/definitions.ts'
import { checkAnswer, isBlank } from './answers.ts'
import type { Answers, Plan, PlannedConcept } from './plan.ts'

export type Ranking = { order: readonly string[]; topicOf(concept: string): string }

/** Concepts no topic of the matter claims. */
export const otherTopic: Topic = {
  id: 'other',
  name: { 'zh-CN': '其他信息', 'zh-HK': '其他資料', en: 'Other information' },
  subjects: [],
  concepts: [],
}

/** Concepts in the order they are shown: by topic, first those it lists, then those of its subjects in the catalogue's order. */
export const rankConcepts = (catalogue: Catalogue, matter: Matter, concepts: readonly string[]): Ranking => {
  const listed = new Map<string, { topic: number; place: number }>()
  const bySubject = new Map<string, number>()
  matter.topics.forEach((topic, at) => {
    topic.concepts.forEach((concept, place) => {
      if (!listed.has(concept)) listed.set(concept, { topic: at, place })
    })
    for (const subject of topic.subjects) if (!bySubject.has(subject)) bySubject.set(subject, at)
  })
  const positions = new Map(Object.keys(catalogue.concepts).map((concept, at) => [concept, at]))
  const last = matter.topics.length
  const placeOf = (concept: string): { topic: number; place: number } =>
    listed.get(concept) ?? { topic: bySubject.get(catalogue.concepts[concept]?.subject ?? '') ?? last, place: 1e6 + (positions.get(concept) ?? 0) }
  const places = new Map(concepts.map((concept) => [concept, placeOf(concept)]))
  const at = (concept: string): { topic: number; place: number } => places.get(concept) ?? placeOf(concept)
  return {
    order: [...places.keys()].sort((a, b) => at(a).topic - at(b).topic || at(a).place - at(b).place),
    topicOf: (concept) => matter.topics[at(concept).topic]?.id ?? otherTopic.id,
  }
}

export type TopicConcept = { concept: string; required: boolean; state: 'done' | 'todo' | 'optional' | 'wrong' }

/** One page of the form. `asked` are fields to fill, `prefilled` are shown with their source. */
export type TopicProgress = Pick<Topic, 'id' | 'name' | 'hint'> & {
  asked: TopicConcept[]
  prefilled: PlannedConcept[]
  /** fields answered rightly; optional ones left blank do not count as missing */
  done: number
  complete: boolean
}

/** Form pages in the matter's order; topics with nothing to show are left out. `answers` may be newer than the plan. */
export const listTopics = (catalogue: Catalogue, plan: Plan, answers: Answers): TopicProgress[] => {
  const topics = [...(catalogue.matters[plan.matter]?.topics ?? []), otherTopic]
  const known = new Set(topics.map(({ id }) => id))
  return topics.flatMap(({ id, name, hint }) => {
    const concepts = plan.concepts.filter(({ topic }) => (known.has(topic) ? topic : otherTopic.id) === id)
    const asked = concepts.filter(({ source }) => source.kind === 'ask').map((each) => progressOf(catalogue, plan, each, answers))
    const prefilled = concepts.filter(({ source }) => source.kind !== 'ask' && source.kind !== 'scenario')
    if (asked.length + prefilled.length === 0) return []
    return [{
      id, name, ...(hint ? { hint } : {}), asked, prefilled,
      done: asked.filter(({ state }) => state === 'done').length,
      complete: asked.every(({ state }) => state === 'done' || state === 'optional'),
    }]
  })
}

const progressOf = (catalogue: Catalogue, plan: Plan, { concept, required, constraint }: PlannedConcept, answers: Answers): TopicConcept => {
  const answer = answers[concept] ?? null
  const definition = catalogue.concepts[concept]
  if (isBlank(answer) || !definition) return { concept, required, state: required ? 'todo' : 'optional' }
  return { concept, required, state: checkAnswer(definition, constraint, answer, plan.on) ? 'wrong' : 'done' }
}
