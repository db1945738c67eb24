// What officials are told of requests: danger, deadlines, cards, disputes, bursts, tasks of governance. Kinds and words in both languages.
import type { Texts } from '../../kernel/texts.ts'

export const requestStaffKinds = ['requestUrgent', 'requestsNear', 'requestsLate', 'requestReturned', 'requestDisputed', 'requestUrged', 'requestYellowCard', 'requestRedCard', 'requestBurst', 'governanceGiven', 'requestsDrift'] as const

export const requestStaffWords: Record<(typeof requestStaffKinds)[number], { title: Texts; body: Texts }> = {
  requestUrgent: {
    title: { 'zh-CN': '急件：{number}', en: 'Urgent: {number}' },
    body: { 'zh-CN': '“{text}”，可能有人有危险，请马上处理。', en: '“{text}”: somebody may be in danger. Please act at once.' },
  },
  requestsNear: {
    title: { 'zh-CN': '诉求快到期：{count} 件', en: 'Requests soon due: {count}' },
    body: { 'zh-CN': '{number} 的办理时间已用去八成，请抓紧。', en: 'Four fifths of the time are used: {number}.' },
  },
  requestsLate: {
    title: { 'zh-CN': '诉求超期：{authority} {count} 件', en: 'Requests late: {authority}, {count}' },
    body: { 'zh-CN': '{number} 已过答复时限，请尽快答复。', en: 'Past the time for an answer: {number}.' },
  },
  requestReturned: {
    title: { 'zh-CN': '退回待审：{number}', en: 'Sent back: {number}' },
    body: { 'zh-CN': '{authority}认为不归自己办，请审核。', en: '{authority} says it is not responsible. Please review.' },
  },
  requestDisputed: {
    title: { 'zh-CN': '职责争议待裁：{number}', en: 'To be ruled on: {number}' },
    body: { 'zh-CN': '几家单位都说不归自己办，请裁定由谁办。', en: 'Several units say they are not responsible. Please rule.' },
  },
  requestUrged: {
    title: { 'zh-CN': '群众催办：{number}', en: 'Urged: {number}' },
    body: { 'zh-CN': '反映人来催了，请看看办到哪一步。', en: 'The reporter asks how far it is.' },
  },
  requestYellowCard: {
    title: { 'zh-CN': '黄牌：诉求 {number}', en: 'Yellow card: request {number}' },
    body: { 'zh-CN': '过了答复时限，{authority}被亮黄牌。请尽快答复反映人，并在规定时间内说明原因。', en: 'The time for an answer is over; {authority} has a yellow card. Please answer, and explain in time.' },
  },
  requestRedCard: {
    title: { 'zh-CN': '红牌：诉求 {number}', en: 'Red card: request {number}' },
    body: { 'zh-CN': '{authority}超时办理，被亮红牌。请尽快答复反映人，并在规定时间内说明原因、改正。', en: '{authority} is far over its time and has a red card. Please answer, explain and put it right in time.' },
  },
  requestBurst: {
    title: { 'zh-CN': '突然多起来：{place}“{text}”', en: 'Suddenly many: {text}, {place}' },
    body: { 'zh-CN': '一小时里来了 {count} 件，比平时多得多。请看看是不是出了什么事。', en: '{count} requests within an hour, far more than usual. Please look what has happened.' },
  },
  governanceGiven: {
    title: { 'zh-CN': '新的治理任务：{text}', en: 'A task for your unit: {text}' },
    body: { 'zh-CN': '这类诉求很集中，请{authority}牵头治理，{day}前完成。', en: 'Many report this. {authority} is to see to the cause by {day}.' },
  },
  requestsDrift: {
    title: { 'zh-CN': '诉求自动分类要看一看', en: 'Reading requests by machine needs a look' },
    body: { 'zh-CN': '{text}。数字在诉求工作台的“自动分类”里；改过的类别够多时，可以重新训练。', en: '{text}. The figures are on the request desk; with enough corrections the model can be trained anew.' },
  },
}
