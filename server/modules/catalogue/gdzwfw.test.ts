// How a line of the provincial platform is read: what becomes of each kind of dirt, in sentences.
// The rows are invented; the dirt was seen in the real file or is its next of kin.
import { describe, expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { readServiceLine, visibleCode } from './gdzwfw.ts'
import { exampleAuthorityCode, exampleCode, exampleLine, exampleOrganisationCode, exampleRow } from './gdzwfw-example.ts'
import type { ImportedService } from './imported-service.ts'

const read = (changes: Record<string, unknown> = {}): { service: ImportedService; warnings: string[] } => {
  const outcome = readServiceLine(exampleLine(changes))
  if (!('service' in outcome)) throw new Error(`rejected: ${outcome.rejection}`)
  return outcome
}
const rejectionOf = (line: string) => {
  const outcome = readServiceLine(line)
  return 'rejection' in outcome ? [outcome.rejection, outcome.code] : outcome.warnings
}

test('a row in order becomes a service without a warning', () => {
  expect(read()).toEqual({
    warnings: [],
    service: {
      code: exampleCode,
      name: '街头艺人演出许可（个人）（首次申请）',
      itemName: '街头艺人演出许可（个人）',
      subName: '首次申请',
      authority: { code: exampleAuthorityCode, codeValid: true, name: '示范市文化局', organisationCode: exampleOrganisationCode },
      region: { code: '440300', name: '深圳市' },
      level: 'city',
      kind: 'licence',
      catalogue: { code: '440199001000', parentCode: '44019900100Y', parentName: '街头艺人演出许可' },
      nationalCode: null,
      audience: ['person'],
      themes: ['文化体育'],
      statutoryLimit: { days: 20, unit: 'working' },
      promisedLimit: { days: 5, unit: 'working' },
      visits: 1,
      online: { available: true, url: 'https://example.gov.cn/apply?id=1' },
      courier: true,
      booking: { available: true, url: 'https://example.gov.cn/book' },
      locations: ['示范路1号政务服务大厅3号窗口'],
      platform: { name: '示范办事平台', url: null },
      consult: { phones: [{ number: '0755-82000000', extension: null, label: null }], unreadable: [] },
      complaint: { phones: [{ number: '12345', extension: null, label: null }], unreadable: [] },
      conditions: ['申请人应当符合下列条件：', '1、年满18周岁；', '2、具有表演能力。'],
      materials: ['申请表', '居民身份证'],
      jointAuthorities: [],
      jointAuthoritiesText: null,
      aliases: ['街头演出', '街头艺人', '街头表演'],
      sourceUrl: `https://www.gdzwfw.gov.cn/portal/v2/guide/${exampleCode}`,
    },
  })
})

describe('a line is rejected', () => {
  test.each([
    ['when it is cut off', exampleLine().slice(0, 300), 'json_broken', exampleCode],
    ['when it is no JSON at all', '事项,部门,地区', 'json_broken', null],
    ['when it holds two objects', `${exampleLine()}${exampleLine()}`, 'json_broken', exampleCode],
    ['when it is a list', '[{"TASK_CODE":"1"}]', 'not_an_object', null],
    ['when it is null', 'null', 'not_an_object', null],
    ['when it is only a text', '"无"', 'not_an_object', null],
    ['without an implementing code', exampleLine({ TASK_CODE: undefined }), 'code_missing', null],
    ['when the code says 无', exampleLine({ TASK_CODE: '无' }), 'code_missing', null],
    ['when the code is a number that lost its digits', exampleLine({ TASK_CODE: 1.144e30 }), 'code_invalid', '1.144e+30'],
    ['when the code is a character short', exampleLine({ TASK_CODE: exampleCode.slice(1) }), 'code_invalid', exampleCode.slice(1)],
    ['when the code holds a Chinese character', exampleLine({ TASK_CODE: `${exampleCode.slice(0, 30)}省` }), 'code_invalid', `${exampleCode.slice(0, 30)}省`],
    ['without any name', exampleLine({ TASK_NAME: ' ', matter_name: '无', subCatalogName: null, CATANAME: '<p></p>' }), 'name_missing', exampleCode],
    ['without an authority', exampleLine({ DEPT_NAME: 'null' }), 'authority_missing', exampleCode],
    ['when it belongs to another province', exampleLine({ AREACODE: '430000', AREA_CODE_TEXT: '湖南省' }), 'region_outside', exampleCode],
    ['when nothing says where', exampleLine({ TASK_CODE: `12100000${exampleCode.slice(8)}`, AREACODE: null, AREA_CODE_TEXT: '无' }), 'region_unknown', `12100000${exampleCode.slice(8)}`],
  ])('%s', (_, line, rejection, code) => expect(rejectionOf(line)).toEqual([rejection, code]))
})

describe('a name', () => {
  test('loses stray spaces, full-width letters, tags and entities', () => {
    const { service, warnings } = read({ TASK_NAME: '　<b>ＡＴＡ单证册</b>&nbsp;签发\t（个人） ', matter_name: '无', subTaskName: null })
    expect(service.name).toBe('ATA单证册签发（个人）')
    expect(warnings).toEqual(['html_removed', 'name_repaired'])
  })
  test('has Chinese brackets, also where they were mixed', () => expect(read({ TASK_NAME: '枪支(弹药)运输(携运）许可' }).service.name).toBe('枪支（弹药）运输（携运）许可'))
  test('has its doubled brackets made single', () => {
    expect(read({ TASK_NAME: '网络咨询(（个人）)', subTaskName: '（个人）' }).service).toMatchObject({ name: '网络咨询（个人）', subName: '个人' })
    expect(read({ TASK_NAME: '执业许可(（占编人员申请（材料同前）））' }).service.name).toBe('执业许可（占编人员申请（材料同前））')
  })
  test('without partner for a bracket is kept and warned of', () => expect(read({ TASK_NAME: '债权文书[还款承诺)]公证' }).warnings).toContain('name_brackets'))
  test('is taken from the catalogue item and its sub-item when the row has none of its own', () => {
    const { service, warnings } = read({ TASK_NAME: null })
    expect(service.name).toBe('街头艺人演出许可（个人）（首次申请）')
    expect(warnings).toEqual(['name_from_other_field'])
  })
  test('of ten thousand characters is kept whole and warned of', () => {
    const { service, warnings } = read({ TASK_NAME: '长'.repeat(10_000) })
    expect(service.name).toHaveLength(10_000)
    expect(warnings).toEqual(['name_long'])
  })
  test('with SQL, script and emoji comes out as plain text', () => {
    expect(read({ TASK_NAME: "演出'; drop table 1--<script>alert(1)</script>🎪" }).service.name).toBe("演出'; drop table 1--🎪")
  })
})

describe('codes', () => {
  test('with spaces and small letters are tidied', () => {
    const { service, warnings } = read({ TASK_CODE: ` ${exampleCode.toLowerCase()}\u200b` })
    expect(service.code).toBe(exampleCode)
    expect(warnings).toEqual(['code_repaired'])
  })
  test('whose authority part fails its check are imported with a warning', () => {
    const { service, warnings } = read({ TASK_CODE: `TE440000GD030003VV${exampleCode.slice(18)}`, ORGCODE: 'GD030003V' })
    expect(service.authority).toEqual({ code: 'TE440000GD030003VV', codeValid: false, name: '示范市文化局', organisationCode: null })
    expect(warnings).toEqual(['authority_uscc_invalid', 'organisation_code_invalid'])
  })
  test('that contradict each other are warned of', () => expect(read({ CATAID: '440199009000', ORGCODE: '006939756' }).warnings).toEqual(['catalogue_code_disagrees', 'organisation_code_disagrees']))
  test('of 33 characters name a sub-item and are as good', () => expect(read({ TASK_CODE: `${exampleCode}02` }).service.code).toBe(`${exampleCode}02`))
})

describe('kind, level and limits', () => {
  test('an unknown kind is imported as unknown', () => expect(read({ TASK_TYPE_TEXT: '行政魔法', matter_type: '' })).toMatchObject({ service: { kind: 'unknown' }, warnings: ['kind_unknown'] }))
  test('two kinds that differ are warned of; the first counts', () => expect(read({ matter_type: '公共服务' })).toMatchObject({ service: { kind: 'licence' }, warnings: ['kind_disagrees'] }))
  test('a level that does not fit the region is warned of', () => expect(read({ matter_level: '省级' })).toMatchObject({ service: { level: 'province' }, warnings: ['level_disagrees'] }))
  test('a promise longer than the law allows is warned of', () => expect(read({ handle_time_limit: '21(工作日)' }).warnings).toEqual(['promised_longer_than_statutory']))
  test('a missing promise is warned of where the law sets a limit', () => expect(read({ handle_time_limit: '无' })).toMatchObject({ service: { promisedLimit: null }, warnings: ['promised_limit_missing'] }))
})

describe('visits', () => {
  test('written as a number or with 次 are read', () => {
    expect(read({ visit_number: 1 }).service.visits).toBe(1)
    expect(read({ visit_number: '2次', LIMIT_SCENE_NUM: '2' }).service.visits).toBe(2)
  })
  test('written in words are left out with a warning', () => expect(read({ visit_number: '若干' })).toMatchObject({ service: { visits: null }, warnings: ['visits_unreadable'] }))
  test('given twice and differently are warned of', () => expect(read({ visit_number: '3' }).warnings).toEqual(['visits_disagree']))
})

describe('channels', () => {
  test('online without an address contradicts itself', () => expect(read({ URL: null })).toMatchObject({ service: { online: { available: true, url: null } }, warnings: ['online_contradicts'] }))
  test('an address without online contradicts itself', () => expect(read({ ONLINECHECK: '0' }).warnings).toEqual(['online_contradicts']))
  test('booking without an address, and an address without booking, are warned of', () => {
    expect(read({ online_book_addr: '无' }).warnings).toEqual(['booking_address_missing'])
    expect(read({ online_book: '否' }).warnings).toEqual(['booking_contradicts'])
  })
  test('neither online nor a counter is warned of', () => expect(read({ URL: null, ONLINECHECK: '0', handle_location: '无线下办理窗口' })).toMatchObject({ service: { locations: [] }, warnings: ['no_channel'] }))
  test('不支持 for the courier means that nothing is stated', () => expect(read({ courier_service: '不支持' }).service.courier).toBeNull())
  test('the address inside a platform name is taken out of it', () => {
    expect(read({ bear_paltform: '广东政务服务网：http://www.gdzwfw.gov.cn/' }).service.platform).toEqual({ name: '广东政务服务网', url: 'http://www.gdzwfw.gov.cn/' })
  })
})

test('a row of nothing but code, name, authority and region is imported', () => {
  const outcome = readServiceLine(JSON.stringify({ TASK_CODE: exampleCode, TASK_NAME: '演出许可', DEPT_NAME: '示范市文化局', AREACODE: 440300 }))
  expect(outcome).toMatchObject({ service: { name: '演出许可', materials: [], conditions: [], promisedLimit: null, visits: null }, warnings: ['audience_missing', 'kind_unknown', 'no_channel', 'no_phone'] })
})
test('fields of the wrong type are ignored with a warning', () => expect(read({ DEPT_NAME: '示范市文化局', URL: { a: 1 }, ONLINECHECK: false, accept_standard: ['x'] }).warnings).toContain('field_type'))
test('a byte order mark and a comma after the object are taken off', () => {
  const outcome = readServiceLine(`\ufeff${exampleLine()},`)
  expect(outcome).toMatchObject({ service: { code: exampleCode }, warnings: ['byte_order_mark', 'trailing_comma'] })
})
test('a key named __proto__ does no harm', () => expect(readServiceLine(`{"__proto__":{"TASK_NAME":"x"},"constructor":1,${exampleLine().slice(1)}`)).toMatchObject({ warnings: [] }))
test('the code of a broken line is still seen', () => expect(visibleCode(`{"a":1,"TASK_CODE": "${exampleCode}","TASK_NAME":"演`)).toBe(exampleCode))

/** Any JSON under our field names, and sometimes under others. */
const anyRow = fc.dictionary(fc.constantFrom(...Object.keys(exampleRow), '__proto__', 'x'), fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom('无', '', '1(工作日)', '（', '020-')))
const mostlyGood = anyRow.map((row) => ({ ...row, TASK_CODE: exampleCode, TASK_NAME: '演出', DEPT_NAME: '文化局', AREACODE: '440300' }))

