// The words of the list to take along, in the reader's language. Pure.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import type { ReferenceKind } from '../exchange/index.ts'
import { revealReasons, type RevealReason } from '../cases/index.ts'
import type { DataUse } from './reading.ts'

const words = {
  title: { 'zh-CN': '谁看过我的数据', en: 'Who has seen my data' },
  at: { 'zh-CN': '时间', en: 'When' },
  who: { 'zh-CN': '谁', en: 'Who' },
  where: { 'zh-CN': '在哪里看的', en: 'Where' },
  what: { 'zh-CN': '看了什么', en: 'What' },
  why: { 'zh-CN': '为什么', en: 'Why' },
  law: { 'zh-CN': '依据', en: 'By what law' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  platform: { 'zh-CN': '通办平台', en: 'The Tongban platform' },
  consent: { 'zh-CN': '您同意过', en: 'with your consent' },
  answers: { 'zh-CN': '查到了', en: 'found' },
  noRecord: { 'zh-CN': '没有记录', en: 'no record' },
  unavailable: { 'zh-CN': '系统没有应答', en: 'no answer' },
  withheld: { 'zh-CN': '有人填了您的号码，没有告诉对方', en: 'somebody tried your number and was told nothing' },
  refused: { 'zh-CN': '没有授权或者您的同意，已拒绝', en: 'refused: not granted, or without your consent' },
  opened: { 'zh-CN': '打开办件', en: 'case opened' },
  used: { 'zh-CN': '办事时用了', en: 'used for an application' },
  shown: { 'zh-CN': '您出示过', en: 'shown by you' },
  verified: { 'zh-CN': '被核验', en: 'checked' },
  unmasked: { 'zh-CN': '看了完整内容：', en: 'seen in full: ' },
  batch: { 'zh-CN': '一次取了许多人的记录', en: 'records of many people at once' },
  others: { 'zh-CN': '别人的申请里有您', en: 'somebody else’s application names you' },
} as const satisfies Record<string, Texts>

export type Word = keyof typeof words

export const word = (name: Word, language: Language): string => textIn(words[name], language)

const whyUnmasked: Record<RevealReason, Texts> = {
  identity: { 'zh-CN': '核对身份', en: 'to check the identity' }, documents: { 'zh-CN': '核对材料', en: 'to check documents' }, contact: { 'zh-CN': '联系您', en: 'to contact you' },
  decision: { 'zh-CN': '作出决定', en: 'to decide' }, complaint: { 'zh-CN': '处理投诉', en: 'to handle a complaint' }, other: { 'zh-CN': '其他', en: 'another reason' },
}

/** A masked value an official looked at in full, with the reason given. */
export const unmaskedInWords = (name: string, { reason, note }: { reason: string | null; note: string | null }, language: Language): string => {
  const known = revealReasons.find((each) => each === reason)
  const why = note ?? (known ? textIn(whyUnmasked[known], language) : '')
  return why === '' ? name : language === 'en' ? `${name} (${why})` : `${name}（${why}）`
}

const madeFor: Record<ReferenceKind, Texts> = {
  draft: { 'zh-CN': '填写申请时，还没有提交', en: 'while an application was filled in, before it was handed in' }, power: { 'zh-CN': '核对谁能替您或者您能替谁办事', en: 'to see who may act for whom' },
  licence: { 'zh-CN': '领取或者核对电子证照', en: 'to make or confirm an e-licence' }, benefits: { 'zh-CN': '替您留意能享受的政策', en: 'to look for benefits for you' },
  dispute: { 'zh-CN': '您提出的更正', en: 'a correction you asked for' }, pull: { 'zh-CN': '批量取数', en: 'a pull of many records' }, check: { 'zh-CN': '连通性检查', en: 'a check of the connection' }, trial: { 'zh-CN': '试算', en: 'a trial' },
}

/** What a call was made for: one of the platform's own by its kind or number, a department's by the number it gave. */
export const referenceInWords = (reference: string, kind: ReferenceKind | undefined, byPlatform: boolean, language: Language): string => {
  if (!byPlatform) return textIn({ 'zh-CN': `对方的办件编号 ${reference}`, en: `their case number ${reference}` }, language)
  return kind ? textIn(madeFor[kind], language) : textIn({ 'zh-CN': `编号 ${reference}`, en: `number ${reference}` }, language)
}

/** 2026-03-02 10:00, in Shanghai. */
export const momentInWords = (at: string): string => new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')

export const columns: readonly Word[] = ['at', 'who', 'where', 'what', 'why', 'law', 'outcome']

/** One entry as the cells of those columns. */
export const cellsOf = (use: DataUse, language: Language): string[] => {
  const say = (name: Word) => word(name, language)
  const separator = language === 'en' ? ', ' : '、'
  const keeper = use.authorityName ?? use.whatName
  return [
    momentInWords(use.at),
    use.kind === 'opened' ? keeper : (use.systemName ?? say('platform')),
    use.kind === 'opened' ? use.whatName : [use.authorityName, use.whatName].filter((each) => each !== null).join(' · '),
    [use.conceptNames.join(separator), ...(use.unmaskedNames.length > 0 ? [say('unmasked') + use.unmaskedNames.join(separator)] : [])].join('\n'),
    [use.own || (use.systemName !== null && !use.batch) ? use.purpose : `${use.purpose}（${say(use.batch ? 'batch' : 'others')}）`, ...(use.reference === null ? [] : [use.reference])].join('\n'),
    [use.legalBasis ?? '', ...(use.consentAt ? [say('consent')] : [])].filter((each) => each !== '').join(separator),
    say(use.outcome),
  ]
}
