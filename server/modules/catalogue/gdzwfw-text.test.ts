// Cleaning of texts, links and regions: what is repaired, what is left alone.
import { describe, expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { readUrl } from './gdzwfw-links.ts'
import { homeAreaOf, levelOfRegion, readRegion } from './gdzwfw-regions.ts'
import { bracketsMatch, meansNone, oneLine, plainText, splitOutsideBrackets, withoutTail, withoutWrap } from './gdzwfw-text.ts'

const noting = <Result>(read: (warn: (warning: string) => void) => Result): [Result, ...string[]] => {
  const warnings: string[] = []
  return [read((warning) => warnings.push(warning)), ...warnings]
}
const plain = (text: string) => noting((warn) => plainText(text, warn))

describe('plain text', () => {
  test.each([
    ['<p>第一段</p><p>第二段</p>', '\n第一段\n\n第二段\n'], ['甲<br/>乙', '甲\n乙'], ['甲&nbsp;乙&mdash;丙&#39;&#x4e01;', "甲 乙—丙'丁"], ['&amp;lt;甲&amp;gt;', '<甲>'],
    ['&lt;b&gt;甲&lt;/b&gt;', '甲'], ['甲<script>alert("<b>")</script>乙', '甲乙'], ['甲<!-- 注 -->乙', '甲乙'], ['甲<style>p{}', '甲'],
  ])('has no HTML: %s', (html, text) => expect(plain(html)[0]).toBe(text))
  test('keeps marks that are no HTML: title marks typed as < >, comparisons, unknown entities', () => {
    expect(plain('依据<工伤保险条例>办理')).toEqual(['依据<工伤保险条例>办理'])
    expect(plain('3 < 5 & 7 > 2')).toEqual(['3 < 5 & 7 > 2'])
    expect(plain('AT&T; &未知;')).toEqual(['AT&T; &未知;'])
  })
  test('loses control, zero-width and direction marks and NUL, with a warning', () => expect(plain('甲\u0000乙\u200b丙\u202e丁\u0007')).toEqual(['甲乙丙丁', 'controls_removed']))
  test('never contains half a character', () => expect(plain('甲\ud800乙')).toEqual(['甲\ufffd乙', 'replacement_characters']))
  test('has one kind of line break', () => expect(plain('甲\r\n乙\r丙\u2028丁')[0]).toBe('甲\n乙\n丙\n丁'))
})

describe('one line', () => {
  test.each([
    [' 甲　 乙\t丙\n丁 ', '甲乙丙丁'], ['２０２１年（第１批）', '2021年（第1批）'], ['年龄18 周岁', '年龄18周岁'], ['B区 7号', 'B区7号'], ['New York 办事处', 'New York 办事处'],
    ['甲(乙)丙', '甲（乙）丙'], ['WTO (TBT)', 'WTO (TBT)'], ['依据<工伤保险条例>办理', '依据〈工伤保险条例〉办理'], ['甲,乙;丙:丁?', '甲，乙；丙：丁？'], ['甲。。乙，，丙', '甲。乙，丙'], ['甲， ，乙。 。', '甲，乙。'],
    ['见 http://example.cn/a(1)?b=1,2 处', '见 http://example.cn/a(1)?b=1,2 处'], ['甲－－乙', '甲——乙'], ['１．５倍', '1.5倍'], ['第二十二条 申请驾驶证', '第二十二条 申请驾驶证'],
  ])('%j becomes %j', (text, line) => expect(oneLine(text)).toBe(line))
  test('is stable: tidying it again changes nothing', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'甲（）()，,。 1０a：:<>《》－') }), (text) => oneLine(oneLine(text)) === oneLine(text))))
})

test.each(['无', ' 无。', '暂无', 'null', 'NULL', 'None', '——', '/', '', '（无）', '不支持', 'N/A', '[]'])('%j means that there is nothing', (text) => expect(meansNone(text)).toBe(true))
test.each(['无条件受理', '无。网上查询', '0', '否', '空港经济区', 'C'])('%j says something', (text) => expect(meansNone(text)).toBe(false))
test('brackets around a whole text come off, others stay', () => {
  expect(['（个人）', '（甲（乙））', '（一）（二）', '甲（乙）', '（', '（）'].map(withoutWrap)).toEqual(['个人', '甲（乙）', '（一）（二）', '甲（乙）', '（', ''])
})
test('partners of brackets are checked in their order', () => expect(['（《甲》）', '（《甲）》', '甲）', '（甲', '“甲”'].map(bracketsMatch)).toEqual([true, false, false, false, true]))
test('a separator inside brackets does not split', () => expect(splitOutsideBrackets('甲（乙、丙）、丁《戊、己》', /、/)).toEqual(['甲（乙、丙）', '丁《戊、己》']))
test('marks at the end come off, those inside stay', () => expect(withoutTail('甲。乙；。', '。；')).toBe('甲。乙'))

