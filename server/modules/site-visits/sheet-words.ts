// The opinion sheet in words, as its document states them: what each authority found, what it comes to, what the applicant says. Pure.
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { dayInWords } from '../notices/index.ts'
import { itemsOf } from './checklist.ts'
import type { Gathered } from './gathering.ts'
import { isOut, type FindingVerdict, type Part, type PartState } from './part.ts'

const findingWords: Record<FindingVerdict, string> = { pass: '符合', rectify: '需整改', fail: '不符合', na: '不适用' }

const conclusions: Partial<Record<PartState, string>> = { passed: '合格', failed: '不合格', rectifying: '限期整改' }

const linesOf = (catalogue: Catalogue, part: Part): string[] => {
  const name = authorityOf(catalogue, part.line, part.region)?.shortName['zh-CN'] ?? part.line
  return itemsOf(catalogue, part.service).map(({ id, text, unit, legalBasis }) => {
    const found = part.findings[id]
    const measured = found?.measure.trim() && unit ? `，实测${found.measure.trim()}${unit['zh-CN']}` : ''
    const said = found?.words.trim() ? `，${found.words.trim()}` : ''
    return `${name}｜${text['zh-CN']}（《${legalBasis.title}》${legalBasis.article ?? ''}）：${found?.verdict ? findingWords[found.verdict] : ''}${measured}${said}`
  })
}

const conclusionOf = (catalogue: Catalogue, part: Part): string => {
  const service = catalogue.services[part.service]?.name['zh-CN'] ?? part.service
  const name = authorityOf(catalogue, part.line, part.region)?.name['zh-CN'] ?? part.line
  const until = part.rectifyOn ? `，${dayInWords(part.rectifyOn)}前改好` : ''
  const note = part.note.trim() ? `。${part.note.trim()}` : ''
  return `${name}（${service}）：${conclusions[part.state] ?? ''}${until}${note}，踏勘人${part.signedBy ?? ''}`
}

/** What the words of a pack may speak of: `findings` and `conclusions` are lists. */
export const sheetFacts = (catalogue: Catalogue, { visit, parts }: Pick<Gathered, 'visit' | 'parts'>): Record<string, unknown> => {
  const there = parts.filter(({ state }) => !isOut(state))
  const absent = parts.filter(({ state }) => isOut(state)).map(({ line, region }) => authorityOf(catalogue, line, region)?.shortName['zh-CN'] ?? line)
  return {
    findings: there.flatMap((part) => linesOf(catalogue, part)), conclusions: there.map((part) => conclusionOf(catalogue, part)),
    ...(absent.length > 0 ? { absent: [...new Set(absent)].join('、') } : {}),
    ...(visit.comment.trim() ? { comment: visit.comment.trim() } : {}),
    signature: visit.signedAt === null ? '申请人没有在规定的时间里签字' : `申请人${visit.applicant}已签字确认`,
  }
}
