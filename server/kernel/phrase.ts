// Phrases: how somebody may say a thing, written so that an official can read and extend them. Pure.
// 我(的)?(妈|爸)…{died} finds 我妈上个月去世了: round brackets hold alternatives, what stands before ? may be missing, … stands for a few
// characters in between, {name} for any of a list of words, {number 60-} for a number from 60 on.
import { numeralPattern, readNumeral } from './numeral.ts'

/** Words a phrase may name in braces: name → the words, parted by |. */
export type PhraseWords = Readonly<Record<string, string>>

/** Where a phrase was found. `gaps`: what stood at each …; `named`: which words stood at each {name}. Offsets in UTF-16 units, `to` exclusive. */
export type PhraseMatch = { from: number; to: number; gaps: string[]; named: { name: string; text: string }[] }

export type Phrase = { text: string; find(within: string): PhraseMatch[] }

/** What is wrong with a phrase as written. */
export class PhraseFault extends Error {}

/** Ends a clause: a gap never reaches over it. */
export const clauseEnd = '，。；！？、,;!?：:\\n\\r'

/** Characters a … may stand for. */
const longestGap = 8

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, (each) => `\\${each}`)

const alternatives = (words: string): string => {
  const all = words.split('|').map((word) => word.trim()).filter((word) => word !== '')
  return `(?:${all.sort((a, b) => b.length - a.length).map(escaped).join('|')})`
}

type Slot = { kind: 'gap' } | { kind: 'word'; name: string } | { kind: 'number'; least: number; most: number }

const slotSource: Record<Slot['kind'], (inner: string) => string> = {
  gap: () => `([^${clauseEnd}]{0,${longestGap}}?)`,
  word: (inner) => `(${inner})`,
  number: () => `((?<![\\d.零〇一二两三四五六七八九十百千万])(?:${numeralPattern})(?![\\d.零〇一二两三四五六七八九十百千万]))`,
}

const readSlot = (inside: string, words: PhraseWords, text: string): { slot: Slot; source: string } => {
  const range = /^number (\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/.exec(inside)
  if (range) return { slot: { kind: 'number', least: Number(range[1] ?? -Infinity), most: Number(range[2] ?? Infinity) }, source: slotSource.number('') }
  const list = Object.hasOwn(words, inside) ? words[inside] : undefined
  if (list === undefined) throw new PhraseFault(`${text}: {${inside}}`)
  return { slot: { kind: 'word', name: inside }, source: slotSource.word(alternatives(list)) }
}

/** @throws PhraseFault unbalanced brackets, words nobody lists, nothing to find, a gap at either end, or a ? after nothing that may be missing */
export const compilePhrase = (text: string, words: PhraseWords = {}): Phrase => {
  const slots: Slot[] = []
  let depth = 0
  let source = ''
  for (const [part] of text.matchAll(/\{[^{}]*\}\??|…+|[(（]|[)）]\??|[|]|[^]/gu)) {
    if (part.startsWith('{') && part.length > 1) {
      const [, inside = '', maybe = ''] = /^\{(.*)\}(\??)$/.exec(part) ?? []
      const read = readSlot(inside, words, text)
      slots.push(read.slot)
      source += read.source + maybe
    } else if (part.startsWith('…')) {
      slots.push({ kind: 'gap' })
      source += slotSource.gap('')
    } else if (part === '(' || part === '（') [depth, source] = [depth + 1, `${source}(?:`]
    else if (/^[)）]/.test(part)) [depth, source] = [depth - 1, `${source})${part.slice(1)}`]
    else if (part === '|' && depth > 0) source += '|'
    else source += escaped(part.toLowerCase())
    if (depth < 0) break
  }
  if (depth !== 0 || /^…|…$|(?:^|[^)）}])\?/.test(text)) throw new PhraseFault(text)
  const expression = new RegExp(source, 'gu')
  if (expression.exec('') !== null) throw new PhraseFault(text)
  return { text, find: (within) => find(expression, slots, within) }
}

/** What a match at one place says; undefined where a number is out of its range. */
const readMatch = (match: RegExpExecArray, slots: readonly Slot[]): PhraseMatch | undefined => {
  const read: PhraseMatch = { from: match.index, to: match.index + match[0].length, gaps: [], named: [] }
  for (const [at, slot] of slots.entries()) {
    const text = match[at + 1]
    if (text === undefined) continue // in an alternative that was not taken
    if (slot.kind === 'gap') read.gaps.push(text)
    if (slot.kind === 'word') read.named.push({ name: slot.name, text })
    const value = slot.kind === 'number' ? readNumeral(text) : undefined
    if (slot.kind === 'number' && (value === undefined || value < slot.least || value > slot.most)) return undefined
  }
  return read
}

const gapsOf = ({ gaps }: PhraseMatch): number => gaps.join('').length

/** Every match; of those that end at the same place the one with the smallest gaps. */
const find = (expression: RegExp, slots: readonly Slot[], within: string): PhraseMatch[] => {
  const byEnd = new Map<number, PhraseMatch>()
  expression.lastIndex = 0
  for (let match = expression.exec(within); match !== null; match = expression.exec(within)) {
    const read = readMatch(match, slots)
    const before = read && byEnd.get(read.to)
    if (read && (!before || gapsOf(read) < gapsOf(before))) byEnd.set(read.to, read)
    expression.lastIndex = match.index + 1
  }
  return [...byEnd.values()]
}
