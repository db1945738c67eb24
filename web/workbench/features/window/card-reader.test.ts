// Telling a reader from a person at the keyboard, and a card from a code.
import { describe, expect, it } from 'vitest'
import { inventIdNumber } from '../../../../server/testing/invented.ts'
import { keyboardWedge, readText } from './card-reader.ts'

const idNumber = inventIdNumber(77)
const type = (text: string, milliseconds: number) => {
  const wedge = keyboardWedge()
  for (let at = 1; at <= text.length; at += 1) wedge.changed(text.slice(0, at), at * milliseconds)
  return wedge.entered(text)
}

describe('a reader that types', () => {
  it('is told from a person by its speed: a card counts only from the reader', () => {
    const card = `周兰|女|汉|${idNumber}`
    expect(type(card, 5)).toEqual({ presented: { card: { name: '周兰', idNumber } } })
    expect(type(card, 120)).toEqual({ problem: 'typed' })
  })

  it('may send the fields in any order and with its own separators', () => {
    for (const text of [`${idNumber},周兰`, `周兰\t女\t汉\t1990\t示例路1号\t${idNumber}`, `阿依古丽·买买提 ${idNumber.toLowerCase()}`]) expect(readText(text, true)).toHaveProperty('presented')
    expect(readText(`阿依古丽·买买提;${idNumber}`, true)).toEqual({ presented: { card: { name: '阿依古丽·买买提', idNumber } } })
  })

  it('that misread the number is told so, before anything is sent', () => {
    const wrong = idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
    expect(type(`周兰|${wrong}`, 5)).toEqual({ problem: 'checkDigit' })
    expect(type(idNumber, 5)).toEqual({ problem: 'unreadable' })
    expect(type('', 5)).toEqual({ problem: 'unreadable' })
    expect(type('6901234567892', 5)).toEqual({ problem: 'unreadable' })
  })
})

describe('a code', () => {
  it('of an e-licence may be scanned with its address or typed from the screen', () => {
    for (const text of ['https://www.example.gov.cn/verify#K7QM2X9DPT4WZ8RH', 'K7QM 2X9D PT4W Z8RH']) expect(type(text, 200)).toEqual({ presented: { shown: text } })
  })

  it('may be scanned or typed by hand, in one piece or four and four, also in full width', () => {
    for (const text of ['12345678', '1234 5678', '１２３４５６７８']) expect(type(text, 200)).toEqual({ presented: { code: '12345678' } })
    expect(type('1234567', 5)).toEqual({ problem: 'unreadable' })
  })
})

describe('the field', () => {
  it('begins anew after Enter and after being cleared', () => {
    const wedge = keyboardWedge()
    wedge.changed('1', 0)
    wedge.changed('', 60_000)
    wedge.changed(`周兰|${idNumber}`, 60_001)
    expect(wedge.entered(`周兰|${idNumber}`)).toHaveProperty('presented')
    expect(wedge.entered('')).toEqual({ problem: 'unreadable' })
  })
})
