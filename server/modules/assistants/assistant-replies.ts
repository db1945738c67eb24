// What the assistant replies, in the reader's language: sentences with the numbers of their sources, things to choose from,
// and always a person to turn to. Pure.
import { Type, type Static } from 'typebox'
import { textIn, type Language } from '../../kernel/texts.ts'
import { hotline, type Outlet } from '../catalogue/index.ts'
import type { Answer, Reason } from './answering.ts'
import { beyonds } from './beyond.ts'
import { subjectTypes, type Slot, type Subject } from './passage.ts'

export const subjectRefSchema = Type.Object({ type: Type.Enum(subjectTypes), id: Type.String({ maxLength: 100 }) }, { additionalProperties: false, description: 'What was spoken of; sent along with the next question.' })

export const subjectSchema = Type.Object({ type: Type.Enum(subjectTypes), id: Type.String(), name: Type.String(), url: Type.String({ description: 'Page in the portal.' }) })
export const sentenceSchema = Type.Object({ text: Type.String(), cites: Type.Array(Type.Integer(), { description: 'Numbers of its sources, never none.' }) })
export const sourceSchema = Type.Object({ number: Type.Integer(), title: Type.String(), quote: Type.String({ description: 'The passage, word for word.' }), url: Type.String({ description: 'Where it stands in the portal.' }) })

const reasons = ['empty', 'thing', 'absent', ...beyonds] as const satisfies readonly Reason[]
export const ways = ['call', 'visit', 'tell', 'progress', 'search'] as const

export const answerSchema = Type.Object(
  {
    kind: Type.Enum(['answer', 'choose', 'unknown'], { description: 'unknown: nothing says it, so nothing is said.' }),
    reason: Type.Union([Type.Enum(reasons), Type.Null()], { description: 'Why there is no answer: nothing asked, no such thing, nothing written about it, or what no guide can say.' }),
    sentences: Type.Array(sentenceSchema),
    sources: Type.Array(sourceSchema),
    about: Type.Union([subjectSchema, Type.Null()]),
    choices: Type.Array(subjectSchema, { description: 'Things that may be meant.' }),
    people: Type.Array(Type.Object({ way: Type.Enum(ways), label: Type.String(), detail: Type.String(), url: Type.String() }), { description: 'Where to turn instead, or as well.' }),
    byModel: Type.Boolean({ description: 'Worded by a language model and checked against the sources; false: put together from them.' }),
    more: Type.Array(Type.String(), { description: 'What else can be asked about it.' }),
  },
  { description: 'An answer, each sentence with its source.' },
)
export type AnswerReply = Static<typeof answerSchema>

type Words = Readonly<Record<Language, string>>
const words = (zh: string, hk: string, en: string): Words => ({ 'zh-CN': zh, 'zh-HK': hk, en })

const questions: Partial<Readonly<Record<Slot, Words>>> = {
  documents: words('要什么材料？', '要甚麼材料？', 'Which documents?'), fee: words('收费吗？', '收費嗎？', 'Is there a fee?'), amount: words('能领多少钱？', '能領多少錢？', 'How much do I get?'), time: words('多久能办好？', '多久能辦好？', 'How long does it take?'),
  how: words('怎么办理？', '怎樣辦理？', 'How do I apply?'), conditions: words('要什么条件？', '要甚麼條件？', 'Who may apply?'), online: words('网上能办吗？', '網上能辦嗎？', 'Can I do it online?'),
  where: words('在哪里办？', '在哪裏辦？', 'Where is it?'), phone: words('咨询电话是多少？', '查詢電話是多少？', 'Which phone number?'), services: words('包括哪些事项？', '包括哪些事項？', 'Which services does it include?'),
  hours: words('几点开门？', '幾點開門？', 'When is it open?'), law: words('依据是什么？', '依據是甚麼？', 'What is the legal basis?'),
}
const mostQuestions = 3

/** What else its passages answer. */
const moreOf = (subject: Subject | undefined, told: readonly string[], language: Language): string[] =>
  (Object.keys(questions) as Slot[]).filter((slot) => subject?.passages.some((each) => each.slot === slot && !told.includes(each.id))).flatMap((slot) => questions[slot]?.[language] ?? []).slice(0, mostQuestions)

type Way = AnswerReply['people'][number]

/** Where to turn: what fits the reason first. @param hall of the place asked about */
const peopleFor = (question: string, reason: Reason | undefined, hall: Outlet | undefined, language: Language): Way[] => {
  const say = (zh: string, hk: string, en: string) => words(zh, hk, en)[language]
  const call: Way = { way: 'call', label: say(`拨打 ${hotline}`, `致電 ${hotline}`, `Call ${hotline}`), detail: say('工作人员会问清楚再回答您。', '工作人員會問清楚再回答您。', 'Somebody asks back and answers.'), url: `tel:${hotline}` }
  const visit: Way[] = hall ? [{ way: 'visit', label: textIn(hall.name, language), detail: [hall.address, hall.hours].flatMap((each) => (each ? [textIn(each, language)] : [])).join(language === 'en' ? '; ' : '，'), url: '/help' }] : []
  const tell: Way = { way: 'tell', label: say('说说您的难处', '說說您的難處', 'Tell us what is difficult'), detail: say('有专人接手，替您找部门商量。', '有專人接手，替您找部門商量。', 'Somebody takes it on and asks the authorities.'), url: `/hard-cases?about=${encodeURIComponent(question.slice(0, 200))}` }
  const progress: Way = { way: 'progress', label: say('查办理进度', '查辦理進度', 'See where your application stands'), detail: say('您自己的办件，登录后就能看到。', '您自己的辦件，登入後就能看到。', 'Your own applications are there after logging in.'), url: '/applications' }
  return reason === 'personal' ? [progress, call] : [call, ...visit, tell]
}

export const subjectReply = ({ type, id, name, url }: Subject, language: Language) => ({ type, id, name: textIn(name, language), url })

export const toAnswerReply = (answer: Answer, { question, hall, language, told = [] }: { question: string; hall: Outlet | undefined; language: Language; told?: readonly string[] }): AnswerReply => ({
  kind: answer.kind,
  reason: answer.kind === 'unknown' ? answer.reason : null,
  sentences: answer.kind === 'answer' ? answer.told : [],
  sources: answer.kind === 'answer' ? answer.sources : [],
  about: 'about' in answer && answer.about ? subjectReply(answer.about, language) : null,
  choices: answer.kind === 'choose' ? answer.choices.map((each) => subjectReply(each, language)) : [],
  people: answer.kind === 'answer' ? [] : peopleFor(question, answer.kind === 'unknown' ? answer.reason : undefined, hall, language),
  byModel: false,
  more: answer.kind === 'answer' ? moreOf(answer.about, told, language) : [],
})
