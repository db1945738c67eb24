// What the inbox says about ratings: that one was given in somebody's name, what became of a bad one, that one does not count.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const ratingWords = {
  ratedAtWindow: {
    title: { 'zh-CN': '窗口服务已评价', en: 'Your visit was rated' },
    body: { 'zh-CN': '刚才在{service}以您的名义作了一次评价。不是您本人评的，可以在“我的评价”里说明，由监督人员核实。', en: 'A rating was just given in your name at {service}. If it was not you, say so under My ratings; a supervisor looks into it.' },
  },
  ratingReplied: {
    title: { 'zh-CN': '您的评价有了答复：{service}', en: 'Your rating was answered: {service}' },
    body: { 'zh-CN': '{authority}答复：{reasons}。监督人员正在复核，复核通过后请您再评一次。', en: '{authority} answers: {reasons}. A supervisor reviews it; after that you may rate once more.' },
  },
  ratingPutRight: {
    title: { 'zh-CN': '整改已复核，请您再评一次：{service}', en: 'Put right, please rate once more: {service}' },
    body: { 'zh-CN': '{authority}的整改已经复核。改得怎么样，请在“我的评价”里再评一次，原来的评价照样保留。', en: 'What {authority} did was reviewed. Tell us under My ratings how it is now; your first rating stays.' },
  },
  ratingNotCounted: {
    title: { 'zh-CN': '一次评价没有计入：{service}', en: 'A rating does not count: {service}' },
    body: { 'zh-CN': '监督人员核实后，以您的名义作的一次评价不计入统计，记录仍然保留。说明：{reasons}。', en: 'After a supervisor looked into it, a rating in your name is not counted; it stays on record. {reasons}.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type RatingMessageKind = keyof typeof ratingWords
