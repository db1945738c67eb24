// Inbox messages: what is stored is the kind and its facts; the words are made here, in the reader's language.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import { benefitWords, type BenefitMessageKind } from './benefit-words.ts'
import { credentialWords, type CredentialMessageKind } from './credential-words.ts'
import { consentWords, type ConsentMessageKind } from './consent-words.ts'
import { creditWords, type CreditMessageKind } from './credit-words.ts'
import { deliveryWords, type DeliveryMessageKind } from './delivery-words.ts'
import { disputeWords, type DisputeMessageKind } from './dispute-words.ts'
import { hardCaseWords, type HardCaseMessageKind } from './hard-case-words.ts'
import { lifecycleWords, type LifecycleMessageKind } from './lifecycle-words.ts'
import { proxyWords, type ProxyMessageKind } from './proxy-words.ts'
import { requestWords, type RequestMessageKind } from './request-words.ts'
import { ratingWords, type RatingMessageKind } from './rating-words.ts'
import { transferWords, type TransferMessageKind } from './transfer-words.ts'
import { paymentWords, type PaymentMessageKind } from './payment-words.ts'
import { undertakingWords, type UndertakingMessageKind } from './undertaking-words.ts'
import { walletWords, type WalletMessageKind } from './wallet-words.ts'
import { visitWords, type VisitMessageKind } from './visit-words.ts'

export type MessageKind = ConsentMessageKind | CreditMessageKind | BenefitMessageKind | RatingMessageKind | CredentialMessageKind | WalletMessageKind | DisputeMessageKind | PaymentMessageKind | LifecycleMessageKind | TransferMessageKind | DeliveryMessageKind | HardCaseMessageKind | UndertakingMessageKind | VisitMessageKind | RequestMessageKind | 'applicationSubmitted' | 'supplementRequested' | 'caseGranted' | 'casesGranted' | 'caseRefused' | 'caseDeclined' | 'caseStopped' | 'caseWithdrawn' | 'applicationWithdrawn' | 'noticeServed'
  | ProxyMessageKind | 'servedAtWindow' | 'batchDone'

/** Facts a message speaks of: names in every language, so no catalogue is needed to read an old message. `count`: how many `services` there are. `notice`: the id of the document it comes with, called `document`. */
export type MessageDetail = { matter?: Texts; service?: Texts; services?: Texts[]; authority?: Texts; number?: string; result?: string; count?: string; promisedOn?: string | null; reasons?: string; items?: string[]; because?: Texts; days?: string; procedure?: Texts; heldOn?: Texts; venue?: string; outcome?: string; notice?: string; document?: Texts; hardCase?: string; title?: string; day?: Texts; actor?: string; amount?: string; hall?: Texts; dispute?: string; rating?: string; registry?: Texts; request?: string }

export type Message = {
  id: string
  personId: string
  applicationId: string | null
  caseId: string | null
  kind: MessageKind
  detail: MessageDetail
  at: string
  readAt: string | null
}

type Words = { title: Texts; body: Texts }

