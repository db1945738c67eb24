// Checks of how services are handled: a chain of approval ends with somebody who decides, nothing is stated twice, whoever is asked exists,
// and no limit of a permit is longer than the law allows.
// What is wrong here would only be found by the first case that cannot be decided.
import { placeAt } from './located.ts'
import type { ContentOf } from './pack-content.ts'
import { both, type Report, type Words } from './pack-error.ts'

/** Working days within which a permit is decided, and where several authorities handle it together (Administrative Licensing Law Art. 42). */
const longest = { alone: 20, joint: 45 }

type LegalBasis = { title: string; article?: string | undefined }

/** An article of another law or regulation: 法律、法规另有规定的，依照其规定 (Art. 42). */
const setsItsOwn = ({ title, article }: LegalBasis): boolean => article !== undefined && !title.includes('行政许可法') && /(?:法|条例)(?:（[^）]*）)?$/u.test(title.trim())

/** The limits of a permit rest on the general law, or on another that sets its own. */
const checkLimits = (kind: string, limits: readonly { statutory: number; source: LegalBasis }[], joint: boolean | undefined, tooLong: (index: number, words: Words) => void): void => {
  const most = joint ? longest.joint : longest.alone
  limits.forEach(({ statutory, source }, index) => {
    if (kind !== 'permit' || statutory <= most || setsItsOwn(source)) return
    tooLong(index, both(`法定期限 ${statutory} 个工作日，超过行政许可法第四十二条的 ${most} 个工作日；法律、法规另有规定的，source 要写明那部法和条文`, `a limit of ${statutory} working days is longer than the ${most} of Art. 42 of the Administrative Licensing Law; where another law or regulation sets its own, source names it with the article`))
  })
}

/** @param hasLine whether some authority has the line */
export const checkHandlings = (content: ContentOf<'services'>, hasLine: (line: string) => boolean, report: Report): void => {
  for (const { fields: { kind: act, limits, handling, concepts, evidence = [] }, node } of content.services.values()) {
    const { levels = [], coSigners = [], procedures = [], visit } = handling ?? {}
    checkLimits(act, limits, handling?.joint, (index, words) => report('limit-too-long', placeAt(node, ['limits', index, 'statutory']), words))
    if (levels.at(-1)?.role === 'clerk') report('value-wrong', placeAt(node, ['handling', 'levels', levels.length - 1, 'role']), both('最后一级要由 approver 或 head 作决定', 'the last level decides, so it is an approver or the head'))
    coSigners.forEach(({ line, concepts: seen = [], evidence: documents = [] }, index) => {
      const at = placeAt(node, ['handling', 'coSigners', index, 'line'])
      if (!hasLine(line)) report('authority-unknown', at, both(`没有 ${line} 条线的部门`, `no authority has the line ${line}`))
      if (coSigners.findIndex((each) => each.line === line) < index) report('id-duplicate', at, both(`${line} 写了两次`, `${line} is stated twice`))
      const unknown = (part: 'concepts' | 'evidence', place: number, id: string): void => report('value-wrong', placeAt(node, ['handling', 'coSigners', index, part, place]), both(`${id} 不是这个事项要的，不能给别的部门看`, `${id} is not part of the service, so nobody else can be shown it`))
      seen.forEach((id, place) => concepts.some(({ concept }) => concept === id) || unknown('concepts', place, id))
      documents.forEach((id, place) => evidence.some(({ anyOf }) => anyOf.includes(id)) || unknown('evidence', place, id))
    })
    procedures.forEach(({ kind }, index) => {
      if (procedures.findIndex((each) => each.kind === kind) < index) report('id-duplicate', placeAt(node, ['handling', 'procedures', index, 'kind']), both(`${kind} 写了两次`, `${kind} is stated twice`))
    })
    if (visit === undefined) continue
    if (!procedures.some(({ kind }) => kind === 'inspection')) report('value-wrong', placeAt(node, ['handling', 'visit']), both('要踏勘的事项，procedures 里要写 inspection', 'a service with a visit states the procedure inspection'))
    if (!concepts.some(({ concept }) => concept === visit.place)) report('value-wrong', placeAt(node, ['handling', 'visit', 'place']), both(`${visit.place} 不在这个事项的数据元里`, `${visit.place} is not a concept of the service`))
    visit.items.forEach(({ id, needs = [], unit }, index) => {
      if (visit.items.findIndex((each) => each.id === id) < index) report('id-duplicate', placeAt(node, ['handling', 'visit', 'items', index, 'id']), both(`${id} 写了两次`, `${id} is stated twice`))
      if (needs.includes('measure') !== (unit !== undefined)) report('value-wrong', placeAt(node, ['handling', 'visit', 'items', index]), both('要实测的才有单位，也必须有单位', 'a measure has a unit, and only a measure has one'))
    })
  }
}
