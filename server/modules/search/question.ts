// Reads a question as people type it: leaves out what only says that it is one, and knows what everyday words mean officially.
// Pure. 我的社保卡丢了怎么补办 is read as 社保卡 (or 社会保障卡), 丢 (or 补领, 挂失, …), 补办 (or 补领, …).
import { everydayWords } from './everyday-words.ts'
import { normalise, termsOf } from './terms.ts'

/** One way of wording a unit. `weight` 1: as typed; less: official words for it. */
export type Wording = { text: string; terms: string[]; weight: number }

/** A part of the question; a document that has any one wording has it. */
export type Unit = { text: string; wordings: Wording[]; minor: boolean }

export type Question = {
  /** the question normalised, without asking words, in one piece per word */
  core: string
  units: Unit[]
}

/** Say that one wants something done, not what. Left out as long as something else remains. */
const askingPhrases = `
  (?:需要|要|得)?(?:准备|带|提供|交)?(?:什么|哪些|啥)(?:材料|资料|条件|手续|证件)
  (?:应该|需要|可以|能|要)?(?:在|去|到|上)?(?:哪里|哪儿|哪个部门|什么地方|哪)(?:可以|能|办理|申请|办|去|领|查)*
  (?:应该|要|得)?(?:怎么样|怎么|怎样|如何|咋样|咋)(?:才能|可以|能|去|给)?(?:办理|申请|申领|领取|查询|办|弄|搞|做|领|查)*
  (?:可以|能|能够|可不可以|能不能)(?:在)?(?:网上|线上|异地)?(?:办理|申请|办)?吗?
  (?:我们|我|你|您|咱)(?:们)?(?:要|想要|想|需要|打算|准备)?(?:咨询|问|了解|查)?(?:一下)?(?:办理|申请|办(?!公|学|案))?
  (?:请问|想问|咨询|想要|打算|帮我|给我)(?:一下)?
  (?:是|要)?(?:多少钱|多久|多长时间|几天|什么时候|何时)(?:可以|能|才能)?(?:拿到|办好|下来|办完)?
  (?:什么是|是什么|是不是|有没有|有哪些|哪些|什么)  (?:流程|手续|步骤|办事指南|地址|电话)
  (?:应该|需要|一下|可以|刚刚|了吗|已经|因为|所以|然后)  办理|申请|要办|想办|(?<![\\p{Script=Han}])办(?!公|学|案|事)
  去(?=办|申请|领|补|换|查)  [的了您你我]  [吗呢呀啊](?= |$)
`
const asking = new RegExp(askingPhrases.trim().split(/\s+/).join('|'), 'gu')

const englishAsking = new Set('a an and apply applying application can do does for get getting how i in is my need new of on please register registering the to want what where with'.split(' '))

const squeeze = (text: string): string => text.replaceAll(/ +/g, ' ').trim()

const withoutAsking = (normalised: string): string => {
  const chinese = squeeze(normalised.replaceAll(asking, ' ').replaceAll(/开(?:一家|一间|一个|家|间|个)/gu, '开'))
  const core = chinese.split(' ').filter((word) => !englishAsking.has(word)).join(' ')
  return core || chinese || normalised
}

const meanings = new Map(everydayWords.map(({ said, meant, minor }) => [normalise(said), { meant: meant.map(normalise), minor }]))
const everyday = new RegExp([...meanings.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** What the closest official word counts, beside 1 for what was typed; each further one counts a little less. */
const officialWeight = 0.85
const furtherWeight = 0.05
const mostUnits = 12

const wording = (text: string, weight: number): Wording => ({ text, terms: termsOf(text), weight })

const literalUnits = (text: string): Unit[] =>
  squeeze(text).split(' ').filter((word) => word !== '').map((word) => ({ text: word, wordings: [wording(word, 1)], minor: false }))

/** Cuts the core at everyday words; what lies between stands for itself. */
const unitsOf = (core: string): Unit[] => {
  const units: Unit[] = []
  let from = 0
  for (const { 0: said, index } of core.matchAll(everyday)) {
    units.push(...literalUnits(core.slice(from, index)))
    const { meant, minor } = meanings.get(said) ?? { meant: [], minor: false }
    const official = meant.map((each, at) => wording(each, officialWeight - furtherWeight * at))
    units.push({ text: said, wordings: [wording(said, 1), ...official], minor })
    from = index + said.length
  }
  units.push(...literalUnits(core.slice(from)))
  return units
}

const isFiller = ({ text, wordings }: Unit): boolean => wordings.length === 1 && [...text].length === 1

/** Reads a question. No letter, digit or character in it: no units. Single characters between words are passed over. */
export const readQuestion = (q: string): Question => {
  const core = withoutAsking(normalise(q))
  const units = unitsOf(core)
  const telling = units.filter((unit) => !isFiller(unit))
  return { core, units: (telling.length > 0 ? telling : units).slice(0, mostUnits) }
}
