// A real service as another platform publishes it, in our words: what the portal lists, searches and shows as a guide page.
// Pure: the shape, its closed sets, and the catalogues of warnings and rejections an import can give.

/** What an authority does here, by the legal nature of the act (行政许可法 and the provincial lists of powers). */
export const serviceKinds = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  ruling: '行政裁决',
  expropriation: '行政征用',
  'other-power': '其他行政权力',
  'public-service': '公共服务',
} as const
export type ServiceKind = keyof typeof serviceKinds | 'unknown'

export const audienceKinds = {
  person: '自然人',
  enterprise: '企业法人',
  'public-institution': '事业法人',
  'social-organisation': '社会组织法人',
  'unincorporated-enterprise': '非法人企业',
  'government-body': '行政机关',
  'other-organisation': '其他组织',
} as const
export type AudienceKind = keyof typeof audienceKinds

export const authorityLevels = { national: '国家级', province: '省级', city: '市级', district: '县级', street: '镇级', village: '村级' } as const
export type AuthorityLevel = keyof typeof authorityLevels

export const handlingSteps = { accept: '受理', review: '审核', decide: '决定与公开', deliver: '证件制定与送达' } as const
export type HandlingStep = keyof typeof handlingSteps

/** The region of services described in other countries, which have no GB/T 2260 code. */
export const abroad = '000000'

/** A time limit as published; 0 days means on the spot. */
export type TimeLimit = { days: number; unit: 'working' | 'calendar' }
/** `number` is dialled as written, e.g. '020-83133642', '12345'; `extension` is what to press or ask for next. */
export type Phone = { number: string; extension: string | null; label: string | null }
/** `unreadable` keeps what was written where a phone belongs and is none. */
export type Contact = { phones: Phone[]; unreadable: string[] }
export type JointAuthority = { level: AuthorityLevel; authority: string; steps: HandlingStep[] }

export type ImportedService = {
  /** the implementing code (实施编码), 31 or 33 characters: authority 18, level 1, catalogue item 12, sub-item 2 */
  code: string
  /** the name with its sub-item in brackets */
  name: string
  itemName: string
  subName: string | null
  /** `code`: characters 1–18 of the implementing code; `codeValid`: it is a unified social credit code by GB 32100 */
  authority: { code: string; codeValid: boolean; name: string; organisationCode: string | null }
  region: { code: string; name: string }
  level: AuthorityLevel
  kind: ServiceKind
  catalogue: { code: string | null; parentCode: string | null; parentName: string | null }
  /** the code of the national basic catalogue's implementation, where stated */
  nationalCode: string | null
  audience: AudienceKind[]
  themes: string[]
  statutoryLimit: TimeLimit | null
  promisedLimit: TimeLimit | null
  /** how often the applicant must come in person */
  visits: number | null
  /** null: not stated */
  online: { available: boolean | null; url: string | null }
  courier: boolean | null
  booking: { available: boolean | null; url: string | null }
  locations: string[]
  consult: Contact
  complaint: Contact
  /** paragraphs of plain text */
  conditions: string[]
  materials: string[]
  jointAuthorities: JointAuthority[]
  /** the published text, kept when it could not be read into `jointAuthorities` */
  jointAuthoritiesText: string | null
  aliases: string[]
  platform: { name: string; url: string | null } | null
  sourceUrl: string
}

