// Answers as text, and problems as sentences, in the reader's language.
// Concepts and places are invented; the province names are those of GB/T 2260.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Concept } from '../../../server/modules/catalogue/definitions.ts'
import { checkAnswer, type Answer } from '../../../server/modules/planning/index.ts'
import { choiceOf, concept } from '../../../server/modules/planning/testing/telescope-catalogue.ts'
import { loadTexts, t } from '../i18n/store.ts'
import type { FieldContext } from './field-type.ts'
import { placeName } from './places.ts'
import { problemText } from './problem-text.ts'
import { stringify } from './stringify.ts'

const place = (name: string, en: string, level: 'province' | 'city' | 'district', parent: string | null) => ({ name: { 'zh-CN': name, en }, level, parent })
const regions = { 990000: place('样例省', 'Sample Province', 'province', null), 990100: place('样例市', 'Sample City', 'city', '990000'), 990101: place('东山区', 'Dongshan', 'district', '990100') }
const chinese: FieldContext = { t, language: 'zh-CN', textIn: (texts) => texts['zh-CN'], regions }
const english: FieldContext = { ...chinese, language: 'en', textIn: (texts) => texts.en ?? texts['zh-CN'] }
const on = '2026-03-01'

beforeAll(() => loadTexts(['form']))

describe('an answer in words', () => {
  it.each<[Concept['type'], Answer, string]>([
    ['text', '远望', '远望'], ['integer', 3260, '3,260'], ['decimal', 0.5, '0.5'], ['money', 1863240, '18,632.40 元'], ['boolean', true, '是'], ['boolean', false, '否'],
    ['date', '2026-11-16', '2026年11月16日'], ['time', '06:42', '06:42'], ['dateTime', '2026-11-16T06:42', '2026年11月16日 06:42'],
    ['region', '990101', '样例省样例市东山区'], ['bankAccount', '6219990000000001018', '6219 9900 0000 0001 018'], ['longText', '一\n二', '一\n二'],
  ])('of type %s: %j is "%s"', (type, value, text) => {
    expect(stringify(value, concept('x.y', type), chinese)).toBe(text)
  })

  it('that was chosen has the name of its choice', () => {
    expect([stringify('lens', choiceOf('telescope.kind', ['lens', 'mirror']), chinese), stringify('radio', choiceOf('telescope.kind', ['lens']), chinese)]).toEqual(['lens', 'radio'])
  })

  it('that is no valid answer comes back as it was typed', () => {
    expect([stringify('八十', concept('x.y', 'integer'), chinese), stringify('明天', concept('x.y', 'date'), chinese), stringify('12.345', concept('x.y', 'money'), chinese)]).toEqual(['八十', '明天', '12.345'])
  })

  it('is nothing for nothing', () => {
    expect([stringify(null, concept('x.y'), chinese), stringify('  ', concept('x.y'), chinese)]).toEqual(['', ''])
  })
})

describe('the name of a place', () => {
  it('is its path in the served region, in the order of the language', () => {
    expect([placeName('990101', chinese), placeName('990101', english)]).toEqual(['样例省样例市东山区', 'Dongshan, Sample City, Sample Province'])
  })

  it('outside the served region is at least the province', () => {
    expect([placeName('430104', chinese), placeName('650102', english)]).toEqual(['湖南（430104）', 'Xinjiang (650102)'])
  })

  it('that nobody knows is its code', () => {
    expect(placeName('001122', chinese)).toBe('001122')
  })
})

describe('a problem in words', () => {
  const sentence = (each: Concept, value: Answer): string | undefined => {
    const code = checkAnswer(each, each.constraint, value, on)
    return code && problemText(code, each, each.constraint, on, chinese)
  }
  const named = (type: Concept['type'], constraint: Concept['constraint'] = {}, more: Partial<Concept> = {}) => concept('x.y', type, { name: { 'zh-CN': '镜长' }, constraint, ...more })

  it.each<[string, Concept, Answer, string]>([
    ['a number that is none', named('integer'), '八十', '“镜长”要填整数。'],
    ['a fraction of a whole number', named('integer'), 1.5, '“镜长”要填整数。'],
    ['a decimal that is none', named('decimal'), 'x', '“镜长”要填数字。'],
    ['an amount with three decimals', named('money'), '1.234', '“镜长”要填金额，最多两位小数。'],
    ['a number out of range', named('integer', { minimum: 20, maximum: 45 }), 50, '“镜长”应在 20 到 45 之间。'],
    ['a number too small', named('integer', { minimum: 20 }), 5, '“镜长”不能小于 20。'],
    ['an amount too large', named('money', { maximum: 100000 }), 200000, '“镜长”不能大于 1,000.00 元。'],
    ['a day that does not exist', named('date'), '2026-02-30', '“镜长”没有这一天，请写成八位数字，例如 20261116。'],
    ['a day in the future', named('date', { latest: 'today' }), '2026-03-02', '“镜长”还没到，请核对年份和月份。'],
    ['a day out of range', named('date', { earliest: 'today-10', latest: 'today+10' }), '2026-01-01', '“镜长”应在2026年2月19日到2026年3月11日之间。'],
    ['a time that does not exist', named('time'), '25:00', '“镜长”请写成二十四小时制，例如 06:42。'],
    ['a text too long', named('text', { maxLength: 3 }), '望远镜们', '“镜长”最多 3 个字，请写短一些。'],
    ['ten thousand emoji', named('text'), '😀'.repeat(10_000), '“镜长”最多 200 个字，请写短一些。'],
    ['a text too short', named('text', { minLength: 2 }), '镜', '“镜长”至少 2 个字，请写完整。'],
    ['a choice nobody offers', choiceOf('x.y', ['lens']), 'radio', '请选择“x.y”。'],
    ['an ID number with a wrong check digit', named('idNumber'), '440305199005219995', '“镜长”对不上，可能抄错了一位，请照着证件核对。'],
    ['an ID number too short', named('idNumber'), '4403', '身份证号是 18 位，最后一位可能是 X，请照着证件核对。'],
    ['an ID number born on no day', named('idNumber'), '440305199002309996', '身份证号里的出生日期不对，请照着证件核对。'],
    ['a phone nobody can call', named('phone'), '123', '请填写能打通的电话，例如手机号 11 位。'],
    ['letters in an account', named('bankAccount'), 'abc', '银行账号只有数字，请照着银行卡核对。'],
    ['a text of another form', named('text', { pattern: 'L\\d+' }, { example: 'L0042' }), '42', '“镜长”的写法不对，例如：L0042。'],
    ['a control character', named('text'), '镜\u0007', '“镜长”里有不能用的字符，请改一下。'],
  ])('of %s says how to put it right', (_, each, value, text) => {
    expect(sentence(each, value)).toBe(text)
  })

  it('of an empty field asks to fill in or to choose', () => {
    expect([problemText('required', named('text'), {}, on, chinese), problemText('required', named('boolean'), {}, on, chinese)]).toEqual(['请填写“镜长”。', '请选择“镜长”。'])
  })
})
