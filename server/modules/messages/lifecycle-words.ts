// What applicants read when the handling of a case takes a turn: accepted by law, more time, a special procedure, an end without a
// decision, and what becomes of a result afterwards. Administrative Licensing Law Art. 32, 42, 45–48, 69, 70.
import type { Texts } from '../../kernel/texts.ts'

export type LifecycleMessageKind = 'acceptedByLaw' | 'limitExtended' | 'procedureBegun' | 'hearingCalled' | 'procedureEnded' | 'caseTerminated' | 'resultCorrected' | 'resultRevoked' | 'resultCancelled'

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
  resultRevoked: {
    title: { 'zh-CN': '结果已撤销：{service}', en: 'Result revoked: {service}' },
    body: { 'zh-CN': '{authority}撤销了 {result}。理由和依据：{reasons}。您可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。', en: '{authority} has revoked {result}. Reasons: {reasons}. You may ask for administrative reconsideration within 60 days or go to court within six months.' },
  },
  resultCancelled: {
    title: { 'zh-CN': '结果已注销：{service}', en: 'Result cancelled: {service}' },
    body: { 'zh-CN': '{authority}注销了 {result}。原因：{reasons}。', en: '{authority} has cancelled {result}. Reason: {reasons}.' },
  },
}
