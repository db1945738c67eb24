// The columns of a matter's table: everything the planner would ask in any situation, in the order of the form. Pure.
// Questions of the scenario come first, because the rest depends on them.
import { textIn } from '../../kernel/texts.ts'
import type { Catalogue, Concept } from '../catalogue/definitions.ts'
import { makePlan, type Answer, type Answers, type KnownFact, type Plan } from '../planning/index.ts'

export type Column = {
  concept: string
  /** heading, in Chinese, unlike any other of the table */
  header: string
  definition: Concept
  /** asked in every situation */
  always: boolean
}

/** Answers a question of the scenario can have, as far as they can be listed. */
const answersTo = ({ type, constraint }: Concept): Answer[] => (type === 'boolean' ? [true, false] : (constraint.choices ?? []).map(({ value }) => value))

const mostSituations = 200

/** Situations in which different things are asked: all combinations of answers while they are few, else each answer by itself. */
const situationsOf = (catalogue: Catalogue, concepts: readonly string[]): Answers[] => {
  const lists = concepts.flatMap((id) => {
    const concept = catalogue.concepts[id]
    const answers = concept ? answersTo(concept) : []
    return answers.length > 0 ? [{ id, answers }] : []
  })
  const count = lists.reduce((product, { answers }) => product * answers.length, 1)
  if (count <= mostSituations) return lists.reduce<Answers[]>((all, { id, answers }) => all.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer }))), [{}])
  const first: Answers = Object.fromEntries(lists.map(({ id, answers }) => [id, answers[0] ?? null]))
  return lists.flatMap(({ id, answers }) => answers.map((answer) => ({ ...first, [id]: answer })))
}

const isAsked = ({ source }: Plan['concepts'][number]): boolean => source.kind === 'ask' || source.kind === 'scenario'

/** @param known what the login tells about the applicant @param on YYYY-MM-DD */
export const columnsOf = (catalogue: Catalogue, matterId: string, known: readonly KnownFact[], on: string): Column[] => {
  const matter = catalogue.matters[matterId]
  if (!matter) return []
  const scenario = matter.scenario.map(({ concept }) => concept)
  const plans = situationsOf(catalogue, scenario).map((answers) => makePlan({ catalogue, matter: matterId, on, answers, known, registries: {}, declinedServices: [], uploaded: [] }))
  const asked = plans.map((plan) => new Set(plan.concepts.filter(isAsked).map(({ concept }) => concept)))
  const all = new Set([...scenario, ...matter.topics.flatMap(({ concepts }) => concepts), ...asked.flatMap((each) => [...each])])
  const wanted = [...all].filter((id) => scenario.includes(id) || asked.some((each) => each.has(id)))
  const names = wanted.map((id) => nameOf(catalogue, id))
  return wanted.flatMap((id, index) => {
    const definition = catalogue.concepts[id]
    const name = names[index] ?? id
    if (!definition) return []
    const subject = matter.subjects.find((each) => each.id === id.split('.')[0])
    const header = names.filter((other) => other === name).length > 1 && subject ? `${textIn(subject.name, 'zh-CN')}：${name}` : name
    return [{ concept: id, header, definition, always: asked.every((each) => each.has(id)) || matter.scenario.some((each) => each.concept === id && each.when === undefined) }]
  })
}

const nameOf = ({ concepts }: Catalogue, id: string): string => {
  const concept = concepts[id]
  return concept ? textIn(concept.name, 'zh-CN') : id
}

/** Headings by which a row names its own applicant. */
export const applicantHeaders = { name: '申请人姓名', idNumber: '申请人身份证号' } as const

/** The columns before all others where each row names its own applicant. */
export const applicantColumns = ({ concepts }: Catalogue): Column[] =>
  (['name', 'idNumber'] as const).flatMap((each) => {
    const definition = concepts[`applicant.${each}`]
    return definition ? [{ concept: definition.id, header: applicantHeaders[each], definition, always: true }] : []
  })
