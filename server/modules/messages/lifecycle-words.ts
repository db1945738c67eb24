// What applicants read when the handling of a case takes a turn: accepted by law, more time, a special procedure, an end without a
// decision, and what becomes of a result afterwards. Administrative Licensing Law Art. 32, 42, 45–48, 69, 70.
import type { Texts } from '../../kernel/texts.ts'

export type LifecycleMessageKind = 'acceptedByLaw' | 'limitExtended' | 'procedureBegun' | 'hearingCalled' | 'procedureEnded' | 'caseTerminated' | 'resultCorrected' | 'resultRevoked' | 'resultCancelled'
  | 'revocationProposed' | 'revocationDropped' | 'extendedByLaw' | 'resultEnding' | 'resultEnded' | 'grantConfirmed' | 'correctionDue' | 'correctionLapsed' | 'resultToCorrect'

export const lifecycleWords: Record<LifecycleMessageKind, { title: Texts; body: Texts }> = {
  acceptedByLaw: {
    title: { 'zh-CN': '已视为受理：{service}', en: 'Accepted by law: {service}' },
    body: { 'zh-CN': '{authority}五个工作日内没有告知您补正。按照行政许可法第三十二条，这一项自收到申请之日起即为受理。', en: '{authority} asked for nothing within five working days. By Article 32 of the Administrative Licensing Law it counts as accepted from the day it was received.' },
  },
  limitExtended: {
    title: { 'zh-CN': '办理期限延长：{service}', en: 'More time needed: {service}' },
    body: { 'zh-CN': '经负责人批准，{authority}把办理期限延长 {days} 个工作日。理由：{reasons}。', en: 'With the approval of its head, {authority} takes {days} more working days. Reasons: {reasons}.' },
  },
  procedureBegun: {
    title: { 'zh-CN': '需要{procedure}：{service}', en: '{procedure} needed: {service}' },
    body: { 'zh-CN': '{authority}办理这一项要进行{procedure}，预计 {days} 个工作日，这段时间不计入办理期限。', en: '{authority} needs {procedure}, expected to take {days} working days. They do not count towards the time limit.' },
  },
  hearingCalled: {
    title: { 'zh-CN': '请参加听证：{service}', en: 'You are invited to a hearing: {service}' },
    body: { 'zh-CN': '{authority}定于{heldOn}举行听证，地点：{venue}。您可以到场陈述、申辩和质证。听证期间不计入办理期限。', en: '{authority} holds a hearing on {heldOn} at {venue}. You may attend, speak and question the evidence. The time does not count towards the limit.' },
  },
  procedureEnded: {
    title: { 'zh-CN': '{procedure}已结束：{service}', en: '{procedure} finished: {service}' },
    body: { 'zh-CN': '{authority}已完成{procedure}。结果：{outcome}。', en: '{authority} has finished {procedure}. Outcome: {outcome}.' },
  },
  caseTerminated: {
    title: { 'zh-CN': '已终止办理：{service}', en: 'Ended without a decision: {service}' },
    body: { 'zh-CN': '{authority}终止了这一项的办理。原因：{reasons}。', en: '{authority} has ended the handling of it. Reason: {reasons}.' },
  },
  resultCorrected: {
    title: { 'zh-CN': '结果已更正：{service}', en: 'Result corrected: {service}' },
    body: { 'zh-CN': '{authority}更正了 {result} 的内容。原因：{reasons}。请以更正后的为准，可在“我的办件”里查看。', en: '{authority} has corrected {result}. Reason: {reasons}. The corrected one holds; see it under My applications.' },
  },
  resultToCorrect: {
    title: { 'zh-CN': '已请部门更正：{service}', en: 'To be corrected: {service}' },
    body: { 'zh-CN': '您更正的内容，跟已经办结的 {result} 上写的不一样。已请{authority}核实更正，有结果会在这里告诉您，不用另外申请。', en: 'What you put right differs from what {result} says. {authority} has been asked to correct it; you will hear from us here and need not apply for it.' },
  },
  resultRevoked: {
    title: { 'zh-CN': '结果已撤销：{service}', en: 'Result revoked: {service}' },
    body: { 'zh-CN': '{authority}撤销了 {result}。理由和依据：{reasons}。您可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{authority} has revoked {result}. Reasons: {reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  revocationProposed: {
    title: { 'zh-CN': '请您说明：拟撤销“{service}”的结果', en: 'Please respond: {service} may be revoked' },
    body: { 'zh-CN': '{authority}准备撤销您的办理结果，还没有决定。理由：{reasons}。{day}以前，您可以陈述、申辩，也可以要求听证，都不收费。', en: '{authority} means to revoke your result but has not decided. Reasons: {reasons}. Until {day} you may speak or ask for a hearing, free of charge.' },
  },
  revocationDropped: {
    title: { 'zh-CN': '不撤销了：{service}', en: 'Not revoked: {service}' },
    body: { 'zh-CN': '{authority}没有撤销您的办理结果，它继续有效。', en: '{authority} does not revoke your result; it stays valid.' },
  },
  extendedByLaw: {
    title: { 'zh-CN': '已视为准予延续：{service}', en: 'Extended by law: {service}' },
    body: { 'zh-CN': '{authority}在有效期届满前没有作出决定。按照行政许可法第五十条，视为准予延续，{result} 继续有效，有效期到{day}。', en: '{authority} did not decide before the end of validity. By Article 50 of the Administrative Licensing Law it counts as extended: {result} is valid until {day}.' },
  },
  grantConfirmed: {
    title: { 'zh-CN': '核查通过：{service}', en: 'Checked and confirmed: {service}' },
    body: { 'zh-CN': '{authority}核查了先行办结的这一项，没有问题，{number} 的结果继续有效，不用您再做什么。', en: '{authority} has checked what was granted at once. All is well: the result of {number} stays valid, and you need do nothing more.' },
  },
  correctionDue: {
    title: { 'zh-CN': '请在{day}前补正：{service}', en: 'Please complete by {day}: {service}' },
    body: { 'zh-CN': '{authority}请您补正的，还没有收到。最后一天是{day}；过了还没有补正，就视为放弃这次申请，以后可以重新申请。', en: '{authority} still waits for what you were asked to add. The last day is {day}; after it the application counts as given up, and you may apply again.' },
  },
  correctionLapsed: {
    title: { 'zh-CN': '逾期没有补正：{service}', en: 'Not completed in time: {service}' },
    body: { 'zh-CN': '{reasons}，{authority}不再办理 {number}，也没有作出准予或者不予的决定。您随时可以重新申请。', en: 'You did not complete {number} in time, so it counts as given up: {authority} has ended it without a decision either way. You may apply again at any time.' },
  },
  resultEnding: {
    title: { 'zh-CN': '快到期了：{service}', en: 'Soon to end: {service}' },
    body: { 'zh-CN': '{result} 有效期到{day}。还要用的话，请在“我的证照”里申请延续。', en: '{result} is valid until {day}. If you still need it, ask for an extension under My licences.' },
  },
  resultEnded: {
    title: { 'zh-CN': '已到期：{service}', en: 'No longer valid: {service}' },
    body: { 'zh-CN': '{result} 的有效期已在{day}届满，不能再用。还要用的话，请重新申请。', en: '{result} ended on {day} and may not be used. If you still need it, apply again.' },
  },
  resultCancelled: {
    title: { 'zh-CN': '结果已注销：{service}', en: 'Result cancelled: {service}' },
    body: { 'zh-CN': '{authority}注销了 {result}。原因：{reasons}。', en: '{authority} has cancelled {result}. Reason: {reasons}.' },
  },
}
