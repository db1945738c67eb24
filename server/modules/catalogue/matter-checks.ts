// Checks of matters: do their services fit together, can each be reached, is everything they may ask for in a topic.
// Two services that could never both be satisfied are refused here, before anybody applies.
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { checkAnswer, excludeEachOther, intersect, isContradiction, resolveDate } from '../planning/index.ts'
import { checkGroups } from './group-checks.ts'
import { subjectOf } from './definition-compiler.ts'
import type { Catalogue, Constraint } from './definitions.ts'
import { placeAt, type Path } from './located.ts'
import type { ContentOf, Entry, PackContent } from './pack-content.ts'
import { refer } from './pack-checks.ts'
import { both, type Place, type Report } from './pack-error.ts'
import type { MatterFields } from './pack-files.ts'
import { checkRepetitions } from './repetition-checks.ts'
import { remembering, serialOf } from './remembered.ts'

/** Of services only those of the matter. */
type Checking = { content: ContentOf<'services' | 'concepts' | 'evidence' | 'texts'>; catalogue: Catalogue; report: Report }
type MatterEntry = Entry<MatterFields>

const servicesOf = ({ content }: Checking, { fields }: MatterEntry) => fields.services.flatMap(({ service }) => content.services.get(service) ?? [])

/** Whether no text of the lengths allowed matches the patterns. What cannot be told is left to those who fill in the form. */
const isUnmatchable = ({ minLength, maxLength }: Constraint, pattern?: string, other = pattern): boolean =>
  pattern !== undefined && other !== undefined && excludeEachOther(pattern, other, minLength, maxLength) === true

const aspects = { choices: '选项', length: '长度', range: '范围', dates: '日期' } as const

const checkConstraints = (checking: Checking & { on: string }, matter: MatterEntry): void => {
  const stated = new Map<string, { constraint: Constraint; at: Place }[]>()
  for (const { fields, node } of servicesOf(checking, matter)) {
    fields.concepts.forEach(({ concept, constraint }, index) => {
      const compiled = checking.catalogue.services[fields.id]?.concepts[index]?.constraint
      if (!constraint || !compiled) return
      const at = placeAt(node, ['concepts', index, 'constraint'])
      stated.set(concept, [...(stated.get(concept) ?? []), { constraint: compiled, at }])
    })
  }
  for (const [concept, constraints] of stated) {
    const own = checking.content.concepts.get(concept)
    const all = own ? [{ constraint: checking.catalogue.concepts[concept]?.constraint ?? {}, at: placeAt(own.node, ['constraint']) }, ...constraints] : constraints
    all.forEach((one, index) => {
      const alone = intersect(one.constraint, {}, checking.on)
      if (isContradiction(alone)) checking.report('constraint-contradicts', one.at, both(`${concept} 填什么都不符合：${alone.contradiction.between.join(' 对 ')}`, `no value of ${concept} can satisfy this: ${alone.contradiction.between.join(' against ')}`))
      else if (isUnmatchable(alone, alone.pattern)) checking.report('constraint-contradicts', one.at, both(`在 ${concept} 允许的长度内，没有内容符合 ${alone.pattern}`, `no text of the lengths allowed for ${concept} matches ${alone.pattern}`))
      for (const other of all.slice(0, index)) {
        const joint = intersect(other.constraint, one.constraint, checking.on)
        if (isContradiction(alone)) continue
        if (!isContradiction(joint)) {
          const [a, b] = [one.constraint.pattern ?? other.constraint.pattern, other.constraint.pattern ?? one.constraint.pattern]
          const known = isUnmatchable(alone, alone.pattern) || isUnmatchable(other.constraint, other.constraint.pattern)
          if (!known && isUnmatchable(joint, a, b)) checking.report('constraint-contradicts', one.at, both(`${concept} 填什么都不能两边都符合（格式 ${a} 对 ${a === b ? '允许的长度' : b}）`, `no value of ${concept} satisfies both (pattern: ${a}${a === b ? ' and the lengths allowed' : ` against ${b}`})`), [other.at])
          continue
        }
        const { rule, between } = joint.contradiction
        checking.report('constraint-contradicts', one.at, both(`${concept} 填什么都不能两边都符合（${aspects[rule]} ${between.join(' 对 ')}）`, `no value of ${concept} satisfies both (${rule}: ${between.join(' against ')})`), [other.at])
      }
    })
  }
}

