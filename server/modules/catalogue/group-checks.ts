// Checks of matters with groups (heirs, children, shareholders): sizes, and rules that read what each of them has.
// Rules are checked as they are used, written out for one of each group, so a misspelt `h.agee` is found where it stands.
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { countConcept, readRule } from '../planning/index.ts'
import { subjectOf } from './definition-compiler.ts'
import type { Catalogue, Rule } from './definitions.ts'
import { placeAt } from './located.ts'
import type { ContentOf, Entry } from './pack-content.ts'
import { both, type Place, type Report } from './pack-error.ts'
import type { MatterFields } from './pack-files.ts'

type Checking = { content: ContentOf<'services' | 'concepts' | 'evidence'>; catalogue: Catalogue; report: Report }

const checkSizes = ({ content, report }: Checking, { fields, node }: Entry<MatterFields>): void => {
  fields.subjects.forEach(({ id, many }, index) => {
    if (!many) return
    if ((many.min ?? 1) > many.max) report('group-misused', placeAt(node, ['subjects', index, 'many']), both(`${id} 至少 ${many.min ?? 1} 个，却至多 ${many.max} 个`, `there are at least ${many.min ?? 1} of ${id} but at most ${many.max}`))
    const count = content.concepts.get(countConcept(id))
    if (count) report('group-misused', placeAt(count.node, ['id']), both(`有几个 ${id} 会自动问，请去掉 ${countConcept(id)}`, `the group ${id} asks for its number itself; leave ${countConcept(id)} out`), [placeAt(node, ['subjects', index, 'many'])])
  })
}

const checkSingles = ({ content, report }: Checking, { fields, node }: Entry<MatterFields>): void => {
  const groups = new Set(fields.subjects.flatMap(({ id, many }) => (many ? [id] : [])))
  fields.scenario?.forEach(({ concept }, index) => {
    if (groups.has(subjectOf(concept))) report('group-misused', placeAt(node, ['scenario', index, 'concept']), both(`${subjectOf(concept)} 可能有好几个，情形问题不能只问其中一个`, `there are several of ${subjectOf(concept)}, so a question cannot be about one of them`))
  })
  for (const { service, each } of fields.services) {
    const entry = content.services.get(service)
    const place = entry?.fields.competentBy
    if (entry && place !== undefined && groups.has(subjectOf(place)) && each !== subjectOf(place)) {
      report('group-misused', placeAt(entry.node, ['competentBy']), both(`${fields.id} 里可能有好几个 ${subjectOf(place)}，不能由其中一个决定归哪个部门办`, `there are several of ${subjectOf(place)} in ${fields.id}, so none of them decides whose authority is competent`), [placeAt(node, ['subjects'])])
    }
  }
}

/** Every rule of a matter that may read a group, with the line it stands in. */
const listRules = ({ content, catalogue }: Checking, { fields, node }: Entry<MatterFields>): { rule: Rule; at: Place }[] => {
  const matter = catalogue.matters[fields.id]
  const whens = matter?.services.flatMap(({ when }, index) => (when ? [{ rule: when, at: placeAt(node, ['services', index, 'when']) }] : [])) ?? []
  const ofServices = fields.services.flatMap(({ service: id, each }) => {
    const [service, entry] = [catalogue.services[id], content.services.get(id)]
    // in a service each one has, a rule is about that one; such rules are read as written
    if (!service || !entry || each !== undefined) return []
    return [
      ...service.requirements.map(({ rule }, index) => ({ rule, at: placeAt(entry.node, ['requirements', index, 'rule']) })),
      ...service.evidence.flatMap(({ when }, index) => (when ? [{ rule: when, at: placeAt(entry.node, ['evidence', index, 'when']) }] : [])),
    ]
  })
  return [...whens, ...ofServices]
}

const checkRules = (checking: Checking, matter: Entry<MatterFields>): void => {
  const { catalogue, content, report } = checking
  const definition = catalogue.matters[matter.fields.id]
  if (!definition) return
  for (const { rule, at } of listRules(checking, matter)) {
    const written = new Set(conceptsOf(rule.expression)) // what is misspelt as it stands has been reported already
    for (const concept of conceptsOf(readRule(catalogue, definition, rule).expression)) {
      if (catalogue.concepts[concept] || content.named('concepts', concept) || (concept.includes('.') && written.has(concept))) continue
      const message = concept.includes('.') ? both(`规则用到 ${concept}，没有这个填写项`, `the rule reads ${concept}, which is no concept`) : both(`规则把 ${concept} 当成好几个，但 ${definition.id} 里只有一个`, `the rule reads ${concept} as several, but ${definition.id} has only one`)
      report('rule-concept-unknown', at, message, [placeAt(matter.node, ['subjects'])])
    }
  }
}

export const checkGroups = (checking: Checking, matter: Entry<MatterFields>): void => {
  checkSizes(checking, matter)
  checkSingles(checking, matter)
  checkRules(checking, matter)
}
