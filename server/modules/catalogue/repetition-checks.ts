// Checks of what is usually one and sometimes several (`repeats`: twins), and of services each one of a group has (`each`).
// What each has of their own must be nameable, countable and its result its own; otherwise two children would share a certificate.
import { subjectOf } from './definition-compiler.ts'
import type { Catalogue } from './definitions.ts'
import { placeAt } from './located.ts'
import type { ContentOf, Entry } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'
import type { MatterFields } from './pack-files.ts'

type Checking = { content: ContentOf<'matters' | 'services' | 'concepts' | 'evidence'>; catalogue: Catalogue; report: Report }
type Matter = Entry<MatterFields>

const checkSubjects = ({ content, catalogue, report }: Checking, { fields, node }: Matter): void => {
  const asked = new Map((fields.scenario ?? []).map(({ concept }, index) => [concept, placeAt(node, ['scenario', index, 'concept'])]))
  fields.subjects.forEach(({ id, many, repeats }, index) => {
    if (!repeats) return
    const at = (...path: (string | number)[]) => placeAt(node, ['subjects', index, 'repeats', ...path])
    if (many) report('group-misused', at(), both(`${id} 不能既写 many 又写 repeats`, `${id} is either \`many\` or \`repeats\``))
    const elsewhere = [...content.matters.values()].find((other) => other.fields.subjects.some((subject) => subject.id === id && subject.many))
    if (elsewhere && elsewhere.fields.id !== fields.id) report('group-misused', at(), both(`${id} 在 ${elsewhere.fields.id} 里是 many，编号会混在一起`, `${id} is \`many\` in ${elsewhere.fields.id}; their numbers would mix`))
    const count = catalogue.concepts[repeats.count]
    if (count?.type !== 'integer' || repeats.own.includes(repeats.count)) report('group-misused', at('count'), both(`${repeats.count} 要是大家共有的整数`, `${repeats.count} must be an integer all of them share`))
    repeats.own.forEach((concept, place) => {
      if (!content.named('concepts', concept)) report('concept-unknown', at('own', place), both(`没有填写项 ${concept}`, `there is no concept ${concept}`))
      else if (subjectOf(concept) !== id) report('group-misused', at('own', place), both(`${concept} 不是 ${id} 的填写项`, `${concept} is not about ${id}`))
      const question = asked.get(concept)
      if (question) report('group-misused', question, both(`每个 ${id} 各有自己的 ${concept}，情形问题不能只问一次`, `each ${id} has a ${concept} of its own, so a question cannot be put once`), [at('own', place)])
    })
  })
}

const checkServices = ({ content, report }: Checking, { fields, node }: Matter): void => {
  const several = new Map(fields.subjects.flatMap(({ id, many, repeats }) => (many || repeats ? [[id, new Set(repeats?.own)]] : [])))
  fields.services.forEach(({ service, each }, index) => {
    const entry = content.services.get(service)
    const place = entry?.fields.competentBy
    if (each === undefined) {
      if (entry && place !== undefined && several.get(subjectOf(place))?.has(place)) {
        report('group-misused', placeAt(entry.node, ['competentBy']), both(`每个 ${subjectOf(place)} 的 ${place} 可能不同，不能由其中一个决定归哪个部门办`, `each ${subjectOf(place)} has a ${place} of its own, so none of them decides whose authority is competent`), [placeAt(node, ['subjects'])])
      }
      return
    }
    const at = placeAt(node, ['services', index, 'each'])
    if (!several.has(each)) report('group-misused', at, both(`这件事里没有好几个 ${each}`, `the matter has not several of ${each}`))
    const other = [...content.matters.values()].find((matter) => matter.fields.services.some((one) => one.service === service && one.each !== undefined && one.each !== each))
    if (other) report('group-misused', at, both(`${other.fields.id} 里 ${service} 是每个别的人一份`, `${service} is for each of another subject in ${other.fields.id}`))
    for (const document of content.evidence.values()) {
      if (document.fields.resultOf === service && document.fields.each !== each) report('group-misused', placeAt(document.node, ['resultOf']), both(`${service} 每个 ${each} 各办一份，${document.fields.id} 要写 each: ${each}`, `each ${each} has ${service}, so ${document.fields.id} needs \`each: ${each}\``), [at])
    }
  })
}

export const checkRepetitions = (checking: Checking, matter: Matter): void => {
  checkSubjects(checking, matter)
  checkServices(checking, matter)
}