test('any JSON object is either read or rejected, without an exception, and what is read can be stored as text', () => {
  fc.assert(fc.property(fc.oneof(anyRow, mostlyGood), (row) => {
    const outcome = readServiceLine(JSON.stringify(row))
    if ('rejection' in outcome) return
    const stored = JSON.stringify(outcome.service)
    expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/)
  }), { numRuns: 500 })
})
test('any text at all as a line is accounted for', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => {
    const outcome = readServiceLine(line)
    expect('rejection' in outcome || 'service' in outcome).toBe(true)
  }))
})
test('long runs of any one mark in every field are read in a moment', () => {
  for (const mark of ['<', '（', '(', '1', '-', '.', '。', ' ', '\t', '<!--', '<script', '&', '&#', '、', '广', '[', '<a ', '020-', '；1、', 'http://', '《', '”', '省级司法（受理', '1、']) {
    const text = `演${mark.repeat(Math.floor(30_000 / mark.length))}`
    const changes = Object.fromEntries(Object.keys(exampleRow).filter((key) => !['TASK_CODE', 'AREACODE', '_id'].includes(key)).map((key) => [key, text]))
    const start = performance.now()
    const outcome = readServiceLine(exampleLine({ ...changes, material_intro: [text], theme_category: [text], service_object_name: [text] }))
    expect(outcome).toHaveProperty('service')
    expect(performance.now() - start, mark).toBeLessThan(2000)
  }
})
