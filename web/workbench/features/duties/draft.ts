// A line of the duty list as the form holds it, what is still missing in it, and what is written of it. Pure.
import type { Operations } from '../../../api/operations.ts'
import type { Duty } from './queries.ts'

export const levels = ['nearest', 'street', 'district', 'city'] as const
export type Draft = { category: string; region: string; area: string; line: string; level: (typeof levels)[number]; hoursFrom: string; hoursTo: string; from: string; source: string; article: string; knowledge: string; title: string }
type Written = Operations['writeDuty']['input']['body']['duty']

const isRegion = ({ kind }: Duty['where'][number]): boolean => kind === 'region'

/** What the form begins with. @param same the line itself is changed, so its day stays */
export function draftOf(duty: Duty | undefined, region: string, today: string, same: boolean): Draft {
  const [place] = duty?.where ?? []
  return {
    category: duty?.categories[0] ?? '', region: same && place && isRegion(place) ? place.id : region, area: same && place && !isRegion(place) ? place.id : '', line: duty?.unit.line ?? '',
    level: levels.find((each) => each === duty?.unit.level) ?? 'nearest', hoursFrom: duty?.hours?.from ?? '', hoursTo: duty?.hours?.to ?? '', from: same && duty ? duty.from : today,
    source: duty?.source.title ?? '', article: duty?.source.article ?? '', knowledge: duty?.knowledge?.['zh-CN'] ?? '', title: '',
  }
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** What keeps it from being written, by field. */
export function faultsOf(draft: Draft): Partial<Record<keyof Draft, 'required' | 'badTime'>> {
  const missing = (['category', 'line', 'source'] as const).filter((key) => draft[key].trim() === '')
  const timed = draft.hoursFrom !== '' || draft.hoursTo !== ''
  const bad = timed ? (['hoursFrom', 'hoursTo'] as const).filter((key) => !isTime(draft[key])) : []
  return {
    ...Object.fromEntries(missing.map((key) => [key, 'required' as const])), ...Object.fromEntries(bad.map((key) => [key, 'badTime' as const])),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.from) ? {} : { from: 'required' as const }),
  }
}

/** The first free id of this beginning. */
const freeId = (beginning: string, taken: (id: string) => boolean): string => {
  let number = 1
  while (taken(`${beginning}-${number}`)) number += 1
  return `${beginning}-${number}`
}

/** @param before the line changed: its id, and what the form does not show, stay */
export function written(draft: Draft, before: Duty | undefined, taken: (id: string) => boolean): Written {
  const [first, ...rest] = before?.categories ?? []
  const [place] = before?.where ?? []
  const samePlace = before !== undefined && place !== undefined && (isRegion(place) ? draft.area === '' && place.id === draft.region : place.id === draft.area)
  const regions = samePlace ? before.where.filter(isRegion).map(({ id }) => id) : draft.area === '' ? [draft.region] : []
  const areas = samePlace ? before.where.filter((each) => !isRegion(each)).map(({ id }) => id) : draft.area === '' ? [] : [draft.area]
  const sameUnit = before?.unit.line === draft.line && (before.unit.level ?? 'nearest') === draft.level
  const coUnits = (before?.coUnits ?? []).map(({ line, level, region }) => unitOf(line, level, region))
  return {
    id: before?.id ?? freeId(`${draft.category.split('/').at(-1) ?? 'duty'}-${draft.region}`, taken),
    categories: [draft.category, ...(first === undefined ? [] : rest.filter((each) => each !== draft.category))],
    ...(regions.length > 0 ? { regions } : {}), ...(areas.length > 0 ? { areas } : {}),
    ...(draft.hoursFrom === '' ? {} : { hours: { from: draft.hoursFrom, to: draft.hoursTo } }), ...(before?.months ? { months: before.months } : {}),
    unit: unitOf(draft.line, draft.level === 'nearest' ? undefined : draft.level, sameUnit ? before?.unit.region : undefined), ...(coUnits.length > 0 ? { coUnits } : {}), ...(before?.deadline ? { deadline: before.deadline } : {}),
    ...(draft.knowledge.trim() === '' ? {} : { knowledge: draft.knowledge.trim() }), from: draft.from, ...(before?.until ? { until: before.until } : {}),
    source: { title: draft.source.trim(), ...(draft.article.trim() === '' ? {} : { article: draft.article.trim() }) },
  }
}

const unitOf = (line: string, level: string | undefined, region: string | undefined): Written['unit'] => {
  const known = (['province', 'city', 'district', 'street'] as const).find((each) => each === level)
  return { line, ...(known ? { level: known } : {}), ...(region ? { region } : {}) }
}