/** What was repaired or does not fit together. The service is imported all the same. */
export const importWarnings = {
  alias_dropped: '别名太长或只有符号，没有采用',
  audience_missing: '没有写明服务对象',
  audience_unknown: '有不认识的服务对象，没有采用',
  authority_uscc_invalid: '实施编码前 18 位不是有效的统一社会信用代码',
  blank_line: '空行，已跳过',
  booking_address_missing: '写明可以网上预约，却没有预约网址',
  booking_contradicts: '写明不能网上预约，却有预约网址',
  byte_order_mark: '行首有字节顺序标记，已去掉',
  catalogue_code_disagrees: '目录编码与实施编码不一致',
  code_repaired: '实施编码里有空格、全角或小写字符，已整理',
  conditions_cut_off: '受理条件在列举处中断，后面的内容缺失',
  controls_removed: '文字里有控制字符或不可见字符，已去掉',
  duplicate_identical: '同一文件里内容相同的重复行，只保留第一次',
  encoding_gb18030: '这一行不是 UTF-8，已按 GB 18030 读取',
  field_type: '有字段的类型不对，已按文字读取或忽略',
  html_removed: '文字里有网页标记，已去掉',
  joint_authorities_unread: '共同办理部门读不出层级、部门或环节，保留原文',
  kind_disagrees: '两处写明的事项类型不一致',
  kind_unknown: '不认识的事项类型',
  level_disagrees: '行使层级与地区或编码不一致',
  limit_approximate: '时限按月、周、小时或小数写，已折算成天',
  limit_implausible: '时限超过十年，没有采用',
  limit_unit_assumed: '时限没有写明工作日还是自然日，按法律惯例推定',
  limit_unreadable: '时限读不懂，没有采用',
  list_split: '连在一起的几项已分开',
  materials_none: '行政许可却没有列出申请材料',
  materials_repeated: '申请材料有重复，已合并',
  name_brackets: '名称里的括号不成对',
  name_from_other_field: '事项名称为空，改用其他名称字段',
  name_long: '名称超过 200 字',
  name_repaired: '名称里有空白、全角半角或括号不规范，已整理',
  no_channel: '既不能网上办，也没有线下窗口',
  no_phone: '没有可用的咨询电话',
  online_contradicts: '写明可以网上办，却没有可用网址；或相反',
  organisation_code_disagrees: '组织机构代码与实施编码不一致',
  organisation_code_invalid: '组织机构代码校验位不对',
  phone_area_code_assumed: '固定电话没有区号，按所在地补上',
  phone_area_code_outside: '电话区号不是广东的',
  phone_unreadable: '写在电话一栏的内容不是能拨通的号码，原文保留',
  promised_limit_missing: '有法定时限，没有承诺时限',
  promised_longer_than_statutory: '承诺时限比法定时限还长',
  region_from_code: '没有地区编码，按地区名称或实施编码推定',
  region_disagrees: '地区编码与地区名称不一致',
  replacement_characters: '文字里有乱码',
  theme_dropped: '主题太长，没有采用',
  trailing_comma: '行尾有多余的逗号，已去掉',
  url_bare_address: '网址是裸 IP 地址，没有域名',
  url_points_to_image: '网址指向一张图片',
  url_private: '网址只在内网可用，没有采用',
  url_repaired: '网址缺协议或有多余字符，已整理',
  url_token_removed: '网址里带有登录令牌，已去掉',
  url_unreadable: '不是可用的网址，没有采用',
  visits_disagree: '两处写明的到现场次数不一致',
  visits_unreadable: '到现场次数读不懂，没有采用',
} as const
export type ImportWarning = keyof typeof importWarnings

/** Why a line cannot become a service: nothing identifies it, names it, or says who and where. */
export const importRejections = {
  authority_missing: '没有写明实施部门（DEPT_NAME）',
  code_invalid: '实施编码（TASK_CODE）应为 31 或 33 位数字和大写字母',
  code_missing: '没有实施编码（TASK_CODE），无法辨认是哪个事项',
  duplicate_code: '同一文件里前面已有这个实施编码，而内容不同；保留前面的一行',
  encoding_unreadable: '这一行既不是 UTF-8 也不是 GB 18030 文字',
  json_broken: '这一行不是完整的 JSON',
  line_too_long: '这一行超过 1 MiB，不像一个事项',
  name_missing: '没有事项名称（TASK_NAME、matter_name 等都为空）',
  not_an_object: '这一行是 JSON，但不是一个对象',
  region_outside: '地区不在广东省（44 开头）之内',
  region_unknown: '没有写明地区，编码里也看不出来',
} as const
export type ImportRejection = keyof typeof importRejections

/** What became of one line. `code` of a rejection is the implementing code as far as it could be read. */
export type LineOutcome = { service: ImportedService; warnings: ImportWarning[] } | RejectedLine
export type RejectedLine = { rejection: ImportRejection; code: string | null; detail: string | null }

/** 'json_broken: 这一行不是完整的 JSON（Unexpected end of JSON input）' */
export const rejectionReason = (rejection: ImportRejection, detail: string | null): string =>
  `${rejection}: ${importRejections[rejection]}${detail === null || detail === '' ? '' : `（${detail}）`}`

/**
 * Whether the promise is certainly longer than the law allows. Working days are never fewer calendar days, so a promise
 * in working days against a law in calendar days is compared day by day; the other way round only a clear excess counts.
 */
export const promisedLongerThanStatutory = (promised: TimeLimit, statutory: TimeLimit): boolean =>
  promised.unit === 'calendar' && statutory.unit === 'working' ? promised.days > statutory.days * 2 + 10 : promised.days > statutory.days
