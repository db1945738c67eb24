// What the inbox says about joint site visits: the time, the sheet to sign, what has to be put right; and the one list of everything missing.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const visitWords = {
  visitOffered: {
    title: { 'zh-CN': '上门踏勘的时间：{day}', en: 'When officials would like to come: {day}' },
    body: { 'zh-CN': '{items}约好一起来，只跑一趟。地点：{venue}。请到“我的办件”里确认，不方便可以改一次；前一天还没有答复的，就按这个时间来。', en: '{items} come together, once, to {venue}. Please confirm under My applications, or move it once. If you have not answered by the day before, they come then.' },
  },
  visitAgreed: {
    title: { 'zh-CN': '踏勘时间定了：{day}', en: 'The visit is arranged: {day}' },
    body: { 'zh-CN': '{items}一起来，地点：{venue}。请留人在场。踏勘期间不计入办理时间。', en: '{items} come together to {venue}. Please see that somebody is there. The time of the visit does not count towards the limit.' },
  },
  visitReminder: {
    title: { 'zh-CN': '请记得：{day}上门踏勘', en: 'Reminder: officials come on {day}' },
    body: { 'zh-CN': '{items}一起来，地点：{venue}，请留人在场。', en: '{items} come to {venue}. Please see that somebody is there.' },
  },
  visitCancelled: {
    title: { 'zh-CN': '踏勘取消了：{matter}', en: 'The visit is off: {matter}' },
    body: { 'zh-CN': '原定{day}的踏勘取消。理由：{reasons}。', en: 'The visit planned for {day} is off. Reasons: {reasons}.' },
  },
  visitMissed: {
    title: { 'zh-CN': '踏勘没有进行：{matter}', en: 'The visit did not take place: {matter}' },
    body: { 'zh-CN': '{items}按约定的时间到了现场，没有找到人：{reasons}。部门会再和您约时间。', en: '{items} came as arranged and found nobody: {reasons}. They will arrange another time with you.' },
  },
  visitRectify: {
    title: { 'zh-CN': '{authority}：请在{heldOn}前改好', en: '{authority}: please put this right by {heldOn}' },
    body: { 'zh-CN': '踏勘发现：{items}。改好以后在“我的办件”里告诉部门，部门来复查；整改期间不计入办理时间。', en: 'Found on the visit: {items}. Say so under My applications when it is done, and they look again; the time does not count towards the limit.' },
  },
  visitToSign: {
    title: { 'zh-CN': '请看踏勘意见并签字：{matter}', en: 'Please read and sign the opinion sheet: {matter}' },
    body: { 'zh-CN': '各部门的意见都写好了。请在{heldOn}前看一看，有话可以写上，再签字；不签的，到期照样生效，您的办件不受影响。', en: 'All departments have written theirs. Please read it by {heldOn}, comment if you wish, and sign. Unsigned it stands after that day all the same.' },
  },
  visitClosed: {
    title: { 'zh-CN': '踏勘意见表出来了：{matter}', en: 'The opinion sheet is there: {matter}' },
    body: { 'zh-CN': '{day}踏勘的意见表已经编号存档，您和各部门看到的是同一份。', en: 'The sheet of the visit on {day} has its number; you and all departments see the same.' },
  },
  correctionsGathered: {
    title: { 'zh-CN': '请一次补齐：{matter}', en: 'Please complete: {matter}' },
    body: { 'zh-CN': '{actor}要补的，合成了一张清单：{items}。在“我的办件”里一次补齐，同一份材料只交一次；[最后一天是{day}，过了还没有补齐的，视为放弃申请；]补的时间不计入办理时间。', en: 'What {actor} miss is in one list: {items}. Answer it once under My applications; [the last day is {day}, after which what is not answered counts as given up;] the time does not count towards the limits.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type VisitMessageKind = keyof typeof visitWords
