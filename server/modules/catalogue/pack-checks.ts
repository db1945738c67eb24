// Checks that what a pack refers to exists and fits: regions, authorities, concepts, registries, evidence, services.
// Each check reports the line that refers and, where two places disagree, both.
import { cityOf, regionCovers } from '../../kernel/regions.ts'
import { regionOf, subjectOf } from './definition-compiler.ts'
import { findCycles } from './cycles.ts'
import type { Catalogue } from './definitions.ts'
import { checkHandlings } from './handling-checks.ts'
import { checkListings } from './listing-checks.ts'
import { namesOfRegion } from './named-places.ts'
import { placeAt, type LocatedMap, type Path } from './located.ts'
import type { ContentOf } from './pack-content.ts'
import { both, type PackRule, type Place, type Report } from './pack-error.ts'
import type { RegistryFields } from './pack-files.ts'
import type { PackKind } from './pack-kinds.ts'
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { isCheapPattern } from '../../kernel/feel/pattern-cost.ts'

/** The kinds these checks look at; matters have checks of their own. */
export const checkedKinds = ['regions', 'authorities', 'outlets', 'concepts', 'registries', 'evidence', 'services', 'hardCases'] as const satisfies readonly PackKind[]

type CheckedCatalogue = Pick<Catalogue, 'concepts' | 'regions' | 'authorities'>
/** `groups`: subjects of which a matter has several */
type Referring = { content: ContentOf<(typeof checkedKinds)[number]>; groups: ReadonlySet<string>; report: Report }

const unknownRules = {
  concepts: 'concept-unknown', evidence: 'evidence-unknown', registries: 'registry-unknown', services: 'service-unknown',
  matters: 'matter-unknown', regions: 'region-unknown', texts: 'stage-unknown',
} as const satisfies Partial<Record<PackKind, PackRule>>

const nouns = {
  concepts: both('填写项', 'concept'), evidence: both('材料', 'evidence'), registries: both('数据源', 'registry'), services: both('事项', 'service'),
  matters: both('一件事', 'matter'), regions: both('地区', 'region'), texts: both('阶段', 'stage'),
}

/** Reports ids that nothing defines. */
export const refer = <Kind extends keyof typeof unknownRules>({ content, report }: { content: Pick<ContentOf<Kind>, 'named'>; report: Report }, kind: Kind, id: string | undefined, at: Place): void => {
  if (id !== undefined && !content.named(kind, id)) report(unknownRules[kind], at, both(`没有${nouns[kind]['zh-CN']} ${id}`, `there is no ${nouns[kind].en} ${id}`))
}

const checkRegions = ({ content, report }: Referring): void => {
  for (const { fields, node } of content.regions.values()) {
    const { parent } = regionOf(fields)
    if (parent !== null && !content.named('regions', parent)) report('region-parent-missing', placeAt(node, ['code']), both(`${fields.code} 属于 ${parent}，但没有定义 ${parent}`, `${fields.code} lies in ${parent}, which is not defined`))
    const [, short] = namesOfRegion(regionOf(fields), cityOf(fields.code))
    for (const [at, word] of (fields.notIn ?? []).entries()) {
      if (short === undefined || !word.includes(short)) report('value-wrong', placeAt(node, ['notIn', at]), both(`“${word}”里没有简称“${short ?? ''}”`, `"${word}" does not hold the short name "${short ?? ''}"`))
    }
  }
}

const checkAuthorities = (referring: Referring): void => {
  const seen = new Map<string, Place>()
  for (const { fields, node } of referring.content.authorities.values()) {
    fields.regions.forEach((region, index) => {
      const at = placeAt(node, ['regions', index])
      refer(referring, 'regions', region, at)
      const other = seen.get(`${fields.line} ${region}`)
      if (other) referring.report('id-duplicate', at, both(`${region} 的 ${fields.line} 条线写了两个部门`, `${region} has two authorities of line ${fields.line}`), [other])
      else seen.set(`${fields.line} ${region}`, at)
    })
  }
}

