// One row of a file as a request, or what is wrong with it, cell by cell. Pure.
import { isRegionCode, regionCovers } from '../../kernel/regions.ts'
import { requestKinds, requestLimits, type NewRequest, type RequestKind } from '../requests/index.ts'
import { plainText } from '../safeguards/index.ts'
import { headingOf, type Field } from './columns.ts'

export type Cells = Partial<Record<Field, string>>

/** `code` stands for a sentence; `column` as in the file's usual heading. */
export type Problem = { column: string; code: 'missing' | 'unknown' | 'tooLong' | 'number' | 'instant' | 'outside' | 'phone' | 'yesNo' }

/** What a row becomes, apart from its key; null while something is wrong. */
export type ReadRow = { given: Omit<NewRequest, 'key' | 'channel' | 'receivedAt'> & { receivedAt?: string } ; problems: [] } | { given: null; problems: Problem[] }

const kindNames: Readonly<Record<string, RequestKind>> = { 咨询: 'consult', 投诉: 'complain', 举报: 'report', 建议: 'suggest', 意见: 'suggest', 求助: 'help', 表扬: 'praise', 感谢: 'praise' }
const yes = new Set(['是', '匿名', 'true', 'yes', '1'])
const no = new Set(['', '否', '不匿名', 'false', 'no', '0'])

const numberIn = (text: string, most: number): number | undefined => (/^-?\d{1,3}(\.\d{1,15})?$/.test(text) && Math.abs(Number(text)) <= most ? Number(text) : undefined)

/** Instants without an offset are those of China, as files have them. */
const instantIn = (text: string): string | undefined => {
  const tidy = text.replaceAll(/[年月]/g, '-').replace('日', ' ').replaceAll('/', '-').trim().replace(/\s+/, 'T')
  const [, day, time = '00:00', offset = '+08:00'] = /^(\d{4}-\d{1,2}-\d{1,2})(?:T(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(tidy) ?? []
  if (day === undefined) return undefined
  const padded = day.split('-').map((part) => part.padStart(2, '0')).join('-')
  const at = new Date(`${padded}T${time.padStart(time.length === 4 ? 5 : time.length, '0')}${offset}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

export type Place = { region: string; isCategory: (id: string) => boolean; categoryNamed: (name: string) => string | undefined; now: Date }

/** @param where `region`: what the installation serves; categories by id or by their name */
export const readRow = (cells: Cells, { region: served, isCategory, categoryNamed, now }: Place): ReadRow => {
  const problems: Problem[] = []
  const note = (field: Field, code: Problem['code']): undefined => void problems.push({ column: headingOf(field), code })
  const text = (field: Field): string => cells[field]?.trim() ?? ''
  const said = text('text')
  if (said.length < 2) note('text', 'missing')
  if (said.length > requestLimits.text) note('text', 'tooLong')
  const kind = text('kind') === '' ? 'help' : (kindNames[text('kind')] ?? requestKinds.find((each) => each === text('kind')) ?? note('kind', 'unknown'))
  const category = text('category') === '' ? undefined : isCategory(text('category')) ? text('category') : (categoryNamed(text('category')) ?? note('category', 'unknown'))
  const region = text('region')
  if (region !== '' && !(isRegionCode(region) && regionCovers(served, region))) note('region', 'outside')
  const [lat, lng] = [text('lat'), text('lng')]
  if (lat !== '' && numberIn(lat, 90) === undefined) note('lat', 'number')
  if (lng !== '' && numberIn(lng, 180) === undefined) note('lng', 'number')
  const phone = text('phone').replaceAll(/[\s-]/g, '')
  if (phone !== '' && !/^\+?\d{5,15}$/.test(phone)) note('phone', 'phone')
  const wish = text('anonymous').toLowerCase()
  if (!yes.has(wish) && !no.has(wish)) note('anonymous', 'yesNo')
  const received = text('receivedAt') === '' ? undefined : (instantIn(text('receivedAt')) ?? note('receivedAt', 'instant'))
  if (received !== undefined && received > now.toISOString()) note('receivedAt', 'instant')
  if (problems.length > 0 || kind === undefined) return { given: null, problems }
  const anonymous = yes.has(wish)
  const [point, email, name] = [numberIn(lat, 90), text('email'), text('name')]
  return {
    problems: [],
    given: {
      kind, anonymous, text: plainText(said, requestLimits.text), ...(text('title') === '' ? {} : { title: plainText(text('title'), requestLimits.title) }), ...(category === undefined ? {} : { category }),
      place: { ...(text('address') === '' ? {} : { address: plainText(text('address'), 200) }), ...(region === '' ? {} : { region }), ...(point === undefined || lng === '' ? {} : { lat: point, lng: Number(lng) }) },
      contact: { ...(name === '' || anonymous ? {} : { name: plainText(name, 60) }), ...(phone === '' ? {} : { phone }), ...(email === '' || anonymous ? {} : { email }) },
      ...(text('source') === '' ? {} : { sourceRef: text('source').slice(0, 100) }), ...(received === undefined ? {} : { receivedAt: received }),
    },
  }
}
