// What the inbox says about benefits: what was found, what one has to do, what became of the money.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const benefitWords = {
  benefitComing: {
    title: { 'zh-CN': '您有一笔补贴：{service}', en: 'You are due something: {service}' },
    body: { 'zh-CN': '{because}这一期是 {amount} 元，不用申请，在“属于您的”里填一下收款账户就行，以后每期自动发。', en: '{because} This time it is {amount} yuan, without an application. Give your account under Yours once; later periods follow by themselves.' },
  },
  benefitFound: {
    title: { 'zh-CN': '这一项属于您，请确认：{service}', en: 'This is yours, please confirm: {service}' },
    body: { 'zh-CN': '{because}按登记的情况，您可以领 {amount} 元。在“属于您的”里核对收款账户、点一下确认，就等着到账。不想领也可以说明。', en: '{because} By the registers you are due {amount} yuan. Confirm it with your account under Yours, or decline.' },
  },
  benefitOpen: {
    title: { 'zh-CN': '{actor}可以申请：{service}', en: '{actor} can apply: {service}' },
    body: { 'zh-CN': '{because}按登记的情况各项条件都符合，估算 {amount} 元，一步就能申请。', en: '{because} By the registers all conditions are met, about {amount} yuan; it takes one step.' },
  },
  benefitNew: {
    title: { 'zh-CN': '新政策，{actor}符合条件：{service}', en: 'A new policy that fits {actor}: {service}' },
    body: { 'zh-CN': '{because}按登记的情况各项条件都符合，估算 {amount} 元。在“属于您的”里看一看，填好账户就行。', en: '{because} By the registers all conditions are met, about {amount} yuan. See it under Yours and give an account.' },
  },
  benefitLapsed: {
    title: { 'zh-CN': '不再符合条件：{service}', en: 'No longer due: {service}' },
    body: { 'zh-CN': '登记的情况有了变化，这一项从这一期起不再发。觉得不对，{day}前可以在“属于您的”里申请复核。', en: 'The registers have changed and this is no longer due. If you disagree, appeal under Yours until {day}.' },
  },
  benefitListed: {
    title: { 'zh-CN': '发放名单在公示：{service}', en: 'The list is published: {service}' },
    body: { 'zh-CN': '您在这一期的名单里，{amount} 元。公示到 {promisedOn}，没有异议就发到您的账户。', en: 'You are on the list with {amount} yuan. It is published until {promisedOn} and paid after that.' },
  },
  benefitPaid: {
    title: { 'zh-CN': '已经发放：{service}', en: 'Paid: {service}' },
    body: { 'zh-CN': '{amount} 元已经转到您的账户，请注意查收。', en: '{amount} yuan have been paid into your account.' },
  },
  benefitReturned: {
    title: { 'zh-CN': '没有发成，请核对账户：{service}', en: 'Not paid, please check your account: {service}' },
    body: { 'zh-CN': '银行把 {amount} 元退了回来，多半是账号或户名不对。请在“属于您的”里重新填写，下一批马上补发，一分不少。', en: 'The bank returned {amount} yuan, most likely for a wrong account. Enter it again under Yours; it is paid with the next file.' },
  },
  benefitRefused: {
    title: { 'zh-CN': '这一期没有发：{service}', en: 'Not paid: {service}' },
    body: { 'zh-CN': '公示时有人提出异议，核实后没有发。核实的情况：{reasons}。觉得不对，{day}前可以在“属于您的”里申请复核。', en: 'Somebody objected to the published list, and it was found right: {reasons}. If you disagree, appeal under Yours until {day}.' },
  },
  benefitAppealUpheld: {
    title: { 'zh-CN': '复核结果：照发 · {service}', en: 'Your appeal succeeded: {service}' },
    body: { 'zh-CN': '{reasons}。这一项是您的；没有填过收款账户的，在“属于您的”里填一下就发。', en: '{reasons}. It is yours; if you have given no account yet, do so under Yours.' },
  },
  benefitAppealDismissed: {
    title: { 'zh-CN': '复核结果：维持不变 · {service}', en: 'Your appeal was not successful: {service}' },
    body: { 'zh-CN': '{reasons}。还有不同意见，{day}前可以请上一级部门再看一次。', en: '{reasons}. Until {day} you may ask the unit above to look once more.' },
  },
  benefitAppealEnded: {
    title: { 'zh-CN': '上一级的复核结果：维持不变 · {service}', en: 'The unit above did not change it: {service}' },
    body: { 'zh-CN': '{reasons}。您还可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  benefitAppealFinal: {
    title: { 'zh-CN': '复核结果：维持不变 · {service}', en: 'Your appeal was not successful: {service}' },
    body: { 'zh-CN': '{reasons}。您还可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  benefitAppealKept: {
    title: { 'zh-CN': '复核结果：不用退还 · {service}', en: 'Your appeal succeeded, it is yours to keep: {service}' },
    body: { 'zh-CN': '{reasons}。这笔钱是您的；已经退了一部分的，发放部门会还给您。', en: '{reasons}. It is yours; the paying authority returns what you have given back already.' },
  },
  benefitRecovering: {
    title: { 'zh-CN': '有一笔钱发错了，需要退还：{service}', en: 'Paid by mistake, to be given back: {service}' },
    body: { 'zh-CN': '{amount} 元需要退还。核实的情况：{reasons}。可以一次退清，也可以和发放部门商量分期。觉得不对，{day}前可以在“属于您的”里申请复核。', en: '{amount} yuan are to be given back: {reasons}. All at once, or by instalments you agree on with the paying authority. If you disagree, appeal under Yours until {day}.' },
  },
  benefitPlan: {
    title: { 'zh-CN': '分期退还说好了：{service}', en: 'Giving back by instalments: {service}' },
    body: { 'zh-CN': '分 {days} 期，每月一期。第一期 {amount} 元，{day}前退还就行；每期到期前会提醒您。', en: '{days} monthly instalments. The first is {amount} yuan by {day}; you are reminded before each.' },
  },
  benefitInstalmentDue: {
    title: { 'zh-CN': '这一期快到了：{service}', en: 'An instalment is due: {service}' },
    body: { 'zh-CN': '{amount} 元请在{day}前退还。已经退还的不用管。', en: '{amount} yuan are due by {day}. If you have paid, there is nothing to do.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type BenefitMessageKind = keyof typeof benefitWords