const checkOutlets = (referring: Referring): void => {
  for (const { fields, node } of referring.content.outlets.values()) {
    refer(referring, 'regions', fields.region, placeAt(node, ['region']))
    const { appointment } = fields
    if (appointment && appointment.url === undefined && appointment.phone === undefined) referring.report('key-missing', placeAt(node, ['appointment']), both(`${fields.id} 的 appointment 要有 url 或 phone`, `appointment of ${fields.id} needs url or phone`))
    const seen = new Set<string>()
    fields.windows.forEach(({ number }, index) => {
      if (seen.has(number)) referring.report('id-duplicate', placeAt(node, ['windows', index, 'number']), both(`${fields.id} 有两个 ${number} 号窗口`, `${fields.id} has two windows ${number}`))
      seen.add(number)
    })
  }
}

/** A pattern is tried on what residents write, so it must not be one that can keep the server busy. */
const checkPattern = (report: Report, pattern: string | undefined, at: Place): void => {
  if (pattern === undefined || isCheapPattern(pattern)) return
  report('value-wrong', at, both(`格式 ${pattern} 核对起来可能太慢：重复的部分里不要再有重复`, `the pattern ${pattern} may take too long: repeat nothing inside what is itself repeated`))
}

const checkConcepts = ({ content, report }: Referring, catalogue: CheckedCatalogue): void => {
  for (const { fields, node } of content.concepts.values()) checkPattern(report, fields.constraint?.pattern, placeAt(node, ['constraint', 'pattern']))
  const reads = (id: string): string[] => {
    const rule = catalogue.concepts[id]?.derived
    return rule ? conceptsOf(rule.expression) : []
  }
  for (const cycle of findCycles([...content.concepts.keys()], reads)) {
    const [at, ...others] = cycle.flatMap((id) => {
      const node = content.concepts.get(id)?.node
      return node ? [placeAt(node, ['derived'])] : []
    })
    if (at) report('derived-cycle', at, both(`${cycle.join(' 由 ')} 由 ${cycle[0]} 推算，绕成了圈`, `${cycle.join(' is computed from ')} is computed from ${cycle[0]}`), others)
  }
}

const checkRegistries = (referring: Referring): void => {
  for (const { fields, node } of referring.content.registries.values()) {
    for (const [subject, concept] of Object.entries(fields.keys)) refer(referring, 'concepts', concept, placeAt(node, ['keys', subject]))
    for (const concept of Object.keys(fields.answers)) {
      const at = placeAt(node, ['answers', concept])
      refer(referring, 'concepts', concept, at)
      if (!(subjectOf(concept) in fields.keys)) {
        referring.report('registry-subject', at, both(`${fields.id} 没有写凭什么查 ${subjectOf(concept)}，答不了 ${concept}`, `${fields.id} has no key for ${subjectOf(concept)}, so it cannot answer ${concept}`), [placeAt(node, ['keys'])])
      }
    }
    for (const concept of Object.keys(fields.until ?? {})) {
      if (!(concept in fields.answers)) referring.report('registry-subject', placeAt(node, ['until', concept]), both(`${fields.id} 不回答 ${concept}，写它到哪天为止没有用`, `${fields.id} does not answer ${concept}, so it cannot say until when that holds`), [placeAt(node, ['answers'])])
    }
    fields.replaces?.forEach((evidence, index) => refer(referring, 'evidence', evidence, placeAt(node, ['replaces', index])))
    if (fields.several) checkSeveral(referring, fields, node, fields.several)
  }
}