/** Whether the rule can be seen never to hold, without trying answers. */
const isNever = (expression: Expression): boolean => {
  if (expression.kind === 'literal') return expression.value !== true
  if (expression.kind === 'or') return expression.parts.every(isNever)
  if (expression.kind !== 'and') return false
  const fixed = fixedTexts(expression.parts)
  const contradicts = fixed.some((one) => fixed.some((other) => one.concept === other.concept && one.value !== other.value))
  return contradicts || expression.parts.some(isNever)
}

/** `concept = "text"` among the parts of an `and`; two texts for one concept cannot both hold. */
const fixedTexts = (parts: readonly Expression[]): { concept: string; value: unknown }[] =>
  parts.flatMap((part) =>
    part.kind === 'comparison' && part.op === '=' && part.left.kind === 'name' && part.right.kind === 'literal'
      ? [{ concept: part.left.path.join('.'), value: part.right.value }]
      : [],
  )

const checkServices = (checking: Checking, matter: MatterEntry): void => {
  const { content, catalogue, report } = checking
  const { fields, node } = matter
  const ids = fields.services.map(({ service }) => service)
  fields.services.forEach(({ service }, index) => {
    const at = placeAt(node, ['services', index, 'service'])
    refer(checking, 'services', service, at)
    if (ids.indexOf(service) < index) report('id-duplicate', at, both(`这件事里写了两次 ${service}`, `${service} is in the matter twice`), [placeAt(node, ['services', ids.indexOf(service), 'service'])])
    const when = catalogue.matters[fields.id]?.services[index]?.when
    if (when && isNever(when.expression)) report('service-unreachable', placeAt(node, ['services', index, 'when']), both(`怎么回答，${fields.id} 都用不到 ${service}`, `${service} is never part of ${fields.id}`))
  })
  for (const waiting of servicesOf(checking, matter)) {
    waiting.fields.evidence?.forEach(({ anyOf }, index) => {
      const results = anyOf.flatMap((id) => content.evidence.get(id) ?? [])
      if (results.length < anyOf.length) return
      const producers = results.map((each) => each.fields.resultOf)
      if (producers.some((producer) => producer === undefined || !ids.includes(producer) || producer === waiting.fields.id)) return
      if (producers.some((producer) => producer !== undefined && waiting.fields.dependsOn?.includes(producer))) return
      const at = placeAt(waiting.node, ['evidence', index, 'anyOf', 0])
      const issuers = results.map((each) => placeAt(each.node, ['resultOf']))
      report('result-without-dependency', at, both(`${waiting.fields.id} 要用 ${producers.join(' 或 ')} 的结果，但没有写明先后`, `${waiting.fields.id} needs the result of ${producers.join(' or ')} but does not depend on it`), issuers)
    })
  }
}

