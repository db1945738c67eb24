// What resembles a question by its meaning, with the vectors and the packs that ship.
import { describe, expect, test } from 'vitest'
import { shippedPacks } from '../../testing/packs.ts'
import type { Shown } from './document.ts'
import { lookUp } from './finding.ts'
import { createLexicon } from './lexicon.ts'
import { createIndex, wordsOf } from './memory-index.ts'
import { readQuestion } from './question.ts'
import { createResemblance } from './resemblance.ts'
import { readVectors } from './shipped-vectors.ts'

const faults: unknown[] = []
const vectors = readVectors(new URL('word-vectors.bin', import.meta.url), (error) => faults.push(error))

const filled = (names: readonly (readonly string[])[]) => {
  if (vectors === undefined) throw new Error('no vectors', { cause: faults[0] })
  const resemblance = createResemblance(vectors)
  for (const each of names) resemblance.name(each, true)
  for (const _ of resemblance.settle());
  return resemblance
}

const names = [['买二手房', '二手房过户'], ['车辆报废'], ['新生儿出生'], ['低收入家庭住房租赁补贴'], ['食品经营许可']]

describe('by meaning', () => {
  test('a question in other words than any name is nearest to what it is about', () => {
    const { senseOf } = filled(names)
    for (const [question, title] of [['跟业主谈好价买他那套房', '买二手房'], ['租金津贴', '低收入家庭住房租赁补贴'], ['开饭馆', '食品经营许可']] as const) {
      const sense = senseOf(question)
      expect(sense?.near[0]?.meant, question).toContain(title)
      const likeliest = names.map(([name = '']) => name).sort((a, b) => (sense?.likenessTo(b) ?? 0) - (sense?.likenessTo(a) ?? 0))
      expect(likeliest[0], question).toBe(title)
    }
  })

  test('a title that was not kept is compared all the same', () => {
    const kept = filled(names).senseOf('租金津贴')?.likenessTo('低收入家庭住房租赁补贴') ?? 0
    expect(filled([]).senseOf('租金津贴')?.likenessTo('低收入家庭住房租赁补贴')).toBeCloseTo(kept, 1)
  })

  test('what is near in meaning is one more witness beside the sayings of the thesaurus', () => {
    const thesaurus = [...shippedPacks('2026-11-22').thesaurusFor('440300')]
    const lexicon = createLexicon(thesaurus, vectors)
    for (const _ of lexicon.resemblance?.settle() ?? []);
    const meant = (question: string) => lexicon.sayings.meantBy(question, lexicon.resemblance?.senseOf(question)?.near).map(({ text }) => text)
    const without = createLexicon(thesaurus).sayings.meantBy('退休工资打进新的存折').map(({ text }) => text)
    expect(meant('退休工资打进新的存折')).toContain('社保待遇发放账户变更')
    expect(without.length).toBeLessThanOrEqual(meant('退休工资打进新的存折').length)
  })

  test('letters that are no words mean nothing', () => {
    expect(filled(names).senseOf('qwertyuiop')).toBeUndefined()
  })

  test('of titles that are no content of packs only so many are kept', () => {
    const resemblance = filled([])
    for (let at = 0; at < 20_500; at += 1) resemblance.name([`观星台第${at}号`], false)
    let steps = 0
    for (const _ of resemblance.settle()) steps += 1
    expect(steps).toBe(20_000)
  })
})

describe('searching', () => {
  const index = createIndex<Shown>()
  for (const [title = '', ...aliases] of names) {
    const shown: Shown = { type: 'matter', id: title, region: '440300', title: { 'zh-CN': title }, summary: { 'zh-CN': '' }, url: '/', action: { kind: 'open', url: '/' } }
    index.put({ key: title, shelf: { type: 'matter' }, shown, ...wordsOf({ titles: [title], aliases }) })
  }
  const search = (question: string, { resembling, literally = false }: { resembling: boolean; literally?: boolean }): string[] => {
    const lexicon = createLexicon([], resembling ? vectors : undefined)
    for (const each of names) lexicon.resemblance?.name(each, true)
    for (const _ of lexicon.resemblance?.settle() ?? []);
    return lookUp({ index, lexicon }, readQuestion(question, lexicon), {}, { literally }).map(({ id }) => id)
  }

  test('finds a matter by a question that has none of its words', () => {
    expect(search('跟业主谈好价买他那套房', { resembling: true })[0]).toBe('买二手房')
    expect(search('生了娃娃', { resembling: true })[0]).toBe('新生儿出生')
  })

  test('goes by words alone without vectors, or where that is asked for', () => {
    expect(search('跟业主谈好价买他那套房', { resembling: false })).toEqual([])
    expect(search('跟业主谈好价买他那套房', { resembling: true, literally: true })).toEqual([])
    expect(search('车辆报废', { resembling: false })).toEqual(['车辆报废'])
  })
})
