// What can be seen in one guide alone: limits, visits, documents, legal basis, links, phones.
// Pure. Each rule would rather say nothing than something wrong: it names exact words and closed lists.
import { promisedLongerThanStatutory } from '../catalogue/index.ts'
import { finding, type Finding } from './finding.ts'
import { limitText, type Guide } from './guide.ts'
import { plainName } from './document-names.ts'
import { findSharedDocument } from './shared-documents.ts'

const around = (text: string, found: RegExpExecArray, span = 24): string => {
  const from = Math.max(0, found.index - span)
  const to = Math.min(text.length, found.index + found[0].length + span)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ')}${to < text.length ? '…' : ''}`
}

const limits = (guide: Guide): Finding[] =>
  guide.promised && guide.statutory && promisedLongerThanStatutory(guide.promised, guide.statutory)
    ? [finding('promised-over-statutory', guide, 'limits', `承诺 ${limitText(guide.promised)}`, `法定 ${limitText(guide.statutory)}`)]
    : []

/** Showing an original to somebody, or being there oneself; 现场 by itself often means an inspection of a place. */
const presence = /交验(?!收|货)|(?:本人|亲自|申请人|双方)(?:须|需|应|应当|必须)?(?:亲自|携[^，。；]{0,20})?(?:前往|到场|到(?:[^，。；]{0,12})?(?:窗口|大厅|柜台|现场|服务点|办事处|派出所))|(?:现场|当面)(?:提交|递交|核验|采集|拍照|签字|签名|签署|面谈|指纹)|面签|到窗口(?:提交|办理|领取)/

const visits = (guide: Guide): Finding[] => {
  if (guide.visits !== null && guide.visits > 0) return guide.online === true ? [finding('online-with-visit', guide, 'visits', `到现场 ${guide.visits} 次`, '可以网上办理')] : []
  if (guide.visits !== 0 || guide.online !== true) return []
  const inDocuments = guide.documents.flatMap(({ name }) => [presence.exec(name)].filter((each) => each !== null).map((each) => ({ field: 'documents' as const, text: name, each })))
  const inConditions = guide.conditions.flatMap((text) => [presence.exec(text)].filter((each) => each !== null).map((each) => ({ field: 'conditions' as const, text, each })))
  const [first] = [...inDocuments, ...inConditions]
  return first ? [finding('visit-in-text', guide, first.field, around(first.text, first.each), '到现场 0 次')] : []
}

const things = '(?:材料|资料|文件|证件|凭证|证据|佐证|手续|文书|单证)'
const vagueDocument = new RegExp(
  [
    `^(?:其他|其它)[^，。；]{0,14}${things}`,
    `(?:-|—|：|:|的)(?:其他|其它)[^，。；]{0,8}${things}$`,
    `(?:有关|相关|相应|所需|必要)(?:的)?(?:证明|佐证|证据|支撑|业务)?${things}`,
    `等(?:有关|相关|证明|佐证|证据|支撑|有效|必要)?(?:的)?(?:材料|资料|文件|证件|证据材料)(?:原件)?$`,
    `(?:要求|规定|需要|应当)(?:提交|提供|报送|补充)的(?:其他|其它)?${things}$`,
  ].join('|'),
)
const documents = (guide: Guide): Finding[] =>
  guide.documents.flatMap(({ name, sharedBy }) => {
    if (vagueDocument.test(plainName(name))) return [finding('vague-document', guide, 'documents', name)]
    const shared = findSharedDocument(name)
    if (!shared || (sharedBy?.length ?? 0) > 0 || shared.issuedBy.test(guide.authority.name)) return []
    return [finding('shared-document-demanded', guide, 'documents', name, `${shared.name}由${shared.issuer}签发，可以共享核验${sharedBy === undefined ? '；指南的来源没有写明是否已经在核验' : '，这里没有去核验'}`)]
  })

/** A law by its title in book-title marks, by its article, or by name after 根据 and the like. */
const citation = /《[^》]{2,60}》|第[一二三四五六七八九十百零〇\d]+条|(?:根据|依据|按照|依照|遵照|违反)[^，。；]{0,30}(?:法|条例|办法|规定|规则|细则|决定|通知|意见|标准|规程|文件|号)|[〔[(（]\d{4}[〕\])）]\d*号?|(?:法律|条例|办法|细则)(?:的)?规定|[\u4e00-\u9fff]{2}(?:管理办法|实施办法|实施细则|暂行办法|条例)/

/** A list announced and not given, or a list that stops after a separator. */
const brokenOff = /(?:[：:；;]|下列[^。；]{0,20}(?:条件|情形|材料)(?:之一)?(?:的)?|以下[^。；]{0,20}(?:条件|情形|要求)(?:的)?)$/

const legalBasis = (guide: Guide): Finding[] => {
  if (guide.laws !== undefined) return guide.laws.length === 0 ? [finding('legal-basis-missing', guide, 'legalBasis', '法律依据一栏是空的')] : []
  // Where the text breaks off, what is missing may have been the citation.
  if (!guide.isPower || guide.conditions.some((text) => citation.test(text)) || guide.conditions.some((text) => brokenOff.test(text))) return []
  return [finding('legal-basis-missing', guide, 'legalBasis', '全文没有引用任何法律、法规或文件')]
}

const isAddress = /^https?:\/\/(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?:\/|$)/i
const isPicture = /\.(?:png|jpe?g|gif|bmp|webp)(?:[?#]|$)/i
const isUnfilled = /[?&][\w-]*(?:token|ticket|session)[\w-]*=(?:&|#|$)|\$\{|\{\{|undefined|localhost/i

const link = (guide: Guide, field: 'online' | 'booking', url: string | null): Finding[] => {
  if (url === null) return []
  if (isAddress.test(url)) return [finding('link-shape', guide, field, url, '裸 IP 地址，没有域名，换机器就失效')]
  if (isPicture.test(url)) return [finding('link-shape', guide, field, url, '是一张图片，不是办理页面')]
  if (isUnfilled.test(url)) return [finding('link-shape', guide, field, url, '地址里有没填好的参数')]
  return []
}

/** Area code and seven or eight digits, a mobile number, a service number of five digits (with or without area code), 400 and 800 numbers. */
const dialled = /^(?:0\d{2,3}-?)?[1-9]\d{6,7}$|^1[3-9]\d{9}$|^(?:0\d{2,3}-?)?[19]\d{4}$|^[48]00-?\d{3,4}-?\d{3,4}$/

const phones = (guide: Guide): Finding[] => {
  if (guide.phones === undefined) return []
  const wrong = [...guide.badPhones, ...guide.phones.filter((number) => !dialled.test(number))]
  if (wrong.length > 0) return [...new Set(wrong)].map((number) => finding('phone-shape', guide, 'phone', number))
  return guide.phones.length === 0 ? [finding('phone-missing', guide, 'phone', '咨询电话一栏没有号码')] : []
}

/** Everything one guide gives reason to say. */
export const lintGuide = (guide: Guide): Finding[] => [
  ...limits(guide), ...visits(guide), ...documents(guide), ...legalBasis(guide), ...link(guide, 'online', guide.onlineUrl), ...link(guide, 'booking', guide.bookingUrl), ...phones(guide),
]
