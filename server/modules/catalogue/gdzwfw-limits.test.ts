// Time limits in the spellings the platform uses or might use.
// Law: 行政许可法 第八十二条 (limits of licences count working days).
import { describe, expect, test } from 'vitest'
import { readChineseNumber, readLimit } from './gdzwfw-limits.ts'
import { promisedLongerThanStatutory, type ServiceKind } from './imported-service.ts'

const read = (text: string, kind: ServiceKind = 'public-service') => {
  const warnings: string[] = []
  const limit = readLimit(text, kind, (warning) => warnings.push(warning))
  return [limit === null ? null : `${limit.days} ${limit.unit}`, ...warnings]
}

describe('a limit is read', () => {
  test.each([
    ['30(工作日)', '30 working'], ['30（ 工作日 ）', '30 working'], ['３０（工作日）', '30 working'], ['20工作日', '20 working'], ['20个工作日内办结', '20 working'], ['不超过5个工作日', '5 working'],
    ['90(自然日)', '90 calendar'], ['0(工作日)', '0 working'], ['十五个工作日', '15 working'], ['二十个工作日', '20 working'], ['一百二十自然日', '120 calendar'],
    ['即办', '0 working'], ['即时办结', '0 working'], ['当场办结。', '0 working'], ['当日', '0 working'], ['即来即办', '0 working'],
  ])('%s', (text, limit) => expect(read(text)).toEqual([limit]))
})

describe('a limit is converted, with a warning', () => {
  test.each([
    ['1个月', '30 calendar'], ['两个月', '60 calendar'], ['半个月', '15 calendar'], ['一个月半', '45 calendar'], ['2周', '14 calendar'], ['1年', '365 calendar'], ['24小时', '1 calendar'], ['36小时', '2 calendar'], ['30分钟', '1 calendar'],
    ['0.5(工作日)', '1 working'], ['5-10(工作日)', '10 working'],
  ])('%s', (text, limit) => expect(read(text)).toEqual([limit, 'limit_approximate']))
})

test('a bare 日 counts working days for a licence and calendar days otherwise, and says so', () => {
  expect(read('20日', 'licence')).toEqual(['20 working', 'limit_unit_assumed'])
  expect(read('20天')).toEqual(['20 calendar', 'limit_unit_assumed'])
  expect(read('20')).toEqual(['20 calendar', 'limit_unit_assumed'])
})
test.each(['无', '', ' ', 'null', '——', '无。', '不涉及'])('%j means that there is no limit', (text) => expect(read(text)).toEqual([null]))
test.each(['按规定办理', '周一至周五：上午9：00至12：00', '-5(工作日)', '工作日', '若干工作日', '5(月亮)', '另行通知20'])('%s is left out with a warning', (text) => expect(read(text)).toEqual([null, 'limit_unreadable']))
test('more than ten years is left out with a warning', () => expect(read('9999(工作日)')).toEqual([null, 'limit_implausible']))

test('Chinese numbers are read up to 999', () => {
  expect(['一', '十', '十五', '二十', '九十九', '一百', '一百零五', '一百二十', '两', ''].map(readChineseNumber)).toEqual([1, 10, 15, 20, 99, 100, 105, 120, 2, undefined])
  expect(readChineseNumber('十十')).toBeUndefined()
})

test('a promise is longer than the law allows only when that is certain', () => {
  const working = (days: number) => ({ days, unit: 'working' as const })
  const calendar = (days: number) => ({ days, unit: 'calendar' as const })
  expect(promisedLongerThanStatutory(working(21), working(20))).toBe(true)
  expect(promisedLongerThanStatutory(working(20), working(20))).toBe(false)
  expect(promisedLongerThanStatutory(working(31), calendar(30))).toBe(true)
  expect(promisedLongerThanStatutory(calendar(30), working(22))).toBe(false)
  expect(promisedLongerThanStatutory(calendar(365), working(20))).toBe(true)
})
