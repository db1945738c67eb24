// What the inbox says about an account for care: a bill on it, before it is due, when it is late, and what became of it.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const creditWords = {
  careEntered: {
    title: { 'zh-CN': '看病先记账：{amount} 元', en: 'On account: CNY {amount}' },
    body: { 'zh-CN': '{title}的费用，医保已经付过它那部分，余下 {amount} 元记在您的账上，{day}前结清就行。有不对的，在“我的信用”里提出来。', en: 'The insurance has paid its part of your visit to {title}; CNY {amount} are on your account until {day}. If something is wrong, say so under My credit.' },
  },
  careDue: {
    title: { 'zh-CN': '快到期了：{amount} 元', en: 'Due soon: CNY {amount}' },
    body: { 'zh-CN': '{title}的 {amount} 元请在{day}前结清。', en: 'Please settle CNY {amount} of {title} by {day}.' },
  },
  careLate: {
    title: { 'zh-CN': '过期没结清：{amount} 元', en: 'Late: CNY {amount}' },
    body: { 'zh-CN': '{title}的 {amount} 元过了{day}还没结清，已经记入您的信用记录，先用后付暂停。结清当天就恢复；账不对的，可以提出异议。', en: 'CNY {amount} of {title} were due on {day} and are now on your record; paying afterwards pauses. Settling it restores you the same day; if the bill is wrong, object.' },
  },
  careSettled: {
    title: { 'zh-CN': '已结清：{amount} 元', en: 'Settled: CNY {amount}' },
    body: { 'zh-CN': '{title}的 {amount} 元已经结清。', en: 'CNY {amount} of {title} are settled.' },
  },
  careCancelled: {
    title: { 'zh-CN': '账单取消：{amount} 元', en: 'Cancelled: CNY {amount}' },
    body: { 'zh-CN': '{title}取消了这笔账：{reasons}。您不用付。', en: '{title} took the bill back: {reasons}. You owe nothing.' },
  },
  careAnswered: {
    title: { 'zh-CN': '您对账单的异议有了答复', en: 'Your objection was answered' },
    body: { 'zh-CN': '关于{title}的 {amount} 元：{reasons}。', en: 'About CNY {amount} of {title}: {reasons}.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type CreditMessageKind = keyof typeof creditWords
