// Inbox messages: what is stored is the kind and its facts; the words are made here, in the reader's language.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'

export type MessageKind = 'applicationSubmitted' | 'supplementRequested' | 'caseGranted' | 'caseRefused' | 'caseDeclined' | 'caseStopped' | 'caseWithdrawn' | 'applicationWithdrawn'

/** Facts a message speaks of: names in every language, so no catalogue is needed to read an old message. */
export type MessageDetail = { matter?: Texts; service?: Texts; authority?: Texts; number?: string; result?: string; promisedOn?: string | null; reasons?: string; items?: string[]; because?: Texts }

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
  applicationSubmitted: {
    title: { 'zh-CN': '已提交：{matter}', en: 'Submitted: {matter}' },
    body: { 'zh-CN': '受理编号 {number}。各部门已同时开始办理，有进展会在这里告诉您。', en: 'Number {number}. All departments have started; you will hear from us here.' },
  },
  supplementRequested: {
    title: { 'zh-CN': '请补充材料：{service}', en: 'Please add something: {service}' },
    body: { 'zh-CN': '{authority}请您一次补齐：{items}。补齐后继续办理，期间不计入办理时间。', en: '{authority} asks you to add: {items}. The clock stands still until you do.' },
  },
  caseGranted: {
    title: { 'zh-CN': '已办结：{service}', en: 'Done: {service}' },
    body: { 'zh-CN': '{authority}已办结，结果编号 {result}，可在“我的办件”里查看。', en: '{authority} has finished. Result number {result}; see it under My applications.' },
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
  applicationWithdrawn: {
    title: { 'zh-CN': '已撤回：{matter}', en: 'Withdrawn: {matter}' },
    body: { 'zh-CN': '您撤回了 {number}，尚未办结的事项已停止。', en: 'You withdrew {number}; what was still open has been stopped.' },
  },
}

/** Sentences put into another one lose their own full stops. */
const bare = (sentence: string): string => sentence.replace(/[。．.；;\s]+$/u, '').trimStart()

const fill = (text: string, detail: MessageDetail, language: Language): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: keyof MessageDetail) => {
    const value = detail[name]
    if (value === undefined || value === null) return whole
    if (Array.isArray(value)) return value.map(bare).join(language === 'en' ? '; ' : '；')
    return bare(typeof value === 'string' ? value : textIn(value, language))
  })

/** The words of a message. */
export const wordsOf = (message: Pick<Message, 'kind' | 'detail'>, language: Language): { title: string; body: string } => {
  const { title, body } = words[message.kind]
  return { title: fill(textIn(title, language), message.detail, language), body: fill(textIn(body, language), message.detail, language) }
}
