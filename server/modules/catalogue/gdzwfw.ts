// Reads one JSON line of the Guangdong government service platform (gdzwfw.gov.cn, scrape of 2021) into a service of ours.
// Pure. A line is refused only when nothing identifies it, names it, or says who and where; all other dirt is repaired or warned of.
import { checkCreditCode, checkOrganisationCode } from '../../kernel/identifiers.ts'
import { serviceKinds, promisedLongerThanStatutory, type ImportedService, type ImportWarning, type LineOutcome, type RejectedLine, type ServiceKind } from './imported-service.ts'
import { readConditions } from './gdzwfw-paragraphs.ts'
import { readLimit } from './gdzwfw-limits.ts'
import { readUrl } from './gdzwfw-links.ts'
import { keyOf, readAliases, readAudience, readJointAuthorities, readLevel, readLocations, readMaterials, readThemes } from './gdzwfw-lists.ts'
import { readContact } from './gdzwfw-phones.ts'
import { homeAreaOf, levelOfRegion, readRegion } from './gdzwfw-regions.ts'
import { bracketsMatch, meansNone, oneLine, plainText, shorten, withoutWrap, type Warn } from './gdzwfw-text.ts'

/** A field of the row as text; '' when absent. */
type Field = (name: string) => string
type Row = ReadonlyMap<string, unknown>

/** What a person can open to compare with the source. */
const sourceUrlOf = (code: string): string => `https://www.gdzwfw.gov.cn/portal/v2/guide/${code}`

const parse = (line: string, warn: Warn): { value: unknown } | { problem: string } => {
  try {
    return { value: JSON.parse(line) }
  } catch (error) {
    if (/^\s*\{[^]*\}\s*,\s*$/.test(line)) {
      const rest = parse(line.replace(/,\s*$/, ''), warn)
      if ('value' in rest) warn('trailing_comma')
      return rest
    }
    return { problem: error instanceof Error ? shorten(oneLine(plainText(error.message, () => {})), 120) : '' }
  }
}

const fieldsOf = (row: Row, warn: Warn): Field => (name) => {
  const value = row.get(name)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value !== undefined && value !== null) warn('field_type')
  return ''
}

/** One line of text of a field, or null when it says that there is nothing. */
const wordsOf = (raw: string, warn: Warn): string | null => {
  if (meansNone(raw)) return null
  const text = oneLine(plainText(raw, warn))
  return meansNone(text) ? null : text
}

const readKind = (field: Field, warn: Warn): ServiceKind => {
  const stated = wordsOf(field('TASK_TYPE_TEXT'), warn)
  const repeated = wordsOf(field('matter_type'), warn)
  if (stated !== null && repeated !== null && stated !== repeated) warn('kind_disagrees')
  const kind = keyOf(serviceKinds, stated ?? '') ?? keyOf(serviceKinds, repeated ?? '')
  if (kind === undefined) warn('kind_unknown')
  return kind ?? 'unknown'
}

const readNames = (field: Field, warn: Warn): Pick<ImportedService, 'name' | 'itemName' | 'subName'> | undefined => {
  // The sub-item comes wrapped once, twice or not at all: 咨询((个人)) and 咨询(（个人）) are 咨询（个人）.
  const tidy = (raw: string) => wordsOf(raw, warn)?.replace(/（（([^（）]*(?:（[^（）]*）[^（）]*)*)））/g, '（$1）') ?? null
  const sub = tidy(field('subTaskName'))
  const subName = sub === null ? null : withoutWrap(sub)
  const itemName = tidy(field('matter_name')) ?? tidy(field('subCatalogName')) ?? tidy(field('CATANAME'))
  const own = tidy(field('TASK_NAME'))
  const name = own ?? (itemName === null || subName === null ? itemName : `${itemName}（${subName}）`)
  if (name === null) return undefined
  if (own === null) warn('name_from_other_field')
  else if (own !== field('TASK_NAME')) warn('name_repaired')
  if (!bracketsMatch(name)) warn('name_brackets')
  if (name.length > 200) warn('name_long')
  return { name, itemName: itemName ?? name, subName }
}

