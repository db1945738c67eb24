// What the inbox says about promises: documents that follow later, commitments that are checked, and what comes of a broken one.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const undertakingWords = {
  undertakingDue: {
    title: { 'zh-CN': '还差一份材料：{document}', en: 'One document is still to come: {document}' },
    body: { 'zh-CN': '“{service}”还差这份材料，请在{day}前补上，在办件里拍照上传就行。', en: '“{service}” still needs it. Please hand it in by {day}; a photo under your application will do.' },
  },
  undertakingReturned: {
    title: { 'zh-CN': '请重新交：{document}', en: 'Please hand in again: {document}' },
    body: { 'zh-CN': '{authority}看过了，还不能用：{reasons}。请在{day}前重新交。', en: '{authority} could not use it: {reasons}. Please hand it in again by {day}.' },
  },
  undertakingKept: {
    title: { 'zh-CN': '已确认：{document}', en: 'Confirmed: {document}' },
    body: { 'zh-CN': '您答应的已经做到，“{service}”的这份材料不用再管了。', en: 'You have done what you promised; nothing more is needed for “{service}”.' },
  },
  undertakingQuestioned: {
    title: { 'zh-CN': '请您说明：{document}', en: 'Please explain: {document}' },
    body: { 'zh-CN': '{reasons}。您可以在{day}前补交材料，或者说明情况；在这之前不会作出决定。', en: '{reasons}. Until {day} you may still hand it in, or explain; nothing is decided before.' },
  },
  undertakingExtended: {
    title: { 'zh-CN': '多给您几天：{document}', en: 'You have more time: {document}' },
    body: { 'zh-CN': '{authority}同意延到{day}前：{reasons}。', en: '{authority} gives you until {day}: {reasons}.' },
  },
  undertakingBreached: {
    title: { 'zh-CN': '承诺没有做到：{document}', en: 'A promise was not kept: {document}' },
    body: { 'zh-CN': '{authority}认定“{service}”的承诺没有做到。理由：{reasons}。有记录的，可以在“我的数据”里看到，也可以提出异议、申请修复；不服的，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{authority} has found the promise made for “{service}” broken. Reasons: {reasons}. What is on record you see under My data, where you can object or ask for repair. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  creditAnswered: {
    title: { 'zh-CN': '信用记录有了答复', en: 'An answer on your credit record' },
    body: { 'zh-CN': '{authority}：{reasons}。', en: '{authority}: {reasons}.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type UndertakingMessageKind = keyof typeof undertakingWords
