// The inbox of officials: what is stored is the kind and its facts; the words are made here, in the reader's language.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import { ratingStaffKinds, ratingStaffWords } from './rating-staff-words.ts'
import { requestStaffKinds, requestStaffWords } from './request-staff-words.ts'

export const staffMessageKinds = ['casesSoon', 'casesLate', 'bureauLate', 'supervisionLate', 'checksSoon', 'checksLate', 'bureauChecksLate', 'supervisionChecksLate', 'yellowCard', 'redCard', 'cardAnswered', 'cardConfirmed', 'cardCancelled', 'mentioned', 'opinionAsked', 'visitAsked', 'visitAgreed', 'visitTomorrow', 'visitOff', 'visitAbsent', 'visitRectified', 'decisionProposed', 'resultToCorrect', 'accessAsked', 'accessGranted', 'accessRefused', 'accessDisputed', 'accessRevoked', 'accessEnding', 'disputeAsked', 'disputeObjected', 'disputeOrdered', 'disputeLate', 'handOverLate', 'receiptLate', 'parcelFailed', 'textMessagesFailing', ...requestStaffKinds, ...ratingStaffKinds] as const
export type StaffMessageKind = (typeof staffMessageKinds)[number]

/** `resource`, `accessRequest`, `day`: what access was asked for, in which request, its last day. `transfer`, `request`: the hand-over, the request of a resident it is about. `count` cases, the first of them `number` of `service`; `days` late; `by` the colleague who wrote `text`. */
export type StaffMessageDetail = { count?: number; number?: string; service?: Texts; authority?: Texts; days?: number; by?: string; text?: string | Texts; day?: Texts; place?: string | Texts; resource?: Texts; accessRequest?: string; transfer?: string; rating?: string; request?: string }

/** `caseId`, `cardId`: where it leads. */
export type StaffMessage = { id: string; staffId: string; kind: StaffMessageKind; caseId: string | null; cardId: string | null; detail: StaffMessageDetail; at: string; readAt: string | null }

type Words = { title: Texts; body: Texts }

