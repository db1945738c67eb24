// What the inbox says about hard cases, by kind: each message leads to the case, where the full answer stands.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const hardCaseWords = {
  hardCaseReceived: {
    title: { 'zh-CN': '已收下：{title}', en: 'Taken in: {title}' },
    body: { 'zh-CN': '编号 {number}。协调员会在{promisedOn}前告诉您怎么办，不用您自己去找部门。', en: 'Number {number}. A coordinator will tell you by {promisedOn} what happens next; you need not look for the right office.' },
  },
  hardCaseAccepted: {
    title: { 'zh-CN': '正在会商：{title}', en: 'Being worked on: {title}' },
    body: { 'zh-CN': '已列为疑难事项，由{authority}牵头，{promisedOn}前给您答复。', en: 'It counts as a hard case, led by {authority}. You will have an answer by {promisedOn}.' },
  },
  hardCaseGuided: {
    title: { 'zh-CN': '有办法了：{title}', en: 'There is a way: {title}' },
    body: { 'zh-CN': '这件事可以直接办，点开看怎么办。', en: 'This can be done as an ordinary service. Open it to see how.' },
  },
  hardCaseRedirected: {
    title: { 'zh-CN': '请看去哪里办：{title}', en: 'Where to go: {title}' },
    body: { 'zh-CN': '这件事由别处负责，点开看由谁负责、为什么。', en: 'Somebody else is responsible. Open it to see who, and why.' },
  },
  hardCaseAnswered: {
    title: { 'zh-CN': '有答复了：{title}', en: 'Answered: {title}' },
    body: { 'zh-CN': '{number} 已有答复。看完请告诉我们，问题解决了没有。', en: 'There is an answer to {number}. Please tell us whether it solved your problem.' },
  },
  hardCaseRaised: {
    title: { 'zh-CN': '已转到上一级：{title}', en: 'Taken one level up: {title}' },
    body: { 'zh-CN': '您说还没有解决，已转到{authority}重新办，{promisedOn}前告诉您怎么办。', en: 'You said it is not solved. It is now with {authority}; you will hear by {promisedOn}.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type HardCaseMessageKind = keyof typeof hardCaseWords
