// What a lexicon knows of the words it has learnt.
import { expect, test } from 'vitest'
import { createLexicon } from './lexicon.ts'

const filled = () => {
  const lexicon = createLexicon([{ said: '社保卡', meant: ['社会保障卡'], minor: false }, { said: '社保咭', meant: ['社会保障卡'], minor: false }])
  for (const name of ['灯塔参观', '灯塔维修许可', '取水许可', 'lighthouse tour', '营业执照']) lexicon.learn(name)
  return lexicon
}

test('titles teach their words, and whole short names', () => {
  const lexicon = filled()
  for (const word of ['灯塔', '维修', '许可', '灯塔参观', '营业执照', 'lighthouse']) expect(lexicon.weightOf(word), word).toBeGreaterThan(0)
  expect(lexicon.weightOf('风筝')).toBeUndefined()
  expect(lexicon.pairCount('灯塔')).toBe(2)
  expect(lexicon.pairCount('塔取')).toBe(0)
})

test('words are found by sound, also in a blurred ear, and by initials, the most usual first', () => {
  const lexicon = filled()
  expect(lexicon.soundingLike('dengta')).toEqual(['灯塔'])
  expect(lexicon.soundingLike('denta')).toEqual(['灯塔'])
  expect(lexicon.startingWith('yyzz')).toEqual(['营业执照'])
  expect(lexicon.startingWith('sbk')[0]).toBe('社保卡')
})

test('words one character away are found from either side', () => {
  const lexicon = filled()
  expect(lexicon.oneSlipFrom('营业照')).toContain('营业执照')
  expect(lexicon.oneSlipFrom('营业执执照')).toContain('营业执照')
  expect(lexicon.oneSlipFrom('lighthose')).toContain('lighthouse')
})

test('what several topics say of a word is kept together, the first closest', () => {
  const { meanings } = createLexicon([
    { said: '车牌', meant: ['机动车号牌'], minor: false }, { said: '车牌', meant: ['机动车驾驶证', '机动车号牌'], minor: true }, { said: '执照', meant: ['执照', '营业执照'], minor: false },
  ])
  expect(meanings.get('车牌')).toEqual({ meant: ['机动车号牌', '机动车驾驶证'], minor: false })
  expect(meanings.get('执照')?.meant).toEqual(['营业执照'])
})

test('a sentence people tell teaches what it means as a whole, and none of its words', () => {
  const { meanings, official, weightOf, pairCount, sayings } = createLexicon([{ said: '昨晚望远镜摔碎', meant: ['镜片更换'], minor: false, whole: true }])
  expect(sayings.meantBy('昨晚望远镜摔碎')).toMatchObject([{ text: '镜片更换' }])
  expect([meanings.size, official.size, weightOf('昨晚望远镜摔碎'), pairCount('摔碎')]).toEqual([0, 0, undefined, 0])
})