/** What tells records apart and what they are recognised by must be in the records themselves. */
const checkSeveral = ({ report }: Referring, { id, keys, answers }: RegistryFields, node: LocatedMap, { by, shows, together }: NonNullable<RegistryFields['several']>): void => {
  const keyOf = (concept: string) => keys[subjectOf(concept)]
  const listed = (key: 'shows' | 'together', concepts: readonly string[] = []) => concepts.map((concept, index): [string, Path] => [concept, ['several', key, index]])
  const named: [string, Path][] = [[by, ['several', 'by']], ...listed('shows', shows), ...listed('together', together)]
  for (const [concept, path] of named) {
    if (!(concept in answers)) report('registry-subject', placeAt(node, path), both(`${id} 答不了 ${concept}，不能用它区分记录`, `${id} does not answer ${concept}, so it cannot tell records apart by it`), [placeAt(node, ['answers'])])
    else if (keyOf(concept) !== keyOf(by)) report('registry-subject', placeAt(node, path), both(`查 ${concept} 和查 ${by} 凭的不是同一项`, `${concept} is found by another key than ${by}`), [placeAt(node, ['keys'])])
  }
}

const checkEvidence = (referring: Referring): void => {
  for (const { fields, node } of referring.content.evidence.values()) {
    refer(referring, 'services', fields.resultOf, placeAt(node, ['resultOf']))
    if (typeof fields.credential === 'object') refer(referring, 'concepts', fields.credential.holder, placeAt(node, ['credential', 'holder']))
    if (fields.each !== undefined && !referring.groups.has(fields.each)) {
      referring.report('group-misused', placeAt(node, ['each']), both(`没有哪件事里有好几个 ${fields.each}`, `${fields.each} is one of several in no matter`))
    }
    fields.registries?.forEach((registry, index) => refer(referring, 'registries', registry, placeAt(node, ['registries', index])))
    const ids = fields.registries ?? []
    const registries = ids.flatMap((id) => referring.content.registries.get(id) ?? [])
    const allSound = registries.length === ids.length
    fields.proves?.forEach((concept, index) => {
      const at = placeAt(node, ['proves', index])
      refer(referring, 'concepts', concept, at)
      if (allSound && !registries.some((registry) => concept in registry.fields.answers)) {
        const places = registries.map((registry) => placeAt(registry.node, ['answers']))
        referring.report('evidence-not-answered', at, both(`${fields.id} 的数据源都答不了 ${concept}`, `none of the registries of ${fields.id} answers ${concept}`), places)
      }
    })
  }
}

const checkServiceAuthorities = ({ content, report }: Referring, catalogue: CheckedCatalogue, region: string): void => {
  const linesIn = new Map<string, Set<string>>()
  for (const authority of catalogue.authorities) linesIn.set(authority.region, (linesIn.get(authority.region) ?? new Set()).add(authority.line))
  const lines = new Set(catalogue.authorities.map((authority) => authority.line))
  for (const { fields, node } of content.services.values()) {
    const at = placeAt(node, ['line'])
    const level = fields.level ?? 'district'
    if (!lines.has(fields.line)) {
      report('authority-unknown', at, both(`没有部门属于 ${fields.line} 条线`, `no authority has the line ${fields.line}`))
      continue
    }
    for (const place of Object.values(catalogue.regions).filter((each) => each.level === level && regionCovers(region, each.code))) {
      const there = linesIn.get(place.code)
      if (there && !there.has(fields.line)) report('authority-unknown', at, both(`${place.code} 有部门，但没有 ${fields.line} 条线的`, `${place.code} has authorities, but none of line ${fields.line}`))
    }
  }
}