/** A result never states a number or a status that another service of the matter has still to give: the service waits for that one. */
const checkResults = (checking: Checking, matter: MatterEntry): void => {
  const { content, catalogue, report } = checking
  const { services } = matter.fields
  const ids = new Set(services.map(({ service }) => service))
  const waitsFor = (id: string, found = new Set<string>()): Set<string> => {
    for (const next of content.services.get(id)?.fields.dependsOn ?? []) if (ids.has(next) && !found.has(next)) waitsFor(next, found.add(next))
    return found
  }
  const whenOf = (id: string): Expression[] => catalogue.matters[matter.fields.id]?.services.flatMap(({ service, when }) => (service === id && when ? (when.expression.kind === 'and' ? when.expression.parts : [when.expression]) : [])) ?? []
  const neverTogether = (one: string, other: string): boolean => isNever({ kind: 'and', parts: [...whenOf(one), ...whenOf(other)], texts: [] })
  for (const { fields: { id, result }, node } of servicesOf(checking, matter)) {
    const waited = waitsFor(id)
    for (const giver of servicesOf(checking, matter)) {
      const given = giver.fields.result.issues ?? []
      const at = (result.shows ?? []).findIndex((concept) => given.includes(concept))
      if (at < 0 || giver.fields.id === id || waited.has(giver.fields.id) || neverTogether(id, giver.fields.id)) continue
      const concept = result.shows?.[at] ?? ''
      report('result-without-dependency', placeAt(node, ['result', 'shows', at]), both(`${id} 的结果写着 ${concept}，要等 ${giver.fields.id} 办结才有，但没有写明先后`, `the result of ${id} states ${concept}, which comes with that of ${giver.fields.id}, but does not depend on it`), [placeAt(giver.node, ['result', 'issues', given.indexOf(concept)])])
    }
  }
}

/** Concepts the person may be asked for: those of the forms that are not computed. */
const askable = (checking: Checking, matter: MatterEntry): string[] => {
  const ids = servicesOf(checking, matter).flatMap(({ fields }) => fields.concepts.map(({ concept }) => concept))
  return [...new Set(ids)].filter((id) => checking.catalogue.concepts[id] && !checking.catalogue.concepts[id]?.derived)
}

const checkTopics = (checking: Checking, matter: MatterEntry): void => {
  const { fields, node } = matter
  const seen = new Map<string, Place>()
  const at = (...path: Path): Place => placeAt(node, path)
  fields.topics.forEach(({ concepts }, topic) =>
    concepts.forEach((concept, index) => {
      const here = at('topics', topic, 'concepts', index)
      refer(checking, 'concepts', concept, here)
      const other = seen.get(concept)
      if (other) checking.report('topic-missing', here, both(`${concept} 放进了两个页面`, `${concept} stands in two topics`), [other])
      seen.set(concept, here)
    }),
  )
  const questions = new Set((fields.scenario ?? []).map(({ concept }) => concept))
  for (const concept of askable(checking, matter)) {
    if (!seen.has(concept) && !questions.has(concept)) checking.report('topic-missing', at('topics'), both(`可能要问 ${concept}，但没有放进页面`, `${concept} may be asked but stands in no topic`))
  }
}

const checkSubjects = (checking: Checking, matter: MatterEntry): void => {
  const subjects = new Set(matter.fields.subjects.map(({ id }) => id))
  for (const { fields, node } of servicesOf(checking, matter)) {
    fields.concepts.forEach(({ concept }, index) => {
      if (subjects.has(subjectOf(concept))) return
      const message = both(`${fields.id} 要填 ${concept}，但这件事的各方里没有 ${subjectOf(concept)}`, `${fields.id} asks for ${concept}, but the matter has no subject ${subjectOf(concept)}`)
      checking.report('subject-unknown', placeAt(matter.node, ['subjects']), message, [placeAt(node, ['concepts', index])])
    })
  }
}

const checkQuestions = (checking: Checking, { fields, node }: MatterEntry): void => {
  fields.scenario?.forEach(({ concept }, index) => {
    const at = placeAt(node, ['scenario', index, 'concept'])
    refer(checking, 'concepts', concept, at)
    const definition = checking.catalogue.concepts[concept]
    if (!definition) return
    if (definition.default) checking.report('default-decides', at, both(`${concept} 有默认值，这一问永远不会问出来`, `${concept} has a default, so the question would never be put`))
    if (definition.type !== 'boolean' && !definition.constraint.choices) checking.report('question-not-choice', at, both(`${concept} 的类型是 ${definition.type}，没有选项`, `${concept} is of type ${definition.type} and offers no choices`))
  })
}

