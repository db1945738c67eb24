// Telephone fields, from a bare number to a paragraph. The numbers are invented (blocks of one digit) or public hotlines.
import { describe, expect, test } from 'vitest'
import { readContact } from './gdzwfw-phones.ts'

const read = (text: string, homeArea?: string) => {
  const warnings: string[] = []
  const { phones, unreadable } = readContact(text, homeArea, (warning) => warnings.push(warning))
  const written = phones.map(({ number, extension, label }) => `${label === null ? '' : `${label} `}${number}${extension === null ? '' : ` ext ${extension}`}`)
  return { phones: written, unreadable, warnings }
}

describe('one number is read in every spelling', () => {
  test.each([
    ['020-82000001', '020-82000001'], ['020--82000001', '020-82000001'], ['020- 82000001', '020-82000001'], ['020－82000001', '020-82000001'], ['020–82000001', '020-82000001'],
    ['(020)82000001', '020-82000001'], ['（020） 82000001', '020-82000001'], ['(8620) 8200 0001', '020-82000001'], ['86 20 82000001', '020-82000001'], ['+86-20-82000001', '020-82000001'],
    ['02082000001', '020-82000001'], ['020-8200 0001', '020-82000001'], ['电话：020-82000001。', '020-82000001'], ['0755-82000001', '0755-82000001'], ['0662-3000001', '0662-3000001'],
    ['12345', '12345'], ['020-12345', '020-12345'], ['95598', '95598'], ['400-700-0001', '400-700-0001'], ['4007000001', '400-700-0001'], ['13800000001', '13800000001'],
    ['020-82000001转1', '020-82000001 ext 1'], ['020-82000001-825', '020-82000001 ext 825'], ['12333-9-3', '12333 ext 9-3'], ['020-12366-2-4', '020-12366 ext 2-4'],
  ])('%s', (text, number) => expect(read(text)).toEqual({ phones: [number], unreadable: [], warnings: [] }))
})

describe('several numbers', () => {
  test.each(['020-82000001、020-82000002', '020-82000001；020-82000002', '020-82000001/020-82000002', '020-82000001,82000002', '020-82000001 、 020-82000002。'])('are told apart in %s', (text) => {
    expect(read(text).phones).toEqual(['020-82000001', '020-82000002'])
  })
  test('that repeat are listed once', () => expect(read('020-82000001、020-82000001').phones).toEqual(['020-82000001']))
  test('keep the words that say whose they are', () => {
    expect(read('省厅：020-82000001、82000002；广州：020-82000003；深圳：0755-82000004').phones).toEqual(['省厅 020-82000001', '省厅 020-82000002', '广州 020-82000003', '深圳 0755-82000004'])
    expect(read('020-82000001、020-82000002（网球中心）；020-82000003（游泳馆）').phones).toEqual(['网球中心 020-82000001', '网球中心 020-82000002', '游泳馆 020-82000003'])
    expect(read('办证中心咨询电话：020-82000001，业务处室咨询电话：020-82000002').phones).toEqual(['办证中心 020-82000001', '业务处室 020-82000002'])
    expect(read('电话咨询：020-82000001（本科），020-82000002（专科、高职）').phones).toEqual(['本科 020-82000001', '专科、高职 020-82000002'])
  })
  test('next to a hotline are both kept', () => expect(read('020-82000001或拨打12348').phones).toEqual(['020-82000001', '12348']))
})

test('hours, addresses, mail, pages and postcodes in a paragraph are no numbers', () => {
  const text = '窗口地址：示范路51号1516室。咨询电话号码：020-82000001，受理时间：08：30-12:00，下午14:00-17:30。网址：http://example.gov.cn/20200101/5.html。电子邮箱：441472514@example.cn。微信号：wx_20201111。邮政编码：510030。'
  expect(read(text)).toEqual({ phones: ['020-82000001'], unreadable: [], warnings: [] })
})
test.each([
  ['020-8200001', '020-8200001'], ['020-820000012', '020-820000012'], ['020-123456', '020-123456'], ['020-37288-27', '020-37288-27'], ['0020-12366', '0020-12366'],
  ['0000swjw', '0000swjw'], ['无w', '无w'], ['11111', '11111'], ['020-88888888', '020-88888888'], ['详见网站', '详见网站'],
])('%s is no number and is kept as written, with a warning', (text, kept) => expect(read(text)).toEqual({ phones: [], unreadable: [kept], warnings: ['phone_unreadable'] }))
test('a good number beside a bad one is still used', () => expect(read('020-82000001/020-8200002')).toEqual({ phones: ['020-82000001'], unreadable: ['020-8200002'], warnings: ['phone_unreadable'] }))
test('a number without area code takes that of the city, with a warning', () => {
  expect(read('82000001', '020')).toEqual({ phones: ['020-82000001'], unreadable: [], warnings: ['phone_area_code_assumed'] })
  expect(read('82000001')).toEqual({ phones: [], unreadable: ['82000001'], warnings: ['phone_unreadable'] })
})
test('an area code of another province is kept with a warning', () => expect(read('029-82000001')).toEqual({ phones: ['029-82000001'], unreadable: [], warnings: ['phone_area_code_outside'] }))
test.each(['无', '', 'null', '—'])('%j means that there is none', (text) => expect(read(text)).toEqual({ phones: [], unreadable: [], warnings: [] }))
