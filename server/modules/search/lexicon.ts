// The words a catalogue knows, and how to get to them from what was typed: by sound, by initials, with a slip of the finger.
// Learnt from titles, aliases and keywords one after the other, so it follows the catalogue; built from distinct words, it stays small.
import type { ThesaurusWord } from '../catalogue/index.ts'
import { formsOf } from './asking.ts'
import { inMandarin } from './cantonese.ts'
import { blurred, initialsOf, soundOf, syllablesOf } from './pinyin.ts'
import { createResemblance, type Resemblance } from './resemblance.ts'
import { createSayings, type Sayings } from './sayings.ts'
import { createSegmenter, type Segmenter } from './segmentation.ts'
import { normalise } from './terms.ts'
import type { WordVectors } from './word-vectors.ts'

export type Meaning = { meant: readonly string[]; minor: boolean }

export type Lexicon = {
  /** Takes in a word of the thesaurus, before any name is learnt. */
  teach: (word: ThesaurusWord) => void
  /**
   * Takes in the words of a normalised title, alias or keyword. Learning the same again makes its words more usual, nothing else.
   * What is taken from the catalogue later stays known until the lexicon is made anew: a word too many does no harm.
   */
  learn: (name: string) => void
  /** What everyday words mean; keys normalised. */
  meanings: ReadonlyMap<string, Meaning>
  /** Ways of saying something with other words in between: 断…社保 in 断了三个月社保. By the character they begin with; the key is that of its meaning. */
  interrupted: ReadonlyMap<string, readonly { first: string; second: string; key: string }[]>
  /** Official words of the thesaurus, which are never cut. */
  official: ReadonlySet<string>
  /** Characters of the longest everyday or official word that begins with these two; 0 when none does. */
  longestFrom: (two: string) => number
  /** How usual a known word is; undefined for an unknown one. */
  weightOf: (word: string) => number | undefined
  /** How often two characters stood side by side in anything learnt; 0 when never. */
  pairCount: (pair: string) => number
  /** Chinese words that sound like these letters in a blurred ear, the most usual first. */
  soundingLike: (sound: string) => readonly string[]
  /** Chinese names whose syllables begin with these letters, the most usual first. */
  startingWith: (initials: string) => readonly string[]
  /** How a known word sounds, one syllable per character. */
  syllablesOf: (word: string) => readonly string[]
  /** Whether letters are the sound of a character of some known word. */
  isSyllable: (letters: string) => boolean
  /** Known words that become this, or what this becomes, by leaving out one character. */
  oneSlipFrom: (word: string) => readonly string[]
  segmenter: Segmenter
  /** What was said and meant before, in whole: the thesaurus without circumstances, and what else the packs call what they offer. */
  sayings: Sayings
  /** The same, and what things are called, by what it means; undefined without word vectors. */
  resemblance: Resemblance | undefined
}

/** Weights beside 1 for each title a word stands in. */
const weights = { said: 60, meant: 40, plain: 80, name: 8 }
const longest = { word: 12, name: 10, sound: 10 }
/** Words kept for one sound, initials or slip. */
const mostAlike = 24
const shortestSlip = { chinese: 4, latin: 5 }

/** Words everybody uses in asking, so that they are understood in pinyin too. */
const plainWords = `
我 的 了 办 要 在 去 吗 丢 换 补 领 查 开 买 交 退 改 想 能 和 怎么 怎么办 怎么办理 怎么补办 办理 补办 申请 申领 领取 查询 预约 哪里 我的 需要 材料 什么 什么材料 多少钱 多久 如何 可以 流程 我要 我想 想要 丢了 没了 过期 到期 不见了 在哪里 在哪 地址 电话
进度 孩子 宝宝 老人 小孩 公司 个人 网上 补贴 登记 注销 变更 换证 新生儿 外地 异地
`.trim().split(/\s+/)

const chinese = /^\p{Script=Han}+$/u

const push = (table: Map<string, string[]>, key: string, word: string): void => {
  const list = table.get(key)
  if (list === undefined) table.set(key, [word])
  else if (list.length < mostAlike) list.push(word)
}

/** The word with each one of its characters left out. */
const withoutOne = (word: string): string[] => {
  const characters = [...word]
  return characters.map((_, at) => characters.toSpliced(at, 1).join(''))
}

