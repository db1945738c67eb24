// What the inbox says about a record a resident has said is wrong: who answers by when, and what came of it.
// Pure.
import type { Texts } from '../../kernel/texts.ts'

export const disputeWords = {
  disputeReceived: {
    title: { 'zh-CN': '更正申请已送达：{document}', en: 'Correction asked for: {document}' },
    body: { 'zh-CN': '由{authority}核实，{day}前答复您。查的时候需要您补什么，也会在这里告诉您。', en: '{authority} looks into it and answers by {day}.' },
  },
  disputePassed: {
    title: { 'zh-CN': '更正申请已转交：{document}', en: 'Correction passed on: {document}' },
    body: { 'zh-CN': '这项记录由{authority}负责，已转给它核实，{day}前答复您，不用您再跑。说明：{reasons}。', en: '{authority} is responsible for this record and answers by {day}; you need do nothing. {reasons}.' },
  },
  disputeCorrected: {
    title: { 'zh-CN': '答复：已更正“{document}”', en: 'Corrected: {document}' },
    body: { 'zh-CN': '{authority}答复已更正。我们正在向{registry}核对，查到新的内容就告诉您。说明：{reasons}。', en: '{authority} says it is corrected. We are checking with {registry} and tell you once it shows. {reasons}.' },
  },
  disputeShown: {
    title: { 'zh-CN': '{registry}里已经是新的内容', en: 'The record shows the correction: {registry}' },
    body: { 'zh-CN': '“{document}”已经改过来了，以后查到的都是新的。有没办完的申请，打开就会重新带入。', en: '“{document}” is right now, and every look-up from now on gives it. A draft that waits for it takes it over when you open it.' },
  },
  disputeDeclined: {
    title: { 'zh-CN': '答复：不予更正“{document}”', en: 'Not corrected: {document}' },
    body: { 'zh-CN': '{authority}核实后没有更正。理由：{reasons}。不认可的，可以提一次异议，由监督部门决定。', en: '{authority} did not correct it. Reasons: {reasons}. You may object once; a supervisor then decides.' },
  },
  disputeOrdered: {
    title: { 'zh-CN': '异议成立：{document}', en: 'Your objection was accepted: {document}' },
    body: { 'zh-CN': '监督部门要求{authority}重新核实，{day}前答复您。说明：{reasons}。', en: '{authority} has to look again and answers by {day}. {reasons}.' },
  },
  disputeUpheld: {
    title: { 'zh-CN': '维持答复：{document}', en: 'The answer stands: {document}' },
    body: { 'zh-CN': '监督部门审查后维持{authority}的答复。理由：{reasons}。您还可以依法向人民法院提起诉讼。', en: 'The answer of {authority} stands. Reasons: {reasons}. You may still go to court.' },
  },
} as const satisfies Record<string, { title: Texts; body: Texts }>

export type DisputeMessageKind = keyof typeof disputeWords
