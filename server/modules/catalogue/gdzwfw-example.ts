// One invented row in the platform's format, for tests: everything in order, nobody's data.
// `exampleLine({ TASK_CODE: '…' })` is that row with some fields changed, as a line of a file.
import { creditCodeCheckCharacter, organisationCodeCheckCharacter } from '../../kernel/identifiers.ts'

const organisation = '00000001'
export const exampleOrganisationCode = organisation + organisationCodeCheckCharacter(organisation)
const creditBody = `11440300${exampleOrganisationCode}`
export const exampleAuthorityCode = creditBody + creditCodeCheckCharacter(creditBody)
export const exampleCode = `${exampleAuthorityCode}3440199001000`

export const exampleRow = {
  _id: { $oid: '60ae6f94e995f7e541f00001' },
  TASK_CODE: exampleCode,
  ORGCODE: exampleOrganisationCode,
  TASK_TYPE_TEXT: '行政许可',
  TASK_TYPE: '01',
  LIMIT_SCENE_NUM: '1',
  TASK_STATE: null,
  TASK_TAG: null,
  CATANAME: '街头艺人演出许可',
  parentCatalogName: '街头艺人演出许可',
  parentCatalogId: '44019900100Y',
  CATAID: '440199001000',
  subCatalogName: '街头艺人演出许可（个人）',
  matter_name: '街头艺人演出许可（个人）',
  TASK_NAME: '街头艺人演出许可（个人）（首次申请）',
  subTaskName: '首次申请',
  DEPT_NAME: '示范市文化局',
  AREACODE: '440300',
  AREA_CODE_TEXT: '广东省深圳市',
  matter_level: '市级',
  district: '市级',
  URL: 'https://example.gov.cn/apply?id=1',
  ONLINECHECK: '1',
  matter_short: '街头演出',
  matter_daily: '街头艺人，街头表演',
  matter_code: '无',
  visit_number: '1',
  co_department: '无',
  handle_location: '办理地点：示范路1号政务服务大厅3号窗口',
  handle_time: '20(工作日)',
  handle_time_limit: '5(工作日)',
  matter_type: '行政许可',
  accept_standard: '申请人应当符合下列条件： 1、年满18周岁； 2、具有表演能力。',
  consult_phone: '0755-82000000',
  courier_service: '是',
  bear_paltform: '示范办事平台',
  complain_phone: '12345',
  online_book: '是',
  online_book_addr: 'https://example.gov.cn/book',
  theme_category: ['文化体育'],
  service_object_name: ['自然人'],
  material_intro: ['申请表', '居民身份证'],
}

/** The example row with changes, as one line; a field changed to undefined is left out. */
export const exampleLine = (changes: Record<string, unknown> = {}): string => JSON.stringify({ ...exampleRow, ...changes })

/** Implementing codes that differ in their last characters: `exampleCodeNumber(7)`. */
export const exampleCodeNumber = (number: number): string => `${exampleAuthorityCode}3440199${String(number).padStart(6, '0')}`

/** The fields of a row that must agree with its code, for row number `number`. */
export const exampleCodes = (number: number) => ({ TASK_CODE: exampleCodeNumber(number), CATAID: exampleCodeNumber(number).slice(19) })
