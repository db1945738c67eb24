// What reporters read as their request goes on: received, answered, done again, closed. 国办发〔2020〕53号: every request is answered.
import type { Texts } from '../../kernel/texts.ts'

export type RequestMessageKind = 'requestReceived' | 'requestAnswered' | 'requestExtended' | 'requestJoined' | 'requestParted' | 'requestHandedOver' | 'requestDeclined' | 'requestRedone' | 'requestReopened' | 'requestUnsolved' | 'requestSettled' | 'requestFollowed'

export const requestWords: Record<RequestMessageKind, { title: Texts; body: Texts }> = {
  requestReceived: {
    title: { 'zh-CN': '收到了：{title}', en: 'Received: {title}' },
    body: { 'zh-CN': '编号 {number}，最晚 {promisedOn} 前答复您。办到哪一步，随时可以在“我的诉求”里看。', en: 'Number {number}. You will have an answer by {promisedOn}; see how far it is under My requests.' },
  },
  requestAnswered: {
    title: { 'zh-CN': '有答复了：{title}', en: 'Answered: {title}' },
    body: { 'zh-CN': '{number} 已经办理并答复。请看看问题解决了没有，给个评价；不满意可以要求重办。', en: '{number} has been handled and answered. Please say whether it is solved; if you are not satisfied, ask for it to be done again.' },
  },
  requestExtended: {
    title: { 'zh-CN': '需要多几天：{title}', en: 'More time needed: {title}' },
    body: { 'zh-CN': '{number} 经负责人同意，延长 {days} 个工作日，最晚 {promisedOn} 前答复。原因：{reasons}。', en: 'With the approval of its head, {number} takes {days} more working days, until {promisedOn}. Reason: {reasons}.' },
  },
  requestJoined: {
    title: { 'zh-CN': '和同一件事合并办理：{title}', en: 'Handled together: {title}' },
    body: { 'zh-CN': '您反映的 {number} 和别人反映的是同一件事，合在一起办，有结果会同样告诉您。', en: 'Others have reported the same as your {number}. They are handled together and you will hear the result as well.' },
  },
  requestParted: {
    title: { 'zh-CN': '改为单独办理：{title}', en: 'Handled on its own: {title}' },
    body: { 'zh-CN': '您反映的 {number} 和之前合并的不是同一件事，已经单独办理。', en: 'Your {number} turned out to be a matter of its own and is handled by itself.' },
  },
  requestHandedOver: {
    title: { 'zh-CN': '可以直接办理：{title}', en: 'This can be applied for: {title}' },
    body: { 'zh-CN': '{number} 说的事有现成的办理渠道，打开就能看到怎么办。', en: 'There is a service for what you asked in {number}; open it to see how.' },
  },
  requestDeclined: {
    title: { 'zh-CN': '没有受理：{title}', en: 'Not taken up: {title}' },
    body: { 'zh-CN': '{number} 没有受理。原因：{reasons}。', en: '{number} was not taken up. Reason: {reasons}.' },
  },
  requestRedone: {
    title: { 'zh-CN': '已重办：{title}', en: 'Done again: {title}' },
    body: { 'zh-CN': '您对 {number} 的办理不满意，已交上一级{authority}重新办理，最晚 {promisedOn} 前答复。', en: 'As you were not satisfied, {number} is done again by the authority above, {authority}. You will have an answer by {promisedOn}.' },
  },
  requestReopened: {
    title: { 'zh-CN': '接着办理：{title}', en: 'Taken up again: {title}' },
    body: { 'zh-CN': '{number} 答应的事没有办到，已经重新交办，最晚 {promisedOn} 前答复。', en: 'What was promised for {number} was not done. It has been taken up again; you will have an answer by {promisedOn}.' },
  },
  requestUnsolved: {
    title: { 'zh-CN': '暂时没能解决：{title}', en: 'Not solved yet: {title}' },
    body: { 'zh-CN': '{number} 已经答复，但问题还没有解决，如实记为“未解决”。条件具备时会再办。原因：{reasons}。', en: '{number} was answered but is not solved, and is recorded as such. It will be taken up again when it can be. Reason: {reasons}.' },
  },
  requestSettled: {
    title: { 'zh-CN': '已办结：{title}', en: 'Closed: {title}' },
    body: { 'zh-CN': '{number} 答复后没有收到您的评价，已经办结。问题没解决的，仍可以在期限内要求重办。', en: 'We have not heard from you since {number} was answered, so it is closed. If it is not solved you can still have it done again in time.' },
  },
  requestFollowed: {
    title: { 'zh-CN': '您关注的事有结果了：{title}', en: 'What you follow has been answered: {title}' },
    body: { 'zh-CN': '{number} 已经答复，可以打开看看。', en: '{number} has been answered; open it to read.' },
  },
}
