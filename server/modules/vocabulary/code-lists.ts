// The controlled words our descriptions point at: kinds, audiences, lines, channels and the like, each a concept of its own.
// Pure. Addresses are made from where people reach the server, so two installations never claim the same one.
import type { Texts } from '../../kernel/texts.ts'
import { inLanguages, plain, resource, type Resource } from './description.ts'

/** Makes addresses below the public address of a server; parts are escaped. */
export type Addresses = (...parts: readonly string[]) => string
export const addressesBelow = (publicUrl: string): Addresses => (...parts) => `${publicUrl}/id/${parts.map((part) => encodeURIComponent(part)).join('/')}`

/** One entry of a code list; a code without a name stands for itself. */
export const concept = (at: Addresses, list: string, code: string, name?: Texts): Resource =>
  resource(at('codes', list, code), 'skos:Concept', { 'dct:identifier': plain(code), 'skos:prefLabel': name ? inLanguages(name) : { text: code.replaceAll('-', ' '), language: 'en' } })

export const location = (at: Addresses, code: string, name: Texts): Resource =>
  resource(at('regions', code), 'dct:Location', { 'dct:identifier': plain(code), 'dct:title': inLanguages(name) })

/** The languages services are given in, by the EU's authority list. */
export const chineseLanguage = resource('http://publications.europa.eu/resource/authority/language/ZHO', 'dct:LinguisticSystem', { 'skos:prefLabel': { text: 'Chinese', language: 'en' } })
export const yuan = resource('http://publications.europa.eu/resource/authority/currency/CNY', 'skos:Concept', { 'skos:prefLabel': [{ text: 'renminbi', language: 'en' }, { text: '人民币元', language: 'zh-cn' }] })

export const ruleKinds = {
  'statutory-limit': { 'zh-CN': '法定时限', en: 'Statutory time limit' },
  'promised-limit': { 'zh-CN': '承诺时限', en: 'Promised time limit' },
  visits: { 'zh-CN': '到现场次数', en: 'Visits in person' },
  guide: { 'zh-CN': '办事指南', en: 'Guide' },
  procedure: { 'zh-CN': '办理流程', en: 'Procedure' },
  fee: { 'zh-CN': '收费依据', en: 'Basis of the fee' },
  condition: { 'zh-CN': '条件的判断式', en: 'Expression of a condition' },
} as const satisfies Record<string, Texts>

export const requirementKinds = {
  condition: { 'zh-CN': '受理条件', en: 'Condition' },
  document: { 'zh-CN': '申请材料', en: 'Document' },
  information: { 'zh-CN': '填报内容', en: 'Information' },
} as const satisfies Record<string, Texts>

export const channelKinds = {
  online: { 'zh-CN': '网上办理', en: 'Online' },
  counter: { 'zh-CN': '线下窗口', en: 'Counter' },
  booking: { 'zh-CN': '网上预约', en: 'Online booking' },
  courier: { 'zh-CN': '寄递', en: 'Courier' },
} as const satisfies Record<string, Texts>

/** 网办深度 */
export const onlineDepths = {
  consult: { 'zh-CN': 'Ⅰ级：网上能查', en: 'Level I: information online' },
  preview: { 'zh-CN': 'Ⅱ级：网上预审', en: 'Level II: examined online in advance' },
  accept: { 'zh-CN': 'Ⅲ级：网上受理', en: 'Level III: accepted online' },
  full: { 'zh-CN': 'Ⅳ级：全程网办', en: 'Level IV: fully online' },
} as const satisfies Record<string, Texts>

/** 通办范围 */
export const reaches = {
  street: { 'zh-CN': '本镇街', en: 'This town' },
  district: { 'zh-CN': '本县区', en: 'This district' },
  city: { 'zh-CN': '全市', en: 'The city' },
  province: { 'zh-CN': '全省', en: 'The province' },
  nation: { 'zh-CN': '全国', en: 'The country' },
} as const satisfies Record<string, Texts>
