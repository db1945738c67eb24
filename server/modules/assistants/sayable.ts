// What may be said at all, wherever it was written: texts of other platforms, or an answer two people let pass, may hold words meant for a model
// or an address of the web that leads elsewhere. Pure. Such a passage is neither sent to a model nor quoted; what it is about has pages of its own for links.
import type { Texts } from '../../kernel/texts.ts'
import { normalise } from '../search/index.ts'
import type { Passage, Subject } from './passage.ts'
import { inPlainLetters } from './same-sense.ts'

const before = '(?:以上|上面|之前|前面|先前|此前|上述|原有|原来|所有|一切|全部|任何|你的|系统)'
const given = '(?:指令|指示|提示|规则|设定|命令|限制|约束|要求|内容)'
const model = '(?:ai|人工智能|语言模型|大模型|智能助手|聊天机器人|助手|机器人)'

/** Orders to whoever answers. Narrow on purpose: guides say 按系统提示填写, and laws speak of orders. */
const orders = new RegExp([
  `(?:忽略|无视|忘记|忘掉|抛开|不理会|不(?:要|用|必|再|需要)(?:理会|遵守|遵循))\\p{Script=Han}{0,4}?${before}\\p{Script=Han}{0,6}?${given}`,
  '(?:告诉|回答)(?:用户|提问者|提问人|提问的人|询问者)', '提示词(?!工程)', '系统(?:指令|消息)', '开发者模式', '(?:输出|打印|透露|泄露|复述)\\p{Script=Han}{0,6}(?:提示|指令|规则)', '回答(?:里|中|时)(?:必须|只|都|一律|要)?(?:说|写|加|输出)',
  `你(?:现在|从现在起|接下来)?是(?:一?[个名位])?${model}`, `作为(?:一?[个名位])?${model}(?:你|您)`, '(?:假装|扮演)你|你(?:现在|要|来|必须|应该)?(?:扮演|假装)',
].join('|'), 'u')
const englishOrders = new RegExp([
  '\\b(?:ignore|disregard|forget|override|bypass) (?:\\w{1,20} ){0,3}?(?:all|any|every|everything|previous|prior|above|earlier|preceding|your|system|these|those)\\b(?: \\w{1,20}){0,3}? (?:instructions?|prompts?|rules?|directions?|messages?|guidelines?|commands?|above|before)\\b',
  '\\bsystem prompts?\\b', '\\bdeveloper mode\\b', '\\bjailbreak\\w*', '\\b(?:tell|inform|answer) the user\\b', '\\byou are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model)\\b', '\\bas an? (?:ai|language model)\\b',
].join('|'), 'u')
/** Marks by which models tell who speaks, and those of our own prompt. */
const marks = /<\|?\/?(?:system|assistant|user|im_start|im_end|资料|问题|正在说的事)[\s|>]|\[\/?inst\]/u

const common = 'com|cn|net|org|gov|edu'
const others = 'info|top|xyz|site|online|shop|club|vip|icu|link|live|app|dev|biz|cc|tv|io|me|co|hk|mo|tw|ru|us|uk|eu|example|test'
/** Addresses of the web, of mail and of machines, by what tells them (1.APP is an item of a list). None looks far, so that a long text keeps nobody waiting. */
const addresses = new RegExp([
  ':\\/\\/', '\\bwww[.。]', '\\bxn--', `(?<=[a-z\\d])\\.(?:${common})(?![a-z\\d])`, `(?<=[a-z])\\.(?:${others})(?![a-z\\d])`, `(?<=[a-z\\d])(?:[。点]|\\[\\.\\])(?:${common})(?![a-z\\d])`,
  '\\.[a-z]{2,10}\\/', '\\d\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}[:/]', '(?<=\\p{Script=Han}{2})\\.(?:中国|公司|网络|网址|在线|政务|公益)(?!\\p{Script=Han})',
].join('|'), 'u')

/** In every way of writing letters; signs nobody sees hide nothing. */
export const isSayable = (text: string): boolean => {
  const seen = text.replaceAll(/\p{Cf}/gu, '')
  const words = normalise(seen)
  const plain = inPlainLetters(seen)
  return !orders.test(words.replaceAll(' ', '')) && !englishOrders.test(words) && !marks.test(plain) && !addresses.test(plain)
}

const areSayable = (texts: Texts): boolean => Object.values(texts).every(isSayable)

/** Its title and the question it answers included, in every language. */
const isSayablePassage = ({ title, ask, sentences }: Passage): boolean => [title, ...(ask ? [ask] : []), ...sentences].every(areSayable)

type Found = { about?: Subject; several: Subject[]; passages: Passage[] }

/** What was found without what may not be said. A part of what was asked is no answer, so one such passage takes the others along. */
export const sayableOf = <Of extends Found>({ about, ...found }: Of): Omit<Of, 'about'> & Found => ({
  ...found, passages: found.passages.every(isSayablePassage) ? found.passages : [], several: found.several.filter(({ name }) => areSayable(name)),
  ...(about && areSayable(about.name) ? { about: { ...about, passages: about.passages.filter(isSayablePassage) } } : {}),
})