const words: Record<StaffMessageKind, Words> = {
  ...requestStaffWords,
  ...ratingStaffWords,
  textMessagesFailing: {
    title: { 'zh-CN': '短信没有发出去', en: 'Text messages are failing' },
    body: { 'zh-CN': '有短信发送失败，原因：{text}。请到“短信”里查看，处理后可以重发；一天内不再重复提醒。', en: 'Text messages have failed: {text}. See Text messages; they can be sent again. You are not told again within a day.' },
  },
  casesSoon: {
    title: { 'zh-CN': '快到期：{count} 件', en: 'Soon due: {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}的办理时间已用去八成，请抓紧。', en: 'Four fifths of the time are used: {number}, {service}{others}.' },
  },
  casesLate: {
    title: { 'zh-CN': '已超期：{count} 件', en: 'Late: {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}已过承诺办结日，请尽快办理。', en: 'Past the promised day: {number}, {service}{others}.' },
  },
  bureauLate: {
    title: { 'zh-CN': '超期上报：{authority} {count} 件', en: 'Reported late: {authority}, {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}超期后仍未办结，请督促承办人。', en: 'Late and still open: {number}, {service}{others}. Please see to it.' },
  },
  supervisionLate: {
    title: { 'zh-CN': '督办：{authority} {count} 件', en: 'For supervision: {authority}, {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}超期多日仍未办结，请督办。', en: 'Late for days: {number}, {service}{others}.' },
  },
  checksSoon: {
    title: { 'zh-CN': '快到核查期限：{count} 件', en: 'Checks soon due: {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}是先行办结的，请在期限内核查：没有问题的确认，有问题的收回。', en: 'Granted at once and still to be checked: {number}, {service}{others}. Confirm or take back in time.' },
  },
  checksLate: {
    title: { 'zh-CN': '核查已超期：{count} 件', en: 'Checks late: {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}先行办结后没有按期核查，请尽快核查。', en: 'Granted at once and not checked in time: {number}, {service}{others}.' },
  },
  bureauChecksLate: {
    title: { 'zh-CN': '核查超期上报：{authority} {count} 件', en: 'Checks reported late: {authority}, {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}先行办结后一直没有核查，请督促。', en: 'Granted at once, still unchecked: {number}, {service}{others}. Please see to it.' },
  },
  supervisionChecksLate: {
    title: { 'zh-CN': '督办核查：{authority} {count} 件', en: 'Checks for supervision: {authority}, {count}' },
    body: { 'zh-CN': '{number}“{service}”{others}先行办结后多日没有核查，请督办。', en: 'Granted at once and unchecked for days: {number}, {service}{others}.' },
  },
  yellowCard: {
    title: { 'zh-CN': '黄牌：{number}', en: 'Yellow card: {number}' },
    body: { 'zh-CN': '“{service}”超期 {days} 个工作日，{authority}被亮黄牌。请在规定时间内说明原因并改正。', en: '{service} is {days} working days late; {authority} has a yellow card. Please explain and put it right in time.' },
  },
  redCard: {
    title: { 'zh-CN': '红牌：{number}', en: 'Red card: {number}' },
    body: { 'zh-CN': '“{service}”超期 {days} 个工作日，{authority}被亮红牌。请在规定时间内说明原因并改正。', en: '{service} is {days} working days late; {authority} has a red card. Please explain and put it right in time.' },
  },
  cardAnswered: {
    title: { 'zh-CN': '督办答复：{number}', en: 'Card answered: {number}' },
    body: { 'zh-CN': '{authority}已答复，请核实后确认或者撤销这张牌。', en: '{authority} has answered. Please confirm or cancel the card.' },
  },
  cardConfirmed: {
    title: { 'zh-CN': '督办结论：{number} 予以确认', en: 'Card confirmed: {number}' },
    body: { 'zh-CN': '这张牌已确认，计入{authority}的督办记录。说明：{text}', en: 'The card stands and counts for {authority}. {text}' },
  },
  cardCancelled: {
    title: { 'zh-CN': '督办结论：{number} 已撤销', en: 'Card cancelled: {number}' },
    body: { 'zh-CN': '这张牌已撤销，不计入{authority}的督办记录。说明：{text}', en: 'The card is cancelled and does not count for {authority}. {text}' },
  },
  opinionAsked: {
    title: { 'zh-CN': '{authority}征求意见：{number}', en: '{authority} asks for an opinion: {number}' },
    body: { 'zh-CN': '“{service}”：{text}', en: '{service}: {text}' },
  },
  decisionProposed: {
    title: { 'zh-CN': '{by}提请您决定：{number}', en: '{by} asks for your decision: {number}' },
    body: { 'zh-CN': '“{service}”：{text}', en: '{service}: {text}' },
  },
  resultToCorrect: {
    title: { 'zh-CN': '请更正结果：{number}', en: 'Result to be corrected: {number}' },
    body: { 'zh-CN': '申请人更正了“{service}”用到的内容，已出具的结果跟更正后的不一样。请核实后更正结果。', en: 'The applicant has put right what {service} rests on, and the result says otherwise. Please check and correct it.' },
  },
  visitAsked: {
    title: { 'zh-CN': '请答复踏勘时间：{day}', en: 'A visit on {day}: can you come?' },
    body: { 'zh-CN': '{number}要几个部门一起踏勘，地点：{place}。能去就确认，去不了请另提时间。', en: '{number} needs a joint visit to {place}. Please confirm or ask for another time.' },
  },
  visitAgreed: {
    title: { 'zh-CN': '踏勘时间定了：{day}', en: 'The visit is arranged: {day}' },
    body: { 'zh-CN': '{number}，地点：{place}。办理时间从那天起停，到本部门签完意见为止。', en: '{number}, {place}. The clock stands from that day until your part is signed.' },
  },
  visitTomorrow: {
    title: { 'zh-CN': '请记得：{day}踏勘', en: 'Reminder: visit on {day}' },
    body: { 'zh-CN': '{number}，地点：{place}。意见表用手机当场填写、签字。', en: '{number}, {place}. The sheet is filled in and signed on the spot, on a phone.' },
  },
  visitOff: {
    title: { 'zh-CN': '踏勘不去了：{number}', en: 'The visit is off: {number}' },
    body: { 'zh-CN': '原定{day}。{text}', en: 'It was planned for {day}. {text}' },
  },
  visitAbsent: {
    title: { 'zh-CN': '没有到场：{number}', en: 'Nobody came: {number}' },
    body: { 'zh-CN': '{day}的踏勘，别的部门记录本部门没有到场。这一件要另外踏勘。', en: 'The others recorded that nobody of your authority came on {day}. The case needs a visit of its own.' },
  },
  visitRectified: {
    title: { 'zh-CN': '申请人说改好了：{number}', en: 'Put right, says the applicant: {number}' },
    body: { 'zh-CN': '请复查。{text}', en: 'Please look again. {text}' },
  },
  accessAsked: {
    title: { 'zh-CN': '有新的共享申请：{resource}', en: 'Access asked for: {resource}' },
    body: { 'zh-CN': '{number}，请在期限内答复。', en: '{number}. Please answer in time.' },
  },
  accessGranted: {
    title: { 'zh-CN': '可以使用了：{resource}', en: 'Access given: {resource}' },
    body: { 'zh-CN': '{number}已同意。能用哪些数据项、每天多少次，见申请页。{text}', en: '{number} was granted. The request says which fields and how often. {text}' },
  },
  accessRefused: {
    title: { 'zh-CN': '没有同意：{resource}', en: 'Access refused: {resource}' },
    body: { 'zh-CN': '{number}：{text}', en: '{number}: {text}' },
  },
  accessDisputed: {
    title: { 'zh-CN': '共享争议，请协调：{resource}', en: 'Disagreement on access: {resource}' },
    body: { 'zh-CN': '{number}：{text}', en: '{number}: {text}' },
  },
  accessRevoked: {
    title: { 'zh-CN': '授权已收回：{resource}', en: 'Access taken back: {resource}' },
    body: { 'zh-CN': '{number}，即刻起不能再调用。{text}', en: '{number}; nothing is given from now on. {text}' },
  },
  accessEnding: {
    title: { 'zh-CN': '授权快到期：{resource}', en: 'Access runs out: {resource}' },
    body: { 'zh-CN': '{number}，{day}到期。还要用的，请提前续期。', en: '{number} ends on {day}. Renew it in time if it is still needed.' },
  },
  disputeAsked: {
    title: { 'zh-CN': '更正申请：{service}', en: 'Correction asked for: {service}' },
    body: { 'zh-CN': '有人认为登记的“{service}”不对，请{authority}在{day}前核实、答复。', en: 'Somebody says the record of “{service}” is wrong. {authority} is to answer by {day}.' },
  },
  disputeObjected: {
    title: { 'zh-CN': '对更正答复有异议：{service}', en: 'Objection to an answer: {service}' },
    body: { 'zh-CN': '当事人不认可{authority}的答复，请在{day}前作出决定。', en: 'The resident does not accept the answer of {authority}. Please decide by {day}.' },
  },
  disputeOrdered: {
    title: { 'zh-CN': '请重新核实：{service}', en: 'To be looked at again: {service}' },
    body: { 'zh-CN': '监督部门要求{authority}在{day}前重新核实、答复。说明：{text}', en: '{authority} is to look again and answer by {day}. {text}' },
  },
  disputeLate: {
    title: { 'zh-CN': '更正申请超期：{authority}', en: 'Correction late: {authority}' },
    body: { 'zh-CN': '关于“{service}”的更正申请已过答复期限（{day}），请督促。', en: 'The answer on “{service}” was due on {day}. Please see to it.' },
  },
  handOverLate: {
    title: { 'zh-CN': '移交超期 {days} 个工作日：{service}', en: 'To be handed over, {days} working days late: {service}' },
    body: { 'zh-CN': '{place}收下的{number}，应在{day}前移交给{authority}。对方还没有收到材料，审批期限也还没有开始算。', en: '{number}, taken in at {place}, was to be handed over to {authority} by {day}. Its time limit has not begun.' },
  },
  receiptLate: {
    title: { 'zh-CN': '签收超期 {days} 个工作日：{service}', en: 'To be receipted, {days} working days late: {service}' },
    body: { 'zh-CN': '{place}移交的{number}，{authority}应在{day}前签收或者退回。', en: '{number}, handed over by {place}, was to be receipted or returned by {authority} by {day}.' },
  },
  parcelFailed: {
    title: { 'zh-CN': '移交的原件没有寄到：{number}', en: 'Originals did not arrive: {number}' },
    body: { 'zh-CN': '{place}寄给{authority}的原件：{text}。请与对方联系，改用别的办法交付。', en: 'Originals from {place} to {authority}: {text}. Please get in touch and bring them another way.' },
  },
  mentioned: {
    title: { 'zh-CN': '{by}提到了您：{number}', en: '{by} mentioned you: {number}' },
    body: { 'zh-CN': '{text}', en: '{text}' },
  },
}

/** After the first of several cases. */
const othersIn = ({ count = 1 }: StaffMessageDetail, language: Language): string => (count < 2 ? '' : language === 'en' ? ` and ${count - 1} more` : `等 ${count} 件`)

const fill = (text: string, detail: StaffMessageDetail, language: Language): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: keyof StaffMessageDetail | 'others') => {
    if (name === 'others') return othersIn(detail, language)
    const value = detail[name]
    return value === undefined ? whole : typeof value === 'object' ? textIn(value, language) : String(value)
  })

/** The words of a message to an official. */
export const staffWordsOf = ({ kind, detail }: Pick<StaffMessage, 'kind' | 'detail'>, language: Language): { title: string; body: string } => {
  const { title, body } = words[kind]
  return { title: fill(textIn(title, language), detail, language), body: fill(textIn(body, language), detail, language) }
}
