// What is counted with the labelled questions has not learnt them. Lines are named by file and number alone: those of the frozen half are not for reading.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filledLines, joined, readLabelled, trainingFolder } from '../../server/modules/intents/index.ts'
import { shippedPacks } from '../../server/testing/packs.ts'
import { amongAsked, queriesOf, type Half } from './asked.ts'
import type { Query } from './query.ts'

const question = (query: string): Query => ({ id: '0', query, style: 'colloquial', intents: ['do'], relevant: {} })

describe('a labelled question', () => {
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

it('the everyday words of the packs hold as many of the questions, word for word, as the documentation says', () => {
  const packs = shippedPacks('2026-11-22')
  const isSaid = amongAsked(['440300', '440100'].flatMap((region) => packs.thesaurusFor(region).map(({ said }) => question(said))))
  const held = (half: Half): number => queriesOf(half).filter(({ query }) => isSaid(query)).length
  const told = /(\d+) of its questions stand word for word\s+among the everyday words of the thesaurus, as (\d+) of\s+the open half do/.exec(readFileSync(new URL('../../docs/search.md', import.meta.url), 'utf8'))
  expect(told?.slice(1)).toEqual([String(held('frozen')), String(held('open'))])
})
