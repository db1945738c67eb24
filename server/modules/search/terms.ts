// From text to index terms, for Chinese without a dictionary: every two neighbouring characters are a term, Latin words and numbers are terms.
// Pure. What is indexed and what is asked go through the same functions, so they always agree.
import { everydayWords } from './everyday-words.ts'
import { simplified } from './simplified.ts'

/** Full width to half width, capitals to small letters, traditional to simplified characters; other signs become spaces. */
export const normalise = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase()]
    .map((each) => simplified.get(each) ?? each)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const runs = (normalised: string): string[] => normalised.match(/\p{Script=Han}+|[^\p{Script=Han} ]+/gu) ?? []

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

const pairs = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Longest Latin word or number kept, in characters; longer ones are cut. */
const longestWord = 40

/** Terms of a text to be found by: pairs of neighbours, whole words, and with `singles` every Chinese character by itself. */
export const termsOf = (text: string, { singles = false }: { singles?: boolean } = {}): string[] => {
  const terms = new Set<string>()
  for (const run of runs(normalise(text))) {
    if (!isHan(run)) {
      terms.add(run.slice(0, longestWord))
      continue
    }
    for (const pair of pairs(run)) terms.add(pair)
    if (singles || run.length === 1) for (const character of run) terms.add(character)
  }
  return [...terms]
}

/**
 * Words that say that one wants something done, not what; longest first so that the whole phrase goes.
 * Left out of a question as long as something else remains of it.
 */
const phrases = [
  '需要准备什么材料', '需要带什么材料', '需要什么材料', '要准备什么材料', '要带什么材料', '要什么材料', '需要哪些材料', '要哪些材料', '准备哪些材料', '有什么条件', '需要什么条件', '需要什么手续', '需要哪些手续', '要什么手续',
  '应该怎么办理', '应该怎么办', '到哪里办理', '去哪里办理', '在哪里办理', '去哪里办', '到哪里办', '在哪里办', '去哪儿办', '在哪儿办', '在哪办理', '去哪办理', '在哪办', '去哪办', '哪里可以办', '哪里办理', '哪里能办', '哪里办',
  '怎么样办理', '怎么办理', '怎样办理', '如何办理', '怎么申请', '怎样申请', '如何申请', '怎么申领', '如何申领', '怎么领取', '如何领取', '怎么补办', '如何补办', '怎么查询', '如何查询', '怎么弄', '怎么搞', '怎么办', '怎么做', '怎么去', '咋办理', '咋办', '咋弄', '怎么', '怎样', '如何', '咋',
  '我想咨询一下', '我想咨询', '我想问一下', '我想问', '想问一下', '请问一下', '请问', '我想要', '我要办理', '我想办理', '我要申请', '我想申请', '我要去', '我想去', '我要办', '我想办', '我需要', '我要', '我想', '想要', '帮我', '给我',
  '可以网上办吗', '能网上办吗', '网上怎么办', '可以办吗', '能办吗', '可以吗', '能不能', '可不可以', '行不行', '是什么', '什么是', '有哪些', '哪些', '什么', '多少钱', '要多久', '多久', '多长时间', '几天', '流程是', '流程', '手续', '步骤', '指南',
  '在哪里', '在哪儿', '去哪里', '到哪里', '哪里', '哪儿', '在哪', '去哪', '要办', '想办', '应该', '需要', '一下', '了吗', '吗', '呢', '呀', '啊', '吧', '的', '了', '我', '你', '您', '请', '办理', '申请', '办',
]
const asking = new RegExp(phrases.map((phrase) => phrase.normalize('NFKC')).join('|'), 'gu')

/** The question without what only says that it is one; the whole question when nothing else is in it. */
export const coreOf = (normalised: string): string => {
  const core = normalised.replaceAll(asking, ' ').replaceAll(/ +/g, ' ').trim()
  return core === '' ? normalised : core
}

export type AskedTerm = { term: string; weight: number }

/** One thing asked for: the words of the question, or official words that mean the same. */
export type Reading = { text: string; weight: number }

export type Question = {
  /** what was asked, without asking words, normalised */
  core: string
  /** `core` first, then the same in official words */
  readings: Reading[]
  /** every term of every reading, each once with its best weight */
  terms: AskedTerm[]
}

/** A term that stands only in an official reading counts for less than what was typed. */
const officialWeight = 0.8
const mostTerms = 40

const readingsOf = (core: string): Reading[] => {
  const readings = new Map<string, Reading>([[core, { text: core, weight: 1 }]])
  for (const { said, meant } of everydayWords) {
    if (!core.includes(said)) continue
    for (const official of meant) {
      const text = core.replaceAll(said, official)
      if (text !== core && !readings.has(text)) readings.set(text, { text, weight: officialWeight })
    }
  }
  return [...readings.values()]
}

/** Reads a question as typed. Nothing to look for (no letter, digit or character) gives no terms. */
export const readQuestion = (q: string): Question => {
  const core = coreOf(normalise(q))
  const readings = core === '' ? [] : readingsOf(core)
  const weights = new Map<string, number>()
  for (const { text, weight } of readings) for (const term of termsOf(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  return { core, readings, terms: [...weights].map(([term, weight]) => ({ term, weight })).slice(0, mostTerms) }
}