describe('an address of a page', () => {
  const url = (text: string) => noting((warn) => readUrl(text, warn))
  test.each([
    ['https://example.gov.cn/a?b=1#/c', 'https://example.gov.cn/a?b=1#/c'],
    ['https://example.gov.cn/a?b=(1,2)&c=%E4%B8%AD', 'https://example.gov.cn/a?b=(1,2)&c=%E4%B8%AD'],
    ['http://example.gov.cn/a?b=1&gdbsTokenId=', 'http://example.gov.cn/a?b=1'],
    ['无', null], ['', null],
  ])('%s is taken as it is, or without an empty token', (text, address) => expect(url(text)).toEqual([address]))
  test.each([
    ['www.example.gov.cn', 'http://www.example.gov.cn', 'url_repaired'], ['example.gov.cn/a', 'http://example.gov.cn/a', 'url_repaired'], ['HTTP:/example.gov.cn', 'http://example.gov.cn', 'url_repaired'],
    ['网址：http://example.gov.cn/a。', 'http://example.gov.cn/a', 'url_repaired'], ['http://example.gov.cn/a?gdbsTokenId=9519&b=2', 'http://example.gov.cn/a?b=2', 'url_token_removed'],
    ['http://example.gov.cn/a;jsessionid=A25', 'http://example.gov.cn/a', 'url_token_removed'], ['http://203.0.113.9/a', 'http://203.0.113.9/a', 'url_bare_address'],
    ['http://example.gov.cn/007.png', 'http://example.gov.cn/007.png', 'url_points_to_image'],
    ['http://192.168.1.1/a', null, 'url_private'], ['http://localhost:8080/', null, 'url_private'], ['http://10.0.0.1', null, 'url_private'],
    ['javascript:alert(1)', null, 'url_unreadable'], ['ftp://example.gov.cn', null, 'url_unreadable'], ['http://', null, 'url_unreadable'], ['http://user:pw@example.gov.cn', null, 'url_unreadable'],
    ['见大厅公告', null, 'url_unreadable'], ['http://内网/', null, 'url_unreadable'],
  ])('%s becomes %s with a warning', (text, address, warning) => expect(url(text)).toEqual([address, warning]))
})

describe('a region', () => {
  const region = (areaCode: string, areaName: string, code = '1210000000000000000') => noting((warn) => readRegion(areaCode, areaName, code, warn))
  test.each([
    ['440000', '广东省', { code: '440000', name: '广东省' }], ['440300', '广东省深圳市', { code: '440300', name: '深圳市' }], ['440305', '广东省深圳市南山区', { code: '440305', name: '南山区' }],
    ['440305007', '南山区粤海街道', { code: '440305007', name: '南山区粤海街道' }], ['440100000000', '广州市', { code: '440100', name: '广州市' }], ['440305001000', '某街道', { code: '440305001', name: '某街道' }],
    ['４４０３００', '', { code: '440300', name: '深圳市' }], ['440304', '无', { code: '440304', name: '深圳市' }],
  ])('%s %s', (areaCode, areaName, expected) => expect(region(areaCode, areaName)).toEqual([expected]))
  test('that its name contradicts is warned of; the code counts', () => {
    expect(region('440300', '广东省广州市')).toEqual([{ code: '440300', name: '深圳市' }, 'region_disagrees'])
    expect(region('440000', '广东省广州市')).toEqual([{ code: '440000', name: '广东省' }, 'region_disagrees'])
    expect(region('440305', '广州市越秀区')).toEqual([{ code: '440305', name: '深圳市' }, 'region_disagrees'])
  })
  test('without a code is found by its name, then by the implementing code, with a warning', () => {
    expect(region('', '广州')).toEqual([{ code: '440100', name: '广州市' }, 'region_from_code'])
    expect(region('无', '无', '11440305000000019X')).toEqual([{ code: '440305', name: '深圳市' }, 'region_from_code'])
  })
  test('outside Guangdong, or not to be found, is none', () => {
    expect(region('110000', '北京市')[0]).toBe('region_outside')
    expect(region('4403', '')[0]).toBe('region_unknown')
  })
  test('has a level and a telephone area code', () => {
    expect(['440000', '440300', '440305', '440305007'].map(levelOfRegion)).toEqual(['province', 'city', 'district', 'street'])
    expect(['440000', '440305', '449900'].map(homeAreaOf)).toEqual(['020', '0755', undefined])
  })
})
