// What officials are told about ratings: bad ones to put right, what waits for a supervisor, what was decided on an appeal.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const ratingStaffKinds = ['ratingBad', 'ratingReview', 'ratingSentBack', 'ratingStillBad', 'ratingLate', 'ratingHeld', 'ratingAppealed', 'ratingExcluded', 'ratingUpheld'] as const
export type RatingStaffKind = (typeof ratingStaffKinds)[number]

export const ratingStaffWords: Record<RatingStaffKind, { title: Texts; body: Texts }> = {
  ratingBad: {
    title: { 'zh-CN': '收到差评：{service}', en: 'A bad rating: {service}' },
    body: { 'zh-CN': '请{authority}在{day}前回访核实，再整改、答复。被评的人自己不经办。', en: '{authority} is to get in touch by {day}, then put it right and answer. Whoever it is about does not handle it.' },
  },
  ratingReview: {
    title: { 'zh-CN': '差评整改待复核：{service}', en: 'To be reviewed: {service}' },
    body: { 'zh-CN': '{authority}已经整改并答复，请复核；通过后可以隐去个人信息对外公开。', en: '{authority} has put it right and answered. Please review; it may be published without personal data.' },
  },
  ratingSentBack: {
    title: { 'zh-CN': '整改没有通过复核：{service}', en: 'Not put right yet: {service}' },
    body: { 'zh-CN': '请{authority}继续整改。说明：{text}', en: '{authority} is to go on. {text}' },
  },
  ratingStillBad: {
    title: { 'zh-CN': '整改后再评仍是差评：{service}', en: 'Still rated bad: {service}' },
    body: { 'zh-CN': '{authority}整改后，对方再评仍不满意，请关注。', en: 'After {authority} put it right, the new word is bad again.' },
  },
  ratingLate: {
    title: { 'zh-CN': '差评整改超期 {days} 个工作日：{service}', en: 'A bad rating, {days} working days late: {service}' },
    body: { 'zh-CN': '这一步应在{day}前完成，由{authority}负责，请尽快处理。', en: 'This step of {authority} was due on {day}.' },
  },
  ratingHeld: {
    title: { 'zh-CN': '一次评价待核实：{service}', en: 'A rating to look at: {service}' },
    body: { 'zh-CN': '这次评价有疑点，或者本人说不是自己评的，请核实后决定是否计入。', en: 'Something speaks against it, or the person says it was not them. Please decide whether it counts.' },
  },
  ratingAppealed: {
    title: { 'zh-CN': '{by}对评价提出申诉：{service}', en: '{by} appeals against a rating: {service}' },
    body: { 'zh-CN': '请看申诉理由和证据，决定这次评价是否计入个人。', en: 'Please look at grounds and evidence and decide whether it counts for the official.' },
  },
  ratingExcluded: {
    title: { 'zh-CN': '申诉成立：{service}', en: 'Your appeal was right: {service}' },
    body: { 'zh-CN': '这次评价不计入您个人的统计，记录仍然保留。说明：{text}', en: 'The rating is not counted for you; it stays on record. {text}' },
  },
  ratingUpheld: {
    title: { 'zh-CN': '申诉没有成立：{service}', en: 'Your appeal was not accepted: {service}' },
    body: { 'zh-CN': '这次评价照常计入。说明：{text}', en: 'The rating counts as before. {text}' },
  },
}
