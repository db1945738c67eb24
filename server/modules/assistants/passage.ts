// What the assistant may say: passages, each a few sentences from one place of the catalogue with a link to that place.
// Pure. A subject is the thing asked about with the words it is known by; a slot is what is asked of it.
import type { Texts } from '../../kernel/texts.ts'

/** What can be asked of a thing. `amount`: what one receives; `period`: how often; `apply`: whether one has to apply; `paidIn`: taxes, premiums, capital; `leave`: days off work. Guides say nothing of the last two. */
export const slots = [
  'leave', 'period', 'amount', 'paidIn', 'apply', 'validity', 'hours', 'result', 'proxy', 'elsewhere', 'visits', 'online', 'documents', 'phone', 'authority', 'law', 'conditions', 'services', 'time', 'fee', 'where', 'how',
] as const
export type Slot = (typeof slots)[number]

/** `slot` absent: an answer to a question of its own (`ask`), or what the thing is. `url`: page of the portal, with the place on it. */
export type Passage = { id: string; slot?: Slot; ask?: Texts; title: Texts; sentences: Texts[]; url: string }

export const subjectTypes = ['matter', 'service', 'importedService', 'benefit', 'outlet', 'authority'] as const
export type SubjectType = (typeof subjectTypes)[number]

/** `head`: names and what it is for, normalised; a question about the thing is made of these words. `documents`: names of papers, normalised. */
export type Subject = { type: SubjectType; id: string; name: Texts; url: string; head: string; documents: string; passages: Passage[] }

/** One sentence told, with the numbers (from 1) of the sources it rests on. */
export type Told = { text: string; cites: number[] }

/** A passage as it is shown beside an answer. */
export type Source = { number: number; title: string; quote: string; url: string }

/** zh and en in one text. */
export const both = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })

/** Texts of several joined in one, language by language; where one has no English there is none. */
export const joined = (texts: readonly Texts[], zh = '、', en = ', '): Texts => {
  const english = texts.flatMap((text) => text.en ?? [])
  return { 'zh-CN': texts.map((text) => text['zh-CN']).join(zh), ...(english.length === texts.length ? { en: english.join(en) } : {}) }
}

/** A sentence with a part that varies by language; English only where the part has it. */
export const said = (part: Texts, zh: (part: string) => string, en: (part: string) => string): Texts => ({
  'zh-CN': zh(part['zh-CN']), ...(part.en === undefined ? {} : { en: en(part.en) }),
})

const stop = /(?<=[。！？])|(?<=[.!?])\s+/u

/** Guide text as sentences: bullets and paragraphs apart, Markdown marks left out. Languages are cut alike only where they have equally many. */
export const sentencesOf = (text: Texts): Texts[] => {
  const cut = (words: string) => words.split('\n').flatMap((line) => line.replace(/^\s*(?:[-*]|\d+[.、])\s*/u, '').replaceAll(/[*_`#]/g, '').split(stop)).map((each) => each.trim()).filter((each) => each.length > 1)
  const zh = cut(text['zh-CN'])
  const en = cut(text.en ?? '')
  return zh.map((sentence, at) => ({ 'zh-CN': sentence, ...(en.length === zh.length && en[at] !== undefined ? { en: en[at] } : {}) }))
}
