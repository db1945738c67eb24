// Words of messages about acting for others: authorisations, agencies, guardians, helpers of a hall, rows of a table. Pure.
import type { Texts } from '../../kernel/texts.ts'

export const proxyWords = {
  actedForYou: {
    title: { 'zh-CN': '{actor}开始替您办：{matter}', en: '{actor} is working on this for you: {matter}' },
    body: { 'zh-CN': '填的内容都在您的“我的办件”里，您随时可以接着办。对方凭什么替您办、怎么结束，都在“授权与代办”里。', en: 'All of it is in My applications, and you can go on yourself at any time. Acting for others says what entitles them and how to end it.' },
  },
  submittedForYou: {
    title: { 'zh-CN': '{actor}已替您提交：{matter}', en: '{actor} has submitted for you: {matter}' },
    body: { 'zh-CN': '受理编号 {number}。各部门已同时开始办理，有进展会在这里告诉您。', en: 'Number {number}. All departments have started; you will hear from us here.' },
  },
  delegationProposed: {
    title: { 'zh-CN': '{actor}请您确认一份授权', en: '{actor} asks you to confirm an authorisation' },
    body: { 'zh-CN': '请到“授权与代办”里看清楚办哪些事、到哪天为止，再决定同意还是不同意。您不同意，它就不生效。', en: 'Look under Acting for others at what it covers and until when, then agree or not. Without your agreement it does not count.' },
  },
  delegationAccepted: {
    title: { 'zh-CN': '{actor}同意了授权', en: '{actor} agreed to the authorisation' },
    body: { 'zh-CN': '双方都确认了，授权已经生效。详情见“授权与代办”。', en: 'Both sides have agreed and it now counts. See Acting for others.' },
  },
  delegationRefused: {
    title: { 'zh-CN': '{actor}没有同意授权', en: '{actor} did not agree to the authorisation' },
    body: { 'zh-CN': '这份授权没有生效。', en: 'The authorisation does not count.' },
  },
  delegationEnded: {
    title: { 'zh-CN': '{actor}结束了授权', en: '{actor} ended the authorisation' },
    body: { 'zh-CN': '从现在起不能再按它替人办事。已经提交的照常办理。', en: 'From now on nothing more can be done under it. What was submitted goes on.' },
  },
  delegationLapsed: {
    title: { 'zh-CN': '替{actor}办事的授权已经结束', en: 'The authorisation to act for {actor} has ended' },
    body: { 'zh-CN': '登记信息显示，授权的人已经不是{actor}的法定代表人。从现在起不能再按它办事，已经提交的照常办理。', en: 'The register shows that whoever gave it no longer represents {actor}. Nothing more can be done under it; what was submitted goes on.' },
  },
  agencyStopped: {
    title: { 'zh-CN': '{actor}现在不能替您办事了', en: '{actor} cannot act for you at present' },
    body: { 'zh-CN': '这家代办机构已被停止代办：{reasons}。已经提交的照常办理，填了一半的都在“我的办件”里，您可以自己接着办，也可以另请别人。', en: 'The agency may not act for others: {reasons}. What was submitted goes on; what was begun is in My applications, for you or somebody else to go on with.' },
  },
  guardianProven: {
    title: { 'zh-CN': '{actor}可以作为监护人替{title}办事', en: '{actor} may act for {title} as guardian' },
    body: { 'zh-CN': '这是按登记信息核对的。您也是监护人：要是不同意由对方办，可以在“授权与代办”里提出，提出后先停下，由工作人员处理。', en: 'This was checked in the register. You are a guardian too: if you disagree, say so under Acting for others; it then rests until an official has looked into it.' },
  },
  guardianContested: {
    title: { 'zh-CN': '替{title}办事先停下了', en: 'Acting for {title} rests' },
    body: { 'zh-CN': '另一位监护人{actor}有不同意见。工作人员会联系双方，处理完会在这里告诉您。填好的内容都还在。', en: '{actor}, the other guardian, disagrees. An official will speak to both of you and you will hear from us here. What was filled in is kept.' },
  },
  guardianUpheld: {
    title: { 'zh-CN': '可以继续替{title}办事', en: 'Acting for {title} may go on' },
    body: { 'zh-CN': '工作人员听取双方意见后认为可以继续。理由：{reasons}。', en: 'Having heard both guardians, the official lets it go on. Reason: {reasons}.' },
  },
  guardianOver: {
    title: { 'zh-CN': '替{title}办事的资格已经结束', en: 'The power to act for {title} has ended' },
    body: { 'zh-CN': '原因：{reasons}。已经提交的照常办理，填好的内容都归{title}。', en: 'Reason: {reasons}. What was submitted goes on; what was filled in is {title}\'s.' },
  },
  helpedByHall: {
    title: { 'zh-CN': '帮办员{actor}开始帮您办事', en: '{actor}, a helper of the hall, is helping you' },
    body: { 'zh-CN': '{hall}的帮办员凭您出示的码帮您办事，到 {day} 自动结束，您也可以随时在“授权与代办”里结束。要是您没有出示过码，请马上结束并拨打 12345。', en: 'A helper of {hall} acts for you by the code you showed, until {day}; you can end it at any time under Acting for others. If you showed no code, end it at once and call 12345.' },
  },
  batchRowAsked: {
    title: { 'zh-CN': '{actor}想替您办：{matter}', en: '{actor} wants to apply for you: {matter}' },
    body: { 'zh-CN': '请到“等我同意的代办”里核对填的内容，再决定同意还是不同意。{day} 前没有答复，就不会替您办。', en: 'Check what was filled in under Waiting for my consent, then agree or not. Without an answer by {day} nothing is applied for.' },
  },
  batchRowDeclined: {
    title: { 'zh-CN': '{actor}没有同意代办：{matter}', en: '{actor} did not agree: {matter}' },
    body: { 'zh-CN': '表里第 {number} 行不会提交，其他行照常办理。', en: 'Row {number} of the table is not handed in; the others go on.' },
  },
} satisfies Record<string, { title: Texts; body: Texts }>

export type ProxyMessageKind = keyof typeof proxyWords