const words: Record<MessageKind, Words> = {
  ...consentWords,
  ...creditWords,
  ...benefitWords,
  ...ratingWords,
  ...lifecycleWords,
  ...hardCaseWords,
  ...requestWords,
  ...transferWords,
  ...undertakingWords,
  ...paymentWords,
  ...visitWords,
  ...deliveryWords,
  ...proxyWords,
  ...walletWords,
  ...credentialWords,
  ...disputeWords,
  applicationSubmitted: {
    title: { 'zh-CN': '已提交：{matter}', en: 'Submitted: {matter}' },
    body: { 'zh-CN': '受理编号 {number}。各部门已同时开始办理，有进展会在这里告诉您。', en: 'Number {number}. All departments have started; you will hear from us here.' },
  },
  supplementRequested: {
    title: { 'zh-CN': '请补充材料：{service}', en: 'Please add something: {service}' },
    body: { 'zh-CN': '{authority}请您一次补齐：{items}。[最后一天是{day}，过了还没有补齐，视为放弃这次申请。]补齐后继续办理，期间不计入办理时间。', en: '{authority} asks you to add: {items}. [The last day is {day}; after it the application counts as given up.] The clock stands still until you do.' },
  },
  caseGranted: {
    title: { 'zh-CN': '已办结：{service}', en: 'Done: {service}' },
    body: { 'zh-CN': '{authority}已办结，结果编号 {result}，可在“我的办件”里查看。', en: '{authority} has finished. Result number {result}; see it under My applications.' },
  },
  casesGranted: {
    title: { 'zh-CN': '已办结 {count} 项[：{matter}]', en: '{count} services done[: {matter}]' },
    body: { 'zh-CN': '{services}都已办结，结果可在“我的办件”里查看。', en: 'Done: {services}. See the results under My applications.' },
  },
  caseRefused: {
    title: { 'zh-CN': '未获批准：{service}', en: 'Not granted: {service}' },
    body: { 'zh-CN': '{authority}作出不予批准的决定。理由：{reasons}。您可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{authority} decided not to grant it. Reasons: {reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  caseDeclined: {
    title: { 'zh-CN': '不予受理：{service}', en: 'Not accepted: {service}' },
    body: { 'zh-CN': '{authority}没有受理。理由：{reasons}。', en: '{authority} did not accept it. Reasons: {reasons}.' },
  },
  caseStopped: {
    title: { 'zh-CN': '暂不能办：{service}', en: 'Cannot go on: {service}' },
    body: { 'zh-CN': '因为“{because}”没有办成，这一项不再继续，其他事项不受影响。', en: 'It depends on “{because}”, which was not granted. The other services are not affected.' },
  },
  caseWithdrawn: {
    title: { 'zh-CN': '已撤回：{service}', en: 'Withdrawn: {service}' },
    body: { 'zh-CN': '您撤回了 {number}，要等它结果的事项随之停止，其他事项照常办理。', en: 'You withdrew {number}; what waits for its result stops with it, the rest goes on.' },
  },
  servedAtWindow: {
    title: { 'zh-CN': '窗口核对了您的身份', en: 'Your identity was checked at a window' },
    body: { 'zh-CN': '{hall} {number} 号窗口核对了您的身份，开始为您办事。要是您没有去过那里，请马上拨打 12345。', en: 'Window {number} of {hall} checked your identity and began to serve you. If you were not there, call 12345 at once.' },
  },
  noticeServed: {
    title: { 'zh-CN': '{document}：{service}', en: '{document}: {service}' },
    body: { 'zh-CN': '{authority}就 {number} 发来《{document}》，可以打开查看、下载保存。', en: '{authority} has issued a document on {number}: {document}. You can open and keep it.' },
  },
  batchDone: {
    title: { 'zh-CN': '批量办完成：{matter}', en: 'Table done: {matter}' },
    body: { 'zh-CN': '已提交 {number} 件，没提交 {result} 件。到“批量办”里下载结果表，能看到每一行的受理编号。', en: '{number} submitted, {result} not. Download the results under Applying by a table; they give the number of each row.' },
  },
  applicationWithdrawn: {
    title: { 'zh-CN': '已撤回：{matter}', en: 'Withdrawn: {matter}' },
    body: { 'zh-CN': '您撤回了 {number}，尚未办结的事项已停止。', en: 'You withdrew {number}; what was still open has been stopped.' },
  },
}

/** Sentences put into another one lose their own full stops. */
const bare = (sentence: string): string => sentence.replace(/[。．.；;\s]+$/u, '').trimStart()

/** Days are kept plain, 'YYYY-MM-DD', and read as one writes them: 2026年3月2日. */
const written = (text: string, language: Language): string =>
  language === 'en' ? text : text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`)

/** What stands in square brackets is left out where one of its facts is not known, with the space before it. */
const withKnown = (text: string, detail: MessageDetail): string =>
  text.replaceAll(/ ?\[([^\]]*)\]/g, (whole, part: string) => ([...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => Object.entries(detail).some(([known, value]) => known === name && value !== null)) ? `${whole.startsWith(' ') ? ' ' : ''}${part}` : ''))

/** What was asked for stands apart, names stand in a row. */
const listed = (values: readonly (string | Texts)[], language: Language): string => {
  const areNames = values.every((value) => typeof value !== 'string')
  const between = language === 'en' ? (areNames ? ', ' : '; ') : areNames ? '、' : '；'
  return values.map((value) => bare(typeof value === 'string' ? value : textIn(value, language))).join(between)
}

const fill = (text: string, detail: MessageDetail, language: Language): string =>
  withKnown(text, detail).replaceAll(/\{(\w+)\}/g, (whole, name: keyof MessageDetail) => {
    const value = detail[name]
    if (value === undefined || value === null) return whole
    if (Array.isArray(value)) return listed(value, language)
    return bare(typeof value === 'string' ? written(value, language) : textIn(value, language))
  })

/** The words of a message. */
export const wordsOf = (message: Pick<Message, 'kind' | 'detail'>, language: Language): { title: string; body: string } => {
  const { title, body } = words[message.kind]
  return { title: fill(textIn(title, language), message.detail, language), body: fill(textIn(body, language), message.detail, language) }
}
