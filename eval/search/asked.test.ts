// What is counted with the labelled questions has not learnt them. Lines are named by file and number alone: those of the frozen half are not for reading.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filledLines, joined, readLabelled, trainingFolder } from '../../server/modules/intents/index.ts'
import { amongAsked } from './asked.ts'
import type { Query } from './query.ts'

describe('a labelled question', () => {
  const question = (query: string): Query => ({ id: '0', query, style: 'colloquial', intents: ['do'], relevant: {} })
  const asked = amongAsked([question('补办 社保卡？'), question('Renew my passport')])

  it('is known again in other characters, another case, and with other signs', () => {
    for (const text of ['补办社保卡', '補辦社保卡！', ' 补办　社保卡', 'renew my Passport.']) expect(asked(text), text).toBe(true)
  })

  it('is another one as soon as a word differs', () => {
    for (const text of ['补办社保卡片', '社保卡', 'renew passport', '']) expect(asked(text), text).toBe(false)
  })
})

describe('the lines people’s wishes are learnt from', () => {
  const asked = amongAsked()
  const files = readdirSync(trainingFolder).sort().map((name) => ({ name, text: readFileSync(join(trainingFolder, name), 'utf8') }))

  it('hold no labelled question', () => {
    const found = files.flatMap(({ name, text }) => text.split('\n').flatMap((written, at) => {
      const { lines, things } = readLabelled(written)
      return [...lines, ...things].some((line) => asked(line.text)) ? [`${name}:${at + 1}`] : []
    }))
    expect(found).toEqual([])
  })

  it('make none when names are put into patterns', () => {
    expect(filledLines(joined(files.map(({ text }) => readLabelled(text)))).filter(({ text }) => asked(text))).toHaveLength(0)
  })
})
