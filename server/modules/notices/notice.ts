// Numbered documents about a case (文书): which kinds there are, what they say, how they are numbered. Words come from the pack; a
// paragraph that speaks of a fact nobody stated is left out. Administrative Licensing Law Art. 32, 38, 42, 44, 46–48, 69. Pure.
import { createHash } from 'node:crypto'
import { dayInWords } from '../../kernel/clock.ts'
import type { Texts } from '../../kernel/texts.ts'

export const noticeKinds = ['acceptance', 'supplement', 'decline', 'extension', 'decision', 'refusal', 'hearing', 'revocation', 'correction', 'visit', 'visitSheet', 'jointSupplement', 'revocationNotice', 'cancellation', 'deemedExtension', 'receipt', 'correctionLapse'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How a pack words one kind of notice; `{name}` stands for a fact. */
export type NoticeTemplate = {
  id: NoticeKind
  name: Texts
  /** between region and year in the number: 受 in 440305受〔2026〕12号 */
  mark: string
  paragraphs: readonly string[]
  remedies?: readonly string[] | undefined
  legalBasis: readonly { title: string; article?: string | undefined }[]
}

/** Everything a notice says but its number, as it was when it was issued. */
export type NoticeWords = {
  name: Texts
  mark: string
  to: string
  paragraphs: string[]
  remedies: string[]
  legalBasis: string[]
  authority: string
  /** 'YYYY-MM-DD' */
  date: string
}

/** A fact a paragraph may speak of; a list is numbered. */
export type Fact = string | readonly string[]

export type Notice = {
  id: string
  caseId: string
  applicationId: string
  personId: string
  region: string
  line: string
  kind: NoticeKind
  words: NoticeWords
  code: string
  issuedAt: string
  number: string | null
  digest: string | null
  deliveredAt: string | null
  openedAt: string | null
}

/** Sentences put into another one lose their own full stop. */
const bare = (text: string): string => text.trim().replace(/[。．；;\s]+$/u, '')

const placeholder = /\{(\w+)\}/g

const inLine = (fact: Fact): string => (typeof fact === 'string' ? bare(fact) : fact.map(bare).join('；'))

/**
 * The paragraph with its facts; none when one of them is not known. Several items at its end are paragraphs of their own, numbered.
 */
const filled = (paragraph: string, facts: Readonly<Record<string, Fact>>): string[] => {
  const needs = [...paragraph.matchAll(placeholder)].map(([, name = '']) => facts[name])
  if (needs.some((fact) => fact === undefined || fact.length === 0)) return []
  const [, opening, name = ''] = /^(.*)\{(\w+)\}。?$/.exec(paragraph) ?? []
  const last = facts[name]
  const items = opening !== undefined && last !== undefined && typeof last !== 'string' && last.length > 1 ? last : undefined
  const text = (items && opening !== undefined ? opening : paragraph).replaceAll(placeholder, (whole, each: string) => {
    const fact = facts[each]
    return fact === undefined ? whole : inLine(fact)
  })
  return [text, ...(items ?? []).map((item, index) => `${index + 1}. ${bare(item)}${index + 1 === items?.length ? '。' : '；'}`)]
}

/** @param date the day it is issued, 'YYYY-MM-DD' */
export const noticeWords = (template: NoticeTemplate, facts: Readonly<Record<string, Fact>>, { to, authority, date }: Pick<NoticeWords, 'to' | 'authority' | 'date'>): NoticeWords => ({
  name: template.name, mark: template.mark, to, authority, date,
  paragraphs: template.paragraphs.flatMap((each) => filled(each, facts)),
  remedies: (template.remedies ?? []).flatMap((each) => filled(each, facts)),
  legalBasis: template.legalBasis.map(({ title, article = '' }) => `《${title}》${article}`),
})

/** What an action states about itself, as facts: texts, numbers, lists of texts or of `{ what }`. */
export const statedFacts = (detail: Readonly<Record<string, unknown>>): Record<string, Fact> =>
  Object.fromEntries(Object.entries(detail).flatMap(([name, value]): [string, Fact][] => {
    if (typeof value === 'string') return value === '' ? [] : [[name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value]]
    if (typeof value === 'number') return [[name, String(value)]]
    if (Array.isArray(value)) return [[name, value.flatMap((each: unknown) => (typeof each === 'string' ? [each] : isItem(each) ? [each.what] : []))]]
    return []
  }))

const isItem = (value: unknown): value is { what: string } => typeof value === 'object' && value !== null && 'what' in value && typeof value.what === 'string'

/** 440305受〔2026〕12号: place, kind, year, number in the order of issue. */
export const noticeNumber = (region: string, mark: string, year: number, sequence: number): string => `${region}${mark}〔${year}〕${sequence}号`

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen letters that are easily read aloud (no I, L, O, U), different for every notice and not to be guessed from it. */
export const codeFrom = (secret: string): string =>
  [...createHash('sha256').update(`notice ${secret}`).digest().subarray(0, 16)].map((byte) => letters[byte % 32]).join('').replaceAll(/(.{4})(?!$)/g, '$1-')
