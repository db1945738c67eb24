// What the names of services propose for the thesaurus.
import { expect, test } from 'vitest'
import { proposePairs, wordsWithoutName } from './learnt-pairs.ts'

test('where a common name says otherwise than the official one, the difference is proposed, the best supported first', () => {
  const pairs = proposePairs([
    { name: '国家统一法律职业资格考试政策咨询', aliases: ['法考政策咨询'] },
    { name: '国家统一法律职业资格考试报名指引', aliases: ['法考报名指引'] },
    { name: '林木林地权属争议调处', aliases: ['山林纠纷'] },
  ])
  expect(pairs[0]).toMatchObject({ said: '法考', services: 2 })
  expect(pairs).toContainEqual({ said: '山林纠纷', meant: '林木林地权属争议调处', services: 1 })
})

test('a name that only leaves something out proposes nothing', () => {
  expect(proposePairs([{ name: '律师执业证书注销', aliases: ['证书注销', '律师执业证书注销', '无', ''] }])).toEqual([])
})

test('what the thesaurus says already is not proposed again', () => {
  const services = [{ name: '林木林地权属争议调处', aliases: ['山林纠纷'] }]
  expect(proposePairs(services, [{ said: '山林纠纷', meant: ['林木林地权属争议'], minor: false }])).toEqual([])
})

test('official words that stand in no name are named once, whatever signs the names hold', () => {
  const thesaurus = [{ said: '退税', meant: ['出口退（免）税', '退抵税'], minor: false }, { said: '退钱', meant: ['退抵税'], minor: false }]
  expect(wordsWithoutName([{ name: '其他出口退（免）税备案', aliases: [] }], thesaurus)).toEqual(['退抵税'])
})