const checkServices = (referring: Referring, catalogue: CheckedCatalogue): void => {
  for (const { fields, node } of referring.content.services.values()) {
    const at = (...path: Path): Place => placeAt(node, path)
    refer(referring, 'concepts', fields.competentBy, at('competentBy'))
    const competentBy = fields.competentBy === undefined ? undefined : catalogue.concepts[fields.competentBy]
    if (competentBy && competentBy.type !== 'region') referring.report('competence-not-region', at('competentBy'), both(`${competentBy.id} 的类型是 ${competentBy.type}`, `${competentBy.id} is of type ${competentBy.type}`))
    fields.dependsOn?.forEach((service, index) => refer(referring, 'services', service, at('dependsOn', index)))
    const seen = new Map<string, Place>()
    fields.concepts.forEach(({ concept, constraint }, index) => {
      const here = at('concepts', index, 'concept')
      checkPattern(referring.report, constraint?.pattern, at('concepts', index, 'constraint', 'pattern'))
      refer(referring, 'concepts', concept, here)
      const other = seen.get(concept)
      if (other) referring.report('id-duplicate', here, both(`表里写了两次 ${concept}`, `${concept} is in the form twice`), [other])
      seen.set(concept, here)
    })
    fields.evidence?.forEach(({ anyOf }, index) => anyOf.forEach((evidence, each) => refer(referring, 'evidence', evidence, at('evidence', index, 'anyOf', each))))
    for (const list of ['requirements', 'evidence'] as const) {
      const ids = (fields[list] ?? []).map(({ id }) => id)
      ids.forEach((id, index) => {
        if (ids.indexOf(id) < index) referring.report('id-duplicate', at(list, index, 'id'), both(`${id} 定义了两次`, `${id} is defined twice`), [at(list, ids.indexOf(id), 'id')])
      })
    }
    checkResult(referring, fields.result, new Set(seen.keys()), at)
  }
  checkServiceCycles(referring)
}

type ResultFields = { shows?: string[]; issues?: string[] }

const checkResult = (referring: Referring, result: ResultFields, form: ReadonlySet<string>, at: (...path: Path) => Place): void => {
  result.shows?.forEach((concept, index) => {
    const here = at('result', 'shows', index)
    if (!form.has(concept)) referring.report('result-not-in-service', here, both(`结果里有 ${concept}，这个事项没有这一项`, `the result shows ${concept}, which the service does not have`))
  })
  result.issues?.forEach((concept, index) => {
    const here = at('result', 'issues', index)
    refer(referring, 'concepts', concept, here)
    if (form.has(concept)) referring.report('result-not-in-service', here, both(`这个事项要填 ${concept}，它不是新产生的`, `${concept} is asked for by the service, so it is not new`))
  })
}

const checkServiceCycles = ({ content, report }: Referring): void => {
  const dependsOn = (id: string): string[] => content.services.get(id)?.fields.dependsOn ?? []
  for (const cycle of findCycles([...content.services.keys()], dependsOn)) {
    const [at, ...others] = cycle.flatMap((id, index) => {
      const entry = content.services.get(id)
      const next = cycle[(index + 1) % cycle.length] ?? id
      return entry ? [placeAt(entry.node, ['dependsOn', dependsOn(id).indexOf(next)])] : []
    })
    if (at) report('service-cycle', at, both(`${cycle.join(' 等 ')} 等 ${cycle[0]}，绕成了圈`, `${cycle.join(' waits for ')} waits for ${cycle[0]}`), others)
  }
}

const checkHardCases = (referring: Referring): void => {
  for (const { fields, node } of referring.content.hardCases.values()) {
    const categories = new Set(fields.categories.map(({ id }) => id))
    fields.conclusions?.forEach(({ category, services = [] }, index) => {
      if (!categories.has(category)) referring.report('value-wrong', placeAt(node, ['conclusions', index, 'category']), both(`没有类别 ${category}`, `there is no category ${category}`))
      services.forEach((service, at) => refer(referring, 'services', service, placeAt(node, ['conclusions', index, 'services', at])))
    })
  }
}

/** Everything but matters, which have checks of their own. `region`: of the pack the content is for */
export const checkContent = ({ content, groups, catalogue, region, report }: Referring & { catalogue: CheckedCatalogue; region: string }): void => {
  const referring = { content, groups, report }
  checkRegions(referring)
  checkAuthorities(referring)
  checkOutlets(referring)
  checkConcepts(referring, catalogue)
  checkRegistries(referring)
  checkEvidence(referring)
  checkServiceAuthorities(referring, catalogue, region)
  checkServices(referring, catalogue)
  checkHardCases(referring)
  const hasLine = (line: string) => catalogue.authorities.some((each) => each.line === line)
  checkListings(content, hasLine, report)
  checkHandlings(content, hasLine, report)
}