/** What tells one event from another must be something an application of this matter can state. */
const checkIdentity = (checking: Checking, matter: MatterEntry): void => {
  const stated = new Set([...askable(checking, matter), ...(matter.fields.scenario ?? []).map(({ concept }) => concept)])
  matter.fields.identity?.forEach((concepts, list) =>
    concepts.forEach((concept, index) => {
      const at = placeAt(matter.node, ['identity', list, index])
      refer(checking, 'concepts', concept, at)
      if (checking.catalogue.concepts[concept] && !stated.has(concept)) checking.report('identity-not-stated', at, both(`${matter.fields.id} 的表里都没有 ${concept}，不能用它区分不同的事`, `no form of ${matter.fields.id} says ${concept}, so it cannot tell one event from another`))
    }),
  )
}

const checkStage = (checking: Checking, { fields, node }: MatterEntry): void => {
  const at = placeAt(node, ['stage'])
  refer(checking, 'texts', fields.stage, at)
  const stage = checking.content.texts.get(fields.stage)
  if (stage && stage.fields.audience !== fields.audience) {
    checking.report('stage-unknown', at, both(`阶段 ${fields.stage} 是给 ${stage.fields.audience} 的，不是给 ${fields.audience} 的`, `${fields.stage} is a stage of an ${stage.fields.audience}, not of an ${fields.audience}`), [placeAt(stage.node, ['audience'])])
  }
}

/** Days of examples may be relative (`today-30`), so that an example stays right however old it is. */
export const exampleValue = <Value>(value: Value, on: string): Value | string =>
  typeof value === 'string' && /^today([+-]\d+)?$/.test(value) ? resolveDate(value, on) : value

const checkExamples = ({ content, catalogue, report, on }: { content: PackContent; catalogue: Catalogue; report: Report; on: string }): void => {
  for (const { fields, node } of content.examples.values()) {
    if (!content.named('matters', fields.matter)) report('matter-unknown', placeAt(node, ['matter']), both(`没有一件事 ${fields.matter}`, `there is no matter ${fields.matter}`))
    for (const [concept, value] of Object.entries(fields.answers)) {
      const at = placeAt(node, ['answers', concept])
      const definition = catalogue.concepts[concept]
      if (!definition) report('concept-unknown', at, both(`没有填写项 ${concept}`, `there is no concept ${concept}`))
      else if (definition.derived) report('example-wrong', at, both(`${concept} 由 ${conceptsOf(definition.derived.expression).join('、')} 推算，请去掉`, `${concept} is computed from ${conceptsOf(definition.derived.expression).join(', ')}; leave it out`))
      else if (checkAnswer(definition, definition.constraint, exampleValue(value, on), on)) report('example-wrong', at, both(`${concept} 不能是 ${JSON.stringify(value)}`, `${concept} is never ${JSON.stringify(value)}`))
    }
  }
}

/** Its services, and which of those that are missing are only broken. */
const inputOf = (content: PackContent, { fields }: MatterEntry): string =>
  fields.services.map(({ service }) => { const entry = content.services.get(service); return entry ? serialOf(entry.node) : content.named('services', service) }).join()

/** For the packs that have a matter, on all days on which its services change. */
const checked = remembering<void>(200)

/** @param on the day the content is for, YYYY-MM-DD @param names the same as long as names in rules mean the same */
export const checkMatters = (content: PackContent, catalogue: Catalogue, on: string, names: number, report: Report): void => {
  const all = `${names} ${content.stamp('evidence', 'texts')}`
  for (const matter of content.matters.values()) {
    checked(matter.node, `${all} ${inputOf(content, matter)}`, report, (told) => {
      const checking = { content, catalogue, report: told }
      checkServices(checking, matter)
      checkResults(checking, matter)
      checkTopics(checking, matter)
      checkSubjects(checking, matter)
      checkQuestions(checking, matter)
      checkGroups(checking, matter)
      checkIdentity(checking, matter)
      checkStage(checking, matter)
    })
    checkConstraints({ content, catalogue, report, on }, matter) // on another day, `today` is another
    checkRepetitions({ content, catalogue, report }, matter) // looks at the other matters too
  }
  checkExamples({ content, catalogue, report, on })
}
