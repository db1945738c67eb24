// Checks the duty list of a pack and those it extends when packs are loaded: each finding at its file and line.
// Areas have one shape of their own kind, and lie in regions that exist.
import { dutyListOf } from './duty-list.ts'
import { dutyFindings, type DutyFinding } from './duty-findings.ts'
import type { Catalogue } from './definitions.ts'
import { placeAt, type Path } from './located.ts'
import { refer } from './pack-checks.ts'
import type { ContentOf } from './pack-content.ts'
import { both, type PackRule, type Place, type Report, type Words } from './pack-error.ts'

type DutyContent = ContentOf<'duties' | 'areas' | 'requestCategories' | 'regions'>

const checkAreas = (content: DutyContent, report: Report): void => {
  for (const { fields, node } of content.areas.values()) {
    const { kind, polygon, line, point, metres } = fields
    refer({ content, report }, 'regions', fields.region, placeAt(node, ['region']))
    fields.numbers?.forEach(({ region }, index) => refer({ content, report }, 'regions', region, placeAt(node, ['numbers', index, 'region'])))
    if (fields.in !== undefined && !content.named('areas', fields.in)) report('duty-wrong', placeAt(node, ['in']), both(`没有区域 ${fields.in}`, `there is no area ${fields.in}`))
    const shapes = [polygon, line, point].filter((shape) => shape !== undefined).length
    if (shapes > 1) report('duty-wrong', node.at, both(`${fields.id} 的形状只能写一种`, `${fields.id} has more than one shape`))
    if ((line ?? point) && metres === undefined) report('duty-wrong', node.at, both(`${fields.id} 没有写离多远还算（metres）`, `${fields.id} does not say how far it reaches (metres)`))
    if (kind === 'grid' && !polygon) report('duty-wrong', node.at, both(`网格 ${fields.id} 没有轮廓`, `the grid ${fields.id} has no outline`))
  }
}

const checkCategories = (content: DutyContent, report: Report): void => {
  for (const { fields, node } of content.requestCategories.values()) {
    const seen = new Set<string>()
    const once = (id: string, path: Path): void => {
      if (seen.has(id)) report('id-duplicate', placeAt(node, path), both(`${id} 定义了两次`, `${id} is defined twice`))
      seen.add(id)
    }
    fields.groups.forEach((group, at) => {
      once(group.id, ['groups', at, 'id'])
      group.leaves.forEach(({ id }, index) => once(`${group.id}/${id}`, ['groups', at, 'leaves', index, 'id']))
    })
  }
}

const found = (content: DutyContent, finding: DutyFinding): { rule: PackRule; at: Place; words: Words; others?: Place[] } | undefined => {
  if (finding.kind === 'gap') {
    const [top, group, leaf] = finding.category.split('/')
    const file = content.requestCategories.get(top ?? '')
    const at = file?.fields.groups.findIndex(({ id }) => id === group) ?? -1
    const index = file?.fields.groups[at]?.leaves.findIndex(({ id }) => id === leaf) ?? -1
    return file && { rule: 'duty-gap', at: placeAt(file.node, ['groups', at, 'leaves', index, 'id']), words: both(`${finding.category} 在 ${finding.regions.join('、')} 没有责任单位`, `nobody answers for ${finding.category} in ${finding.regions.join(', ')}`) }
  }
  const node = content.duties.get(finding.duty)?.node
  if (!node) return undefined
  const at = (...path: Path) => placeAt(node, path)
  const { duty } = finding
  switch (finding.kind) {
    case 'overlap': {
      const other = content.duties.get(finding.with)?.node
      return { rule: 'duty-overlap', at: at('id'), words: both(`${duty} 和 ${finding.with} 对 ${finding.area} 的 ${finding.category} 一样具体，不知道归谁`, `${duty} and ${finding.with} are equally specific about ${finding.category} in ${finding.area}`), ...(other ? { others: [placeAt(other, ['id'])] } : {}) }
    }
    case 'unit-missing': return { rule: 'duty-unit-unknown', at: at('unit'), words: both(`${duty} 要找的 ${finding.line} 在 ${finding.region} 没有部门`, `${duty} needs an authority of line ${finding.line} for ${finding.region}, and there is none`) }
    case 'ladder-cycle': return { rule: 'duty-ladder-cycle', at: at('ladder'), words: both(`${duty} 的升级路线又回到 ${finding.region} 的 ${finding.line}`, `the ladder of ${duty} comes back to ${finding.line} for ${finding.region}`) }
    case 'category-unknown': return { rule: 'duty-wrong', at: at('categories', finding.index), words: both(`没有诉求分类 ${finding.id}`, `there is no category ${finding.id}`) }
    case 'area-unknown': return { rule: 'duty-wrong', at: at('areas', finding.index), words: both(`没有区域 ${finding.id}`, `there is no area ${finding.id}`) }
    case 'region-unknown': return { rule: 'region-unknown', at: at('regions', finding.index), words: both(`没有地区 ${finding.id}`, `there is no region ${finding.id}`) }
    case 'area-missing': return { rule: 'duty-wrong', at: at('id'), words: both(`${duty} 要写 regions 或 areas，只写一种`, `${duty} names either regions or areas`) }
  }
}

/** @param region the region of the pack the content is for */
export const checkDuties = (content: DutyContent, catalogue: Catalogue, region: string, report: Report): void => {
  checkAreas(content, report)
  checkCategories(content, report)
  for (const finding of dutyFindings(dutyListOf(content), catalogue, region)) {
    const error = found(content, finding)
    if (error) report(error.rule, error.at, error.words, error.others)
  }
}
