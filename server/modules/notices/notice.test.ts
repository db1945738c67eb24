// What notices say: facts put in, what nobody stated left out, items as a list, numbers and codes.
import { describe, expect, it } from 'vitest'
import { dayInWords } from '../../kernel/clock.ts'
import { codeFrom, noticeNumber, noticeWords, statedFacts, type NoticeTemplate } from './notice.ts'

const template = (paragraphs: string[], remedies?: string[]): NoticeTemplate => ({ id: 'supplement', name: { 'zh-CN': '告知书' }, mark: '补', paragraphs, remedies, legalBasis: [{ title: '观星管理办法', article: '第三条' }, { title: '望远镜办法' }] })
const issued = { to: '示例', authority: '观星局', date: '2026-03-02' }

describe('the words of a notice', () => {
  it('are those of the pack with the facts put in', () => {
    const words = noticeWords(template(['{applicant}申请的{service}。']), { applicant: '示例', service: '观星' }, issued)
    expect(words).toMatchObject({ paragraphs: ['示例申请的观星。'], to: '示例', date: '2026-03-02', legalBasis: ['《观星管理办法》第三条', '《望远镜办法》'] })
  })

  it('leave out a paragraph that speaks of what is not known', () => {
    expect(noticeWords(template(['最迟在{promisedOn}前办结。', '照常办理。'], ['向{government}申请。']), {}, issued)).toMatchObject({ paragraphs: ['照常办理。'], remedies: [] })
  })

  it('list several items one below the other, and keep a single one in its sentence', () => {
    expect(noticeWords(template(['需要补正：{items}。']), { items: ['户口簿。', '照片；'] }, issued).paragraphs).toEqual(['需要补正：', '1. 户口簿；', '2. 照片。'])
    expect(noticeWords(template(['需要补正：{items}。']), { items: ['户口簿。'] }, issued).paragraphs).toEqual(['需要补正：户口簿。'])
  })

  it('take texts without their own full stop, also text that looks like a fact', () => {
    expect(noticeWords(template(['理由：{reasons}。']), { reasons: '写的是{applicant}。' }, issued).paragraphs).toEqual(['理由：写的是{applicant}。'])
  })
})

describe('what an action states', () => {
  it('are texts, numbers, days in words and lists; nothing else', () => {
    expect(statedFacts({ reasons: '不符', days: 10, until: '2026-03-02', items: [{ what: '照片' }, '证明'], empty: '', nested: { a: 1 }, none: null })).toEqual({ reasons: '不符', days: '10', until: '2026年3月2日', items: ['照片', '证明'] })
  })
})

it('a number names place, kind, year and place in the series', () => {
  expect(noticeNumber('440305', '受', 2026, 12)).toBe('440305受〔2026〕12号')
})

it('a day is written without leading zeros', () => {
  expect(dayInWords('2026-03-02')).toBe('2026年3月2日')
})

it('a code is four groups of letters nobody mistakes for another', () => {
  expect(codeFrom('one')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(codeFrom('one')).not.toBe(codeFrom('two'))
})
