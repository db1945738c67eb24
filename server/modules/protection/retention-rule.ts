// How long what is kept, by which law, and what happens then: rules as data. Changed by configuration (RETENTION), not in code. Pure.
// Personal Information Protection Law Art. 19: no longer than the purpose needs; Art. 47: erased when that is over, or when asked for.
import type { Texts } from '../../kernel/texts.ts'

export const retentionRuleIds = ['drafts', 'messages', 'textMessages', 'searches', 'applications', 'trail', 'departmentConsents'] as const

export type RetentionRuleId = (typeof retentionRuleIds)[number]

/** `days`: how long after it was last touched; null: kept, its end is decided by the archive, not by this program. */
export type RetentionRule = { id: RetentionRuleId; what: Texts; days: number | null; law: string; why: Texts }

export const retentionRules: readonly RetentionRule[] = [
  {
    id: 'drafts', days: 365, law: '个人信息保护法第十九条、第四十七条', what: { 'zh-CN': '没有提交的草稿', en: 'Drafts never handed in' },
    why: { 'zh-CN': '一年没有动过的草稿，多半不会再办了，里面填写的内容和上传的材料一并删除。', en: 'A draft nobody has touched for a year will hardly be handed in; what was filled in and uploaded goes with it.' },
  },
  {
    id: 'messages', days: 1095, law: '个人信息保护法第十九条、第四十七条', what: { 'zh-CN': '站内消息', en: 'Messages in the inbox' },
    why: { 'zh-CN': '三年前的提醒已经没有用处，办理结果和文书另有保存，不受影响。', en: 'Reminders three years old serve nobody any more; results and documents are kept elsewhere.' },
  },
  {
    id: 'textMessages', days: 365, law: '个人信息保护法第十九条、通信短信息服务管理规定', what: { 'zh-CN': '发过的短信', en: 'Text messages sent' },
    why: { 'zh-CN': '号码和内容加密保存，留一年用来查清发没发到、答复投诉，之后删除。', en: 'Number and words are encrypted and kept for a year, to show what was delivered and to answer complaints.' },
  },
  {
    id: 'searches', days: 90, law: '个人信息保护法第十九条', what: { 'zh-CN': '搜过什么词、没找到什么', en: 'What was searched and not found' },
    why: { 'zh-CN': '只记词和次数，不记是谁，九十天够用来改进搜索。', en: 'Words and how often, never who; ninety days are enough to make the search better.' },
  },
  {
    id: 'applications', days: null, law: '档案法、机关文件材料归档范围和文书档案保管期限规定', what: { 'zh-CN': '已经提交的申办、办件和结果', en: 'Applications handed in, their cases and results' },
    why: { 'zh-CN': '机关办理公务形成的材料要依法归档，期限没到不能删；里面的个人信息加密保存，只有办理的部门能看。', en: 'What authorities have acted on is archived by law and cannot be erased before its time; it is encrypted, and only the authority in charge can read it.' },
  },
  {
    id: 'trail', days: null, law: '个人信息保护法第五十六条', what: { 'zh-CN': '谁看过、谁办过的记录', en: 'The record of who looked and who acted' },
    why: { 'zh-CN': '这些记录用来查清有没有人乱看、乱改您的信息，删掉就无从查起了。', en: 'It shows whether anybody has looked at or changed your data without a reason; erased, nobody could tell.' },
  },
  {
    id: 'departmentConsents', days: 1095, law: '个人信息保护法第十四条、第十五条、第十九条，民法典第一百八十八条', what: { 'zh-CN': '部门征求过的查询同意和您的答复', en: 'Consents departments asked for, and your answers' },
    why: { 'zh-CN': '到期以后再留三年，万一有争议，可以查清您同意过什么、什么时候撤回的，之后删除；已经撤回的，撤回后部门不能再查。', en: 'Kept for three years after their last day, the time in which claims can be brought, to show what you agreed to and when you took it back. Departments can no longer look anything up by what was taken back.' },
  },
]

/** Whether it stays when somebody has what is theirs erased: it proves what was done, to them and to the authorities. */
export const staysWhenAsked = ({ id, days }: RetentionRule): boolean => days === null || id === 'departmentConsents'

/** Days of each rule; those configured come first. @param given rule → days, as configured */
export const daysOf = (rule: RetentionRule, given: Readonly<Record<string, number>>): number | null => (rule.days === null ? null : given[rule.id] ?? rule.days)

const dayMs = 24 * 60 * 60 * 1000

/** What was last touched before this instant is over. */
export const overBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs)