const readAuthority = (field: Field, code: string, name: string, warn: Warn): ImportedService['authority'] => {
  const authorityCode = code.slice(0, 18)
  const codeValid = checkCreditCode(authorityCode).ok
  if (!codeValid) warn('authority_uscc_invalid')
  const stated = wordsOf(field('ORGCODE'), warn)
  const organisation = stated === null ? undefined : checkOrganisationCode(stated)
  if (organisation?.ok === false) warn('organisation_code_invalid')
  if (organisation?.ok === true && organisation.value !== code.slice(8, 17)) warn('organisation_code_disagrees')
  return { code: authorityCode, codeValid, name, organisationCode: organisation?.ok === true ? organisation.value : null }
}

const yesNo = (raw: string): boolean | null => (/^\s*(?:是|1|true|支持|yes)\s*$/i.test(raw) ? true : /^\s*(?:否|0|false|no)\s*$/i.test(raw) ? false : null)

const readChannels = (field: Field, warn: Warn): Pick<ImportedService, 'online' | 'courier' | 'booking' | 'locations' | 'platform'> => {
  const online = { available: yesNo(field('ONLINECHECK')), url: readUrl(field('URL'), warn) }
  if (online.available === true && online.url === null) warn('online_contradicts')
  if (online.available === false && online.url !== null) warn('online_contradicts')
  const booking = { available: yesNo(field('online_book')), url: readUrl(field('online_book_addr'), warn) }
  if (booking.available === true && booking.url === null) warn('booking_address_missing')
  if (booking.available === false && booking.url !== null) warn('booking_contradicts')
  const locations = readLocations(field('handle_location'), warn)
  if (online.available !== true && locations.length === 0) warn('no_channel')
  const platformText = wordsOf(field('bear_paltform') || field('bear_platform'), warn)
  const address = platformText === null ? null : (/https?:\/\/[^\s）)]+/i.exec(platformText)?.[0] ?? null)
  const name = address === null || platformText === null ? platformText : platformText.replace(address, '').replace(/（）|[：:]\s*$/g, '').trim()
  const platform = name === null || name === '' ? null : { name, url: address === null ? null : readUrl(address, warn) }
  return { online, courier: yesNo(field('courier_service')), booking, locations, platform }
}

const readLimits = (field: Field, kind: ServiceKind, warn: Warn): Pick<ImportedService, 'statutoryLimit' | 'promisedLimit'> => {
  const statutoryLimit = readLimit(field('handle_time'), kind, warn)
  const promisedLimit = readLimit(field('handle_time_limit'), kind, warn)
  if (statutoryLimit !== null && promisedLimit === null) warn('promised_limit_missing')
  if (statutoryLimit !== null && promisedLimit !== null && promisedLongerThanStatutory(promisedLimit, statutoryLimit)) warn('promised_longer_than_statutory')
  return { statutoryLimit, promisedLimit }
}

const readVisits = (field: Field, warn: Warn): number | null => {
  const text = wordsOf(field('visit_number') || field('LIMIT_SCENE_NUM'), warn)
  if (text === null) return null
  const digits = /^(\d{1,2})(?:\.0+)?次?$/.exec(text)?.[1]
  if (digits === undefined) {
    warn('visits_unreadable')
    return null
  }
  const repeated = wordsOf(field('LIMIT_SCENE_NUM'), warn)
  if (repeated !== null && Number(repeated) !== Number(digits)) warn('visits_disagree')
  return Number(digits)
}

const readCatalogue = (field: Field, code: string, warn: Warn): ImportedService['catalogue'] => {
  const item = wordsOf(field('CATAID'), warn)
  if (item !== null && item !== code.slice(19, 31)) warn('catalogue_code_disagrees')
  return { code: item, parentCode: wordsOf(field('parentCatalogId'), warn), parentName: wordsOf(field('parentCatalogName'), warn) ?? wordsOf(field('CATANAME'), warn) }
}

const levelDigits: Record<string, ImportedService['level']> = { 1: 'national', 2: 'province', 3: 'city', 4: 'district', 5: 'street', 6: 'village' }

