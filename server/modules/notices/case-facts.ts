// What a case states to the notices about it. Times are those of the law that governs it; the body for reconsideration is the people's
// government the authority belongs to (行政复议法第二十四条), unless the pack's words name another. Pure.
import { dayInWords, plainDate } from '../../kernel/clock.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import type { Fact } from './notice.ts'

/** The parts of a case a notice speaks of; a `Case` is one. */
export type NoticeCase = {
  id: string
  number: string
  applicationId: string
  personId: string
  applicant: string
  service: string
  line: string
  region: string
  catalogueDigest: string | null
  limitDays: number
  promisedDays: number
  promisedOn: string | null
  dueOn: string | null
  createdAt: string
}

/** 深圳市南山区 for the district, 广东省 for the province: the names from the city down. */
const governmentOf = ({ regions }: Pick<Catalogue, 'regions'>, region: string): string | undefined => {
  const [nearest] = regionAndAbove(region).filter((code) => code.length === 6)
  if (nearest === undefined) return undefined
  const names = regionAndAbove(nearest).filter((code) => code === nearest || !code.endsWith('0000')).reverse().flatMap((code) => regions[code]?.name['zh-CN'] ?? [])
  return names.length === 0 ? undefined : `${names.join('')}人民政府`
}

/** @param today the day it is issued, 'YYYY-MM-DD' */
export const caseFacts = (catalogue: Catalogue, one: NoticeCase, today: string): { facts: Record<string, Fact>; authority: string } => {
  const authority = authorityOf(catalogue, one.line, one.region)
  const service = catalogue.services[one.service]
  const government = governmentOf(catalogue, authority?.region ?? one.region)
  const name = authority?.name['zh-CN'] ?? one.line
  return {
    authority: name,
    facts: {
      applicant: one.applicant, service: service?.name['zh-CN'] ?? one.service, case: one.number, authority: name,
      region: catalogue.regions[one.region]?.name['zh-CN'] ?? one.region,
      appliedOn: dayInWords(plainDate(new Date(one.createdAt))), issuedOn: dayInWords(today),
      statutoryDays: String(one.limitDays), promisedDays: String(one.promisedDays),
      ...(service ? { resultName: service.result.name['zh-CN'] } : {}),
      ...(one.promisedOn ? { promisedOn: dayInWords(one.promisedOn) } : {}), ...(one.dueOn ? { dueOn: dayInWords(one.dueOn) } : {}),
      ...(government ? { government } : {}),
    },
  }
}