/** @param thesaurus of the packs of the region served @param vectors what words mean; absent: texts resemble each other by their characters alone */
export const createLexicon = (thesaurus: readonly ThesaurusWord[], vectors?: WordVectors): Lexicon => {
  const meanings = new Map<string, Meaning>()
  const interrupted = new Map<string, { first: string; second: string; key: string }[]>()
  const official = new Set<string>()
  const longestByStart = new Map<string, number>()
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const bySound = new Map<string, string[]>()
  const byInitials = new Map<string, string[]>()
  const bySlip = new Map<string, string[]>()
  const named = new Set<string>()
  const sounds = new Map<string, readonly string[]>()
  const syllables = new Set<string>()
  const segmenter = createSegmenter()
  const resemblance = vectors && createResemblance(vectors)
  const sayings = createSayings()

  const know = (word: string, weight: number, isName: boolean): void => {
    const before = words.get(word)
    words.set(word, (before ?? 0) + weight)
    const length = [...word].length
    const isChinese = chinese.test(word)
    if (isChinese && length <= longest.sound && (before === undefined || (isName && !named.has(word)))) {
      const sound = sounds.get(word) ?? syllablesOf(word)
      if (before === undefined) {
        sounds.set(word, sound)
        for (const each of sound) syllables.add(each).add(blurred(each))
        push(bySound, blurred(soundOf(sound)), word)
      }
      if (isName && length > 1) push(byInitials, initialsOf(sound), word)
    }
    if (isName) named.add(word)
    if (before === undefined && length >= (isChinese ? shortestSlip.chinese : shortestSlip.latin)) for (const key of new Set([word, ...withoutOne(word)])) push(bySlip, key, word)
  }

  const seeLength = (word: string): void => {
    const [first = '', second = '', ...rest] = word
    longestByStart.set(first + second, Math.max(longestByStart.get(first + second) ?? 0, rest.length + 2))
  }

  const seePairs = (run: string): void => {
    const characters = [...run]
    for (let at = 1; at < characters.length; at += 1) {
      const pair = `${characters[at - 1]}${characters[at]}`
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }

  const name = (text: string, weight: number): void => {
    for (const run of text.split(' ')) {
      if (run === '') continue
      seePairs(run)
      const length = [...run].length
      if (length <= longest.word) know(run, weight, true)
      if (chinese.test(run) && length > 1 && length <= longest.word) segmenter.add([run])
    }
  }

  const teach = ({ said: written, meant, minor, whole }: ThesaurusWord): void => {
    const [begin = '', second] = written.split('…').map((part) => inMandarin(normalise(part)))
    const ways = meant.map(normalise)
    const said = second === undefined ? begin : `${begin} ${second}`
    if (!minor) sayings.learn(said, ways)
    if (!minor) resemblance?.learn(said, ways)
    if (whole) return
    for (const first of formsOf(begin)) {
      const key = second === undefined ? first : `${first} ${second}`
      const [character = ''] = first
      if (second !== undefined) interrupted.set(character, [...(interrupted.get(character) ?? []), { first, second, key }])
      const before = meanings.get(key)
      meanings.set(key, { meant: [...new Set([...(before?.meant ?? []), ...ways])].filter((each) => each !== key), minor: before ? before.minor && minor : minor })
      seeLength(key)
      if (second === undefined) name(key, weights.said)
    }
    for (const way of ways) {
      name(way, weights.meant)
      official.add(way)
      seeLength(way)
    }
  }

  for (const word of plainWords) know(word, weights.plain, true)
  for (const word of thesaurus) teach(word)

  const usual = (list: readonly string[] | undefined): readonly string[] => (list ?? []).toSorted((a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0))

  return {
    teach, meanings, interrupted, official, segmenter, sayings, resemblance,
    learn: (text) => {
      for (const run of text.split(' ')) {
        if (run === '') continue
        if (!chinese.test(run)) {
          if (run.length <= longest.word * 2) know(run, 1, false)
          continue
        }
        const length = [...run].length
        seePairs(run)
        if (length > 1 && length <= longest.name) know(run, weights.name, true)
        if (length > 3) for (const word of segmenter.cutFinely(run)) if (word !== run && [...word].length > 1) know(word, 1, false)
      }
    },
    longestFrom: (two) => longestByStart.get(two) ?? 0,
    weightOf: (word) => words.get(word),
    syllablesOf: (word) => sounds.get(word) ?? syllablesOf(word),
    isSyllable: (letters) => syllables.has(letters),
    pairCount: (pair) => pairs.get(pair) ?? 0,
    soundingLike: (sound) => usual(bySound.get(blurred(sound))),
    startingWith: (initials) => usual(byInitials.get(initials)),
    oneSlipFrom: (word) => usual([...new Set([word, ...withoutOne(word)].flatMap((key) => bySlip.get(key) ?? []))].filter((each) => each !== word)),
  }
}

/** Knows what everybody knows, and no catalogue. */
export const plainLexicon: Lexicon = createLexicon([])