const readLevels = (field: Field, code: string, region: string, warn: Warn): ImportedService['level'] => {
  const byRegion = levelOfRegion(region)
  const stated = readLevel(wordsOf(field('matter_level'), warn) ?? wordsOf(field('district'), warn) ?? '')
  const byCode = levelDigits[code.charAt(18)]
  if ((stated ?? byRegion) !== byRegion || (byCode !== undefined && byCode !== (stated ?? byRegion))) warn('level_disagrees')
  return stated ?? byRegion
}

const readRow = (row: Row, warn: Warn): { service: ImportedService } | RejectedLine => {
  const field = fieldsOf(row, warn)
  const rawCode = field('TASK_CODE')
  const code = rawCode.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '').toUpperCase()
  if (meansNone(code)) return { rejection: 'code_missing', code: null, detail: null }
  if (!/^[0-9A-Z]+$/.test(code) || (code.length !== 31 && code.length !== 33)) {
    return { rejection: 'code_invalid', code: shorten(oneLine(plainText(rawCode, () => {})), 60), detail: `${code.length} 位` }
  }
  if (code !== rawCode) warn('code_repaired')
  const names = readNames(field, warn)
  if (names === undefined) return { rejection: 'name_missing', code, detail: null }
  const authorityName = wordsOf(field('DEPT_NAME'), warn)
  if (authorityName === null) return { rejection: 'authority_missing', code, detail: null }
  const region = readRegion(field('AREACODE'), field('AREA_CODE_TEXT'), code, warn)
  if (typeof region === 'string') return { rejection: region, code, detail: shorten(wordsOf(field('AREACODE'), () => {}) ?? '', 40) }

  const kind = readKind(field, warn)
  const homeArea = homeAreaOf(region.code)
  const consult = readContact(field('consult_phone'), homeArea, warn)
  if (consult.phones.length === 0) warn('no_phone')
  const materials = readMaterials(row.get('material_intro'), warn)
  if (materials.length === 0 && kind === 'licence') warn('materials_none')
  const service: ImportedService = {
    code,
    ...names,
    authority: readAuthority(field, code, authorityName, warn),
    region,
    level: readLevels(field, code, region.code, warn),
    kind,
    catalogue: readCatalogue(field, code, warn),
    nationalCode: wordsOf(field('matter_code'), warn),
    audience: readAudience(row.get('service_object_name'), warn),
    themes: readThemes(row.get('theme_category'), warn),
    ...readLimits(field, kind, warn),
    visits: readVisits(field, warn),
    ...readChannels(field, warn),
    consult,
    complaint: readContact(field('complain_phone'), homeArea, warn),
    conditions: readConditions(field('accept_standard'), warn),
    materials,
    ...readJointAuthorities(field('co_department'), warn),
    aliases: readAliases([field('matter_short'), field('matter_daily')], [names.name, names.itemName], warn),
    sourceUrl: sourceUrlOf(code),
  }
  return { service }
}

/** The implementing code in a line that cannot be read as JSON, if it can be seen near its beginning. */
export const visibleCode = (line: string): string | null => /"TASK_CODE"\s*:\s*"([0-9A-Z]{31,33})"/.exec(line.slice(0, 100_000))?.[1] ?? null

/** Reads one line; never throws. Warnings come sorted and once each. */
export const readServiceLine = (line: string): LineOutcome => {
  const warnings = new Set<ImportWarning>()
  const warn: Warn = (warning) => warnings.add(warning)
  const text = line.startsWith('\ufeff') ? line.slice(1) : line
  if (text !== line) warn('byte_order_mark')
  const parsed = parse(text, warn)
  if ('problem' in parsed) return { rejection: 'json_broken', code: visibleCode(text), detail: parsed.problem }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) return { rejection: 'not_an_object', code: null, detail: null }
  const read = readRow(new Map<string, unknown>(Object.entries(parsed.value)), warn)
  return 'service' in read ? { service: read.service, warnings: [...warnings].sort() } : read
}
