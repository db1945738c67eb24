// The check of an answer before it is released: does it take up each point, does it say anything, is there what it promises. Pure.
// What blocks must be put right; the rest is shown and may stay, and is kept with the answer.
import { isHollow, lettersOf } from './answer-words.ts'
import type { Outcome } from './request.ts'

export const findingCodes = ['short', 'hollow', 'phrase', 'point', 'offTopic', 'noAttachment', 'noDate', 'pastDate', 'vagueDate', 'noReason', 'personal'] as const
export type FindingCode = (typeof findingCodes)[number]

/** `quote`: the words it is about. */
export type Finding = { code: FindingCode; blocks: boolean; quote: string }

export type AnswerToCheck = { text: string; outcome: Outcome; promisedOn: string | null; files: number; asked: string; hollow: readonly string[]; today: string }

const shortest = 15
const asks = /[?？]|请|要求|希望|建议|能不能|能否|可否|是否|什么时候|何时|多久|为什么|为何|怎么|如何|哪里|多少/u
const names = /1[3-9]\d{9}|\d{17}[\dXx]/u
const attached = /(?:见|详见|如|附)(?:附件|附图|下图|附表)|附件[：:一1]/u
const vague = /尽快|近期|近日|下一步|适时|不日|抓紧/u
const dated = /\d{1,2}\s*[月日号]|\d{4}-\d{2}-\d{2}|\d+\s*个?(?:工作日|小时|天)内?/u
const when = /什么时候|何时|多久|几时|哪天/u
const done = /已经?|完成|修好|换好|装好/u
const reasoned = /因为?|由于|因此|根据|依据|按照|《|不属于|不符合|尚未/u

const sentences = (text: string): string[] => text.split(/[。！!\n；;]|(?<=[?？])/u).map((each) => each.trim()).filter((each) => each.length > 3)

const pairsOf = (text: string): Set<string> => {
  const letters = [...lettersOf(text)]
  return new Set(letters.slice(0, -1).map((letter, index) => `${letter}${letters[index + 1] ?? ''}`))
}

/** Pairs that say nothing about what a sentence is about, and letters that join words. */
const common = new Set(['请问', '什么', '时候', '怎么', '为什', '可以', '能不', '不能', '希望', '要求', '是否', '我们', '你们', '他们', '一个', '这个', '那个', '没有', '现在', '已经', '相关', '部门', '有关', '问题', '解决', '处理', '反映', '尽快', '另外', '一起', '么时'])
const joining = /[的了也和在是就都还又把被给吗呢吧啊]/u

/** Whether the answer takes up anything the sentence is about; a question about time wants a time, or that it is done. */
const takesUp = (answer: Set<string>, text: string, sentence: string): boolean => {
  const own = [...pairsOf(sentence)].filter((pair) => !common.has(pair) && !joining.test(pair))
  return own.length === 0 || own.some((pair) => answer.has(pair)) || (when.test(sentence) && (dated.test(text) || done.test(text)))
}

/** What the sender wants to know or have done, one sentence each; the whole text when nothing is put as a question. */
export const pointsOf = (asked: string): string[] => {
  const points = sentences(asked).filter((each) => asks.test(each))
  return points.length > 0 ? points : [asked]
}

/** @param answer `promisedOn`, `today` 'YYYY-MM-DD'; `hollow` phrases from the pack */
export const checkAnswer = ({ text, outcome, promisedOn, files, asked, hollow, today }: AnswerToCheck): Finding[] => {
  const findings: Finding[] = []
  const found = (code: FindingCode, blocks: boolean, quote = ''): void => void findings.push({ code, blocks, quote })
  const pairs = pairsOf(text)
  if ([...lettersOf(text)].length < shortest) found('short', true)
  else if (isHollow(text, hollow)) found('hollow', true)
  for (const phrase of hollow.filter((each) => text.includes(each))) found('phrase', false, phrase)
  const points = pointsOf(asked)
  const missed = points.filter((point) => !takesUp(pairs, text, point) && !(when.test(point) && promisedOn !== null))
  if (!takesUp(pairs, '', asked)) found('offTopic', true)
  else for (const point of missed) found('point', false, point)
  if (attached.test(text) && files === 0) found('noAttachment', true, attached.exec(text)?.[0] ?? '')
  if (outcome === 'promised' && promisedOn === null) found('noDate', true)
  if (promisedOn !== null && promisedOn <= today) found('pastDate', true, promisedOn)
  if (promisedOn === null && vague.test(text) && !dated.test(text)) found('vagueDate', false, vague.exec(text)?.[0] ?? '')
  if (outcome === 'impossible' && !reasoned.test(text)) found('noReason', true)
  if (names.test(text)) found('personal', true, names.exec(text)?.[0] ?? '')
  return findings
}

export const isBlocked = (findings: readonly Finding[]): boolean => findings.some(({ blocks }) => blocks)
