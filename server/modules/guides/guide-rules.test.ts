// Each rule of one guide: what it finds, and what looks alike and is in order.
// Guides are invented.
import { describe, expect, test } from 'vitest'
import { readServiceLine } from '../catalogue/gdzwfw.ts'
import { exampleLine } from '../catalogue/gdzwfw-example.ts'
import { lintGuide } from './guide-rules.ts'
import { guideOfImported, type Guide } from './guide.ts'
import { documents, guide } from './testing-guide.ts'

const rules = (changes: Partial<Guide>) => lintGuide(guide(changes)).map(({ rule }) => rule)

test('a guide in order gives no finding', () => expect(lintGuide(guide())).toEqual([]))

test('every finding names guide, field, the words and has an id that stays', () => {
  const [found] = lintGuide(guide({ promised: { days: 30, unit: 'working' } }))
  expect(found).toMatchObject({ rule: 'promised-over-statutory', severity: 'error', field: 'limits', says: '承诺 30 个工作日', against: '法定 20 个工作日', guide: { key: 'G1' } })
  expect(lintGuide(guide({ promised: { days: 30, unit: 'working' } }))[0]?.id).toBe(found?.id)
})

describe('visits', () => {
  test.each<[string, Partial<Guide>, string[]]>([
    ['online and a visit stated', { visits: 1 }, ['online-with-visit']],
    ['not online and a visit stated', { online: false, onlineUrl: null, visits: 1 }, []],
    ['no visit, but an original to be shown', { documents: documents('未满16周岁的交验户口簿') }, ['visit-in-text']],
    ['no visit, but the applicant has to come', { conditions: ['依据《办法》，本人须亲自到窗口提交'] }, ['visit-in-text']],
    ['no visit, and an inspection of the place', { documents: documents('现场情况查勘确认表'), conditions: ['依据《办法》组织现场踏勘'] }, []],
    ['visits not stated', { visits: null, documents: documents('交验户口簿') }, []],
  ])('%s', (_, changes, expected) => expect(rules(changes)).toEqual(expected))
})

describe('documents', () => {
  test.each(['居民身份证', '身份证（复印件）', '申请人身份证原件及复印件', '《居民身份证》', '法定代表人身份证', '营业执照副本', '户口本', '出生医学证明'])('%s could be looked up, since another authority issues it', (name) => {
    expect(rules({ documents: documents(name) })).toEqual(['shared-document-demanded'])
  })
  test.each(['身份证明', '身份证件', '有效护照或者国际旅行证件', '营业执照或事业单位法人证书', '授权委托书及身份证'])('%s is not known to be one shared document', (name) => expect(rules({ documents: documents(name) })).toEqual([]))
  test('the authority that issues a document may ask to see it', () => expect(rules({ authority: { id: 'A2', name: '示范市公安局' }, documents: documents('居民身份证', '户口簿') })).toEqual([]))
  test('a source that does not say whether a document is looked up is not held to demand it', () => {
    const found = (sharedBy: string[] | undefined) => lintGuide(guide({ documents: [{ name: '居民身份证', sharedBy }] })).map(({ severity, against }) => `${severity} ${against}`)
    expect(found(undefined)).toEqual(['notice 居民身份证由公安机关签发，可以共享核验；指南的来源没有写明是否已经在核验'])
    expect(found([])).toEqual(['notice 居民身份证由公安机关签发，可以共享核验，这里没有去核验'])
  })
  test('what is looked up already is not demanded', () => expect(rules({ documents: [{ name: '居民身份证', sharedBy: ['population'] }] })).toEqual([]))
  test.each(['其他材料', '其它有关资料', '法律法规规定的其他材料', '审计报告、合同等材料', '身份证等有效证件', '与申请事由相应的证明材料', '历次批复要求提交的资料', '附件-其他佐证材料'])('%s says nothing about what to bring', (name) => {
    expect(rules({ documents: documents(name) })).toEqual(['vague-document'])
  })
  test.each(['三年以上其他法律职业经历证明', '高等学校毕业证书', '运动员技术等级申请表', '有效护照等国际旅行证件', '无医疗事故、违纪等证明', '相关利益群体意见'])('%s says what to bring', (name) => expect(rules({ documents: documents(name) })).toEqual([]))
})

describe('legal basis', () => {
  test.each<[string, Partial<Guide>, string[]]>([
    ['a licence whose text cites nothing', { conditions: ['年满十八周岁'] }, ['legal-basis-missing']],
    ['a service that is no power', { conditions: ['年满十八周岁'], isPower: false }, []],
    ['a law by its name in words', { conditions: ['根据民办教育促进法设立'] }, []],
    ['rules without marks', { conditions: ['按国家高企认定管理办法要求'] }, []],
    ['a text that breaks off where a list begins', { conditions: ['符合下列条件：'] }, []],
    ['a pack without laws', { laws: [] }, ['legal-basis-missing']],
    ['a pack with a law', { laws: ['样例法'], conditions: [] }, []],
  ])('%s', (_, changes, expected) => expect(rules(changes)).toEqual(expected))
})

describe('addresses and phones', () => {
  test.each<[string, Partial<Guide>, string[]]>([
    ['a bare IP address', { onlineUrl: 'http://10.1.2.3:81/apply' }, ['link-shape']],
    ['a picture', { bookingUrl: 'https://a.example/1.PNG' }, ['link-shape']],
    ['a parameter nobody filled in', { onlineUrl: 'https://a.example/apply?token=&x=1' }, ['link-shape']],
    ['a number with a digit missing', { phones: [], badPhones: ['020-3728889'] }, ['phone-shape']],
    ['no number at all', { phones: [] }, ['phone-missing']],
    ['a source without phones', { phones: undefined }, []],
    ...['0755-82000000', '12345', '020-12345', '95598', '020-95598', '400-123-4567', '4001234567', '13800000000', '0660-3370000'].map((number): [string, Partial<Guide>, string[]] => [`${number} can be dialled`, { phones: [number] }, []]),
    ...['020-8200', '020-123456', '1234567890123'].map((number): [string, Partial<Guide>, string[]] => [`${number} cannot`, { phones: [number] }, ['phone-shape']]),
  ])('%s', (_, changes, expected) => expect(rules(changes)).toEqual(expected))
})

describe('telephones of an imported guide', () => {
  const badPhones = (complain_phone: string): string[] => {
    const read = readServiceLine(exampleLine({ complain_phone }))
    return 'service' in read ? guideOfImported(read.service).badPhones : ['unreadable row']
  }
  test('that list several extensions of one number are in order', () => expect(badPhones('0755-82000000-12345、11111')).toEqual([]))
  test('that are too short are found, with an extension beside them or without', () => {
    expect(badPhones('0755-82000000、11111')).toEqual(['11111'])
    expect(badPhones('0755-82000000-12345、0755-8200001')).toEqual(['0755-8200001'])
  })
})
