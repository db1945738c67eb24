// What the guide linter says: a rule, the guide and field it is about, what is written there, what that conflicts with.
// Pure. Remedies belong to the rule; severities say how much it matters to the person who follows the guide.
import { createHash } from 'node:crypto'
import type { Texts } from '../../kernel/texts.ts'
import type { Guide } from './guide.ts'

export type Severity = 'error' | 'warning' | 'notice'

type Rule = { severity: Severity; name: Texts; remedy: Texts }

export const lintRules = {
  'promised-over-statutory': {
    severity: 'error', name: { 'zh-CN': '承诺时限比法定时限还长', en: 'Promised longer than the law allows' },
    remedy: { 'zh-CN': '把承诺时限改到法定时限以内。', en: 'Bring the promise within the statutory limit.' },
  },
  'visit-in-text': {
    severity: 'error', name: { 'zh-CN': '写着不用跑，材料或条件却要人到场', en: 'Says no visit, asks for one in the text' },
    remedy: { 'zh-CN': '改成在线核验；确实要到场的，把“到现场次数”改成实际次数并写明原因。', en: 'Verify online instead; where a visit is needed, state the number and the reason.' },
  },
  'online-with-visit': {
    severity: 'notice', name: { 'zh-CN': '可以网上申请，仍要到现场', en: 'Can be applied for online, yet needs a visit' },
    remedy: { 'zh-CN': '写明到现场办什么；能改成邮寄、远程核验的就改。', en: 'Say what the visit is for; replace it by post or remote verification where possible.' },
  },
  'shared-document-demanded': {
    severity: 'notice', name: { 'zh-CN': '列了别的部门发的、可以共享核验的证照', en: 'Lists a document another authority issues, which could be looked up' },
    remedy: { 'zh-CN': '改为经共享平台核验或调用电子证照，查不到时才请申请人上传；已经在核验的，写明不用交。', en: 'Look it up or use the e-licence and ask for an upload only when nothing is found; where that is done already, say that it need not be handed in.' },
  },
  'legal-basis-missing': {
    severity: 'notice', name: { 'zh-CN': '没有写明法律依据', en: 'No legal basis stated' },
    remedy: { 'zh-CN': '补上设定依据和实施依据，写到条款。', en: 'Add the law it rests on, down to the article.' },
  },
  'vague-document': {
    severity: 'warning', name: { 'zh-CN': '材料是兜底说法，看不出要交什么', en: 'A catch-all instead of a document' },
    remedy: { 'zh-CN': '逐项写出材料名称，或删去这一项。', en: 'Name each document, or remove the entry.' },
  },
  'link-shape': {
    severity: 'warning', name: { 'zh-CN': '网址不像能长期使用的地址', en: 'An address that cannot last' },
    remedy: { 'zh-CN': '换成本单位域名下的办理页地址。', en: 'Use the address of the page under the authority’s own domain.' },
  },
  'link-front-page': {
    severity: 'notice', name: { 'zh-CN': '网上办理地址只到网站首页', en: 'The online address is only a front page' },
    remedy: { 'zh-CN': '换成能直接办理这件事的页面。', en: 'Link to the page where this can be done.' },
  },
  'link-dead': {
    severity: 'error', name: { 'zh-CN': '网址打不开', en: 'Dead link' },
    remedy: { 'zh-CN': '换成可用的地址，或去掉网上办理的说法。', en: 'Replace the address, or stop saying it can be done online.' },
  },
  'phone-shape': {
    severity: 'warning', name: { 'zh-CN': '电话号码打不通', en: 'No phone number that can be dialled' },
    remedy: { 'zh-CN': '改成带区号的完整号码，或 12345。', en: 'Give the full number with area code, or 12345.' },
  },
  'phone-missing': {
    severity: 'notice', name: { 'zh-CN': '没有咨询电话', en: 'No phone to ask' },
    remedy: { 'zh-CN': '补上咨询电话，至少写 12345。', en: 'Add one, at least 12345.' },
  },
  'regions-differ-statutory': {
    severity: 'warning', name: { 'zh-CN': '同一事项两地法定时限不同', en: 'Statutory limits differ between regions' },
    remedy: { 'zh-CN': '核对依据；同一部法律定的时限应当一致。', en: 'Check the law; one law gives one limit.' },
  },
  'regions-differ-promised': {
    severity: 'notice', name: { 'zh-CN': '同一事项两地承诺时限相差一倍以上', en: 'Promises differ by more than double between regions' },
    remedy: { 'zh-CN': '看快的地方怎么办的，能学就学。', en: 'See how the faster place does it.' },
  },
  'regions-differ-documents': {
    severity: 'warning', name: { 'zh-CN': '同一事项两地要的材料不同', en: 'Documents differ between regions' },
    remedy: { 'zh-CN': '按同一份实施清单统一；多要的写明依据，没有依据就去掉。', en: 'Align with one list; justify what is extra or drop it.' },
  },
  'limit-against-cases': {
    severity: 'warning', name: { 'zh-CN': '承诺时限与实际办理不符', en: 'The promise does not match what was measured' },
    remedy: { 'zh-CN': '总是超过的，查原因再改承诺；总是早得多的，把承诺缩短。', en: 'Where it is broken, find out why; where it is beaten by far, promise less.' },
  },
} as const satisfies Record<string, Rule>
export type LintRule = keyof typeof lintRules
export const isLintRule = (text: string): text is LintRule => Object.hasOwn(lintRules, text)

export type Field = 'limits' | 'visits' | 'documents' | 'conditions' | 'legalBasis' | 'online' | 'booking' | 'phone'

export type Finding = {
  /** the same for the same finding in every run */
  id: string
  rule: LintRule
  severity: Severity
  guide: Pick<Guide, 'source' | 'key' | 'name' | 'authority' | 'region'>
  field: Field
  /** what the guide says, in its own words */
  says: string
  /** what that conflicts with, in Chinese; null when it is wrong by itself */
  against: string | null
}

/** @param says also makes the finding's id, so it must not depend on anything but the guide */
export const finding = (rule: LintRule, guide: Guide, field: Field, says: string, against: string | null = null): Finding => {
  const { source, key, name, authority, region } = guide
  const id = createHash('sha256').update([rule, key, field, says].join('\n')).digest('hex').slice(0, 12)
  return { id, rule, severity: lintRules[rule].severity, guide: { source, key, name, authority, region }, field, says, against }
}
