// Checks of what packs state for implementation lists: codes that fit their service, online depth that fits the visits, known issuers.
// A list that says one thing while the service does another is refused before anybody relies on it.
import { checkCreditCode } from '../../kernel/identifiers.ts'
import { placeAt, type Path } from './located.ts'
import { depthOf } from './listing.ts'
import type { Entry, ContentOf } from './pack-content.ts'
import { both, type Place, type Report, type Words } from './pack-error.ts'
import type { ServiceFields } from './pack-files.ts'

/** Digit of the authority's level in an implementation code, GB/T 39554.1-2020. */
const levelDigits = { province: '2', city: '3', district: '4', street: '5' } as const
/** Kind of act in a basic code; the digits of other kinds differ between the national and the provincial lists. */
const kindDigits: Readonly<Record<string, string>> = { permit: '01', grant: '05', confirmation: '07' }

const checkCodes = ({ fields, node }: Entry<ServiceFields>, report: Report): void => {
  const { codes, kind, level = 'district' } = fields
  const wrong = (path: Path, message: Words) => report('listing-code-wrong', placeAt(node, ['codes', ...path]), message, [placeAt(node, ['id'])])
  const digits = kindDigits[kind]
  if (codes?.basic !== undefined && digits !== undefined && codes.basic.slice(2, 4) !== digits) wrong(['basic'], both(`编码对应的办理类型不对：写的是 ${codes.basic.slice(2, 4)}，${kind} 应为 ${digits}`, `the code is for another kind of act: ${codes.basic.slice(2, 4)} instead of ${digits} for ${kind}`))
  for (const [region, code] of Object.entries(codes?.implementations ?? {})) {
    const path = ['implementations', region]
    if (!checkCreditCode(code.slice(0, 18)).ok) wrong(path, both(`${code.slice(0, 18)} 不是统一社会信用代码`, `${code.slice(0, 18)} is not a unified social credit code`))
    if (code.charAt(18) !== levelDigits[level]) wrong(path, both(`层级写的是 ${code.charAt(18)}，${level} 应为 ${levelDigits[level]}`, `the level is ${code.charAt(18)}; ${level} is ${levelDigits[level]}`))
    if (codes?.basic !== undefined && code.slice(19, 31) !== codes.basic) wrong(path, both(`里面是 ${code.slice(19, 31)}，不是基本编码 ${codes.basic}`, `it contains ${code.slice(19, 31)}, not the basic code ${codes.basic}`))
  }
}

const checkDepth = ({ fields, node }: Entry<ServiceFields>, report: Report): void => {
  const { onlineDepth, tripsOnline = 0 } = fields
  if (onlineDepth === undefined || (onlineDepth === 'full') === (depthOf({ tripsOnline }) === 'full')) return
  const says = tripsOnline === 0 ? both('网上办不用再跑，应为 full', 'no visit is left online, which is full') : both(`网上办还要跑 ${tripsOnline} 次，不是 full`, `${tripsOnline} visit(s) are left online, which is not full`)
  report('online-depth-wrong', placeAt(node, ['onlineDepth']), says, [placeAt(node, ['tripsOnline'])])
}

const repeated = (ids: readonly string[], at: (index: number) => Place, report: Report): void =>
  ids.forEach((id, index) => {
    const first = ids.indexOf(id)
    if (first < index) report('id-duplicate', at(index), both(`${id} 定义了两次`, `${id} is defined twice`), [at(first)])
  })

/** @param hasLine whether some authority has the line */
export const checkListings = (content: ContentOf<'services' | 'evidence' | 'regions'>, hasLine: (line: string) => boolean, report: Report): void => {
  for (const entry of content.services.values()) {
    checkCodes(entry, report)
    checkDepth(entry, report)
    for (const list of ['procedure', 'counters', 'faq'] as const) {
      repeated((entry.fields[list] ?? []).map(({ id }) => id), (index) => placeAt(entry.node, [list, index, 'id']), report)
    }
    entry.fields.counters?.forEach(({ region }, index) => {
      if (!content.named('regions', region)) report('region-unknown', placeAt(entry.node, ['counters', index, 'region']), both(`没有地区 ${region}`, `there is no region ${region}`))
    })
  }
  for (const { fields, node } of content.evidence.values()) {
    if (typeof fields.origin === 'string' && !hasLine(fields.origin)) report('authority-unknown', placeAt(node, ['origin']), both(`没有部门属于 ${fields.origin} 条线`, `no authority has the line ${fields.origin}`))
  }
}
