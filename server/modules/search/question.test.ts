// Reading questions as people type them.
import { describe, expect, test } from 'vitest'
import { createLexicon } from './lexicon.ts'
import { correctionOf, readQuestion } from './question.ts'

const loss = ['遗失', '补领', '补办', '挂失']

/** A small catalogue: what people say, and a few titles. */
const lexicon = createLexicon([
  { said: '社保卡', meant: ['社会保障卡'], minor: false }, { said: '社保', meant: ['社会保险', '社会保障'], minor: false }, { said: '医保卡', meant: ['医疗保险', '社会保障卡'], minor: false },
  { said: '上户口', meant: ['出生登记', '户口登记', '入户'], minor: false }, { said: '开奶茶店', meant: ['食品经营许可'], minor: false }, { said: '生孩子', meant: ['生育', '新生儿'], minor: false },
  { said: '孩子', meant: ['儿童', '子女'], minor: true }, { said: '去世', meant: ['身后事', '死亡'], minor: false }, { said: '房子', meant: ['房屋', '不动产'], minor: false },
  { said: '驾照', meant: ['机动车驾驶证'], minor: false }, { said: '车牌', meant: ['机动车号牌', '机动车驾驶证'], minor: false }, { said: '出世纸', meant: ['出生医学证明'], minor: false },
  { said: 'birth certificate', meant: ['出生医学证明'], minor: false }, { said: '断…社保', meant: ['断缴补缴'], minor: false }, { said: '二胎', meant: ['生育登记'], minor: false },
  ...['丢', '丢了', '不见', '不见了'].map((said) => ({ said, meant: loss, minor: true })), { said: '补办', meant: ['补领', '遗失'], minor: true },
])
for (const title of ['营业执照', '居民身份证', '身份证', '户口簿', '居住证签注', '食品经营许可', '办理普通护照', '健康证', '工伤事故备案', 'birth certificate 出生医学证明']) lexicon.learn(title)

const unitsOf = (q: string): string[] => readQuestion(q, lexicon).units.map(({ text }) => text)
const meaningsOf = (q: string, unit: string): string[] => readQuestion(q, lexicon).units.find(({ text }) => text === unit)?.wordings.map(({ text }) => text) ?? []

test.each([
  ['怎么办理居住证', ['居住证']],
  ['我想问一下护照要带什么材料', ['护照']],
  ['在哪里可以办健康证啊', ['健康证']],
  ['办身份证', ['身份证']],
  ['请问取水许可需要多久', ['取水', '许可']],
  ['身份证可以网上办吗', ['身份证']],
  ['How to apply for a birth certificate', ['birth certificate']],
  ['我想开一家奶茶店', ['开奶茶店']],
])('%s asks for %j', (q, units) => {
  expect(unitsOf(q)).toEqual(units)
})

test('words that only ask are kept when nothing else was typed', () => {
  expect(unitsOf('怎么办')).toEqual(['怎么办'])
  expect(unitsOf('申请')).toEqual(['申请'])
})

test('words that contain an asking word stay whole', () => {
  expect(unitsOf('办学')).toEqual(['办学'])
  expect(unitsOf('补办')).toEqual(['补办'])
  expect(unitsOf('网吧')).toEqual(['网吧'])
})

test('an everyday word means its official words, the closest counting most', () => {
  expect(meaningsOf('社保卡丢了怎么办', '社保卡')).toEqual(['社保卡', '社会保障卡'])
  const weights = readQuestion('上户口', lexicon).units[0]?.wordings.map(({ weight }) => weight) ?? []
  expect(weights.length).toBeGreaterThan(2)
  expect(weights).toEqual(weights.toSorted((a, b) => b - a))
})

test('what happened to a thing is told from the thing', () => {
  expect(readQuestion('社保卡丢了', lexicon).units.map(({ text, minor }) => [text, minor])).toEqual([['社保卡', false], ['丢了', true]])
})

test('the longest everyday word is read', () => {
  expect(unitsOf('医保卡')).toEqual(['医保卡'])
  expect(unitsOf('生孩子')).toEqual(['生孩子'])
})

test('nothing to look for gives no units', () => {
  for (const q of ['', '   ', '😀😀', '？！——', '\0']) expect(readQuestion(q).units).toEqual([])
})

test('a question of many words is read up to a limit', () => {
  expect(readQuestion(Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')).units).toHaveLength(12)
})

describe('what was meant', () => {
  test.each([
    ['shebaoka', '社保卡'], ['she bao ka diule', '社保卡丢了'], ['SheBaoKa 补办', '社保卡补办'], ['sbk', '社保卡'], ['shebao卡', '社保卡'], ['sebaoka', '社保卡'],
    ['社宝卡', '社保卡'], ['身份正', '身份证'], ['营业直照', '营业执照'], ['户口薄', '户口簿'], ['营业照执', '营业执照'], ['健康康证', '健康证'], ['身份正丢了', '身份证丢了'],
  ])('%s is read as %s', (typed, meant) => {
    const question = readQuestion(typed, lexicon)
    expect(correctionOf(question)).toBe(meant)
    expect(question.units[0]?.text).toBe(meant.replace(/(丢了|补办)$/, ''))
  })

  test('the whole question is put right, with the words that only ask', () => {
    expect(correctionOf(readQuestion('我的社宝卡丢了怎么补办', lexicon))).toBe('我的社保卡丢了怎么补办')
  })

  test('what is right stays as it is', () => {
    for (const q of ['费户口', '社保卡不办', '说社保卡', '社保卡', '身份证丢了', '唔見咗車牌點算', 'birth certificate', '天气好热啊', '现在在哪里办护照', '街道办事处']) expect(correctionOf(readQuestion(q, lexicon)), q).toBeUndefined()
  })

  test('a slip in an English word is mended', () => {
    expect(unitsOf('birth certifcate')).toEqual(['birth certificate'])
  })

  test('a character left out or too many is another way of wording it', () => {
    expect(meaningsOf('食品经许可', '食品经许可')).toContain('食品经营许可')
  })

  test('initials with several meanings offer the others too', () => {
    const several = createLexicon([{ said: '居住证', meant: ['居住证'], minor: false }, { said: '接种证', meant: ['预防接种证'], minor: false }])
    const texts = readQuestion('jzz', several).units.flatMap(({ wordings }) => wordings.map(({ text }) => text))
    expect(texts).toEqual(expect.arrayContaining(['居住证', '接种证', '预防接种证']))
  })
})

test('Cantonese asks for the same as Mandarin', () => {
  expect(unitsOf('唔見咗社保卡點算')).toEqual(['不见了', '社保卡'])
  expect(meaningsOf('點樣攞出世紙', '出世纸')).toContain('出生医学证明')
  expect(meaningsOf('車牌唔見咗', '车牌')).toContain('机动车驾驶证')
})

test('a sentence about several things has a unit for each, and words no title has count little', () => {
  const units = readQuestion('我妈昨天去世了，社保和房子怎么办', lexicon).units
  expect(units.filter(({ minor }) => !minor).map(({ text }) => text)).toEqual(['去世', '社保', '房子'])
})

test('a way of saying something may have other words inside', () => {
  expect(unitsOf('我断了三个月社保')[0]).toBe('断 社保')
  expect(meaningsOf('我断了三个月社保', '断 社保')).toContain('断缴补缴')
  expect(unitsOf('断了三个月的社保卡')).not.toContain('断 社保')
  expect(unitsOf('社保断了')).not.toContain('断 社保')
})

test('a way of saying something is read however it is listed: with 个, with 查, in Cantonese, with words that ask, after another word', () => {
  const listed = createLexicon([
    { said: '开个厂', meant: ['企业设立登记'], minor: false }, { said: '查律所', meant: ['律师事务所基本信息查询'], minor: false }, { said: '唔做生意', meant: ['企业注销'], minor: false },
    { said: '驾照…在哪换', meant: ['机动车驾驶证换证'], minor: false }, { said: '坐公交', meant: ['公共交通'], minor: false }, { said: '老人…公交', meant: ['老年人优待证'], minor: false },
  ])
  const firstMeant = (q: string) => readQuestion(q, listed).units.map(({ wordings }) => wordings.at(-1)?.text)
  expect(firstMeant('我想开个厂')).toContain('企业设立登记')
  expect(firstMeant('怎么查律所')).toContain('律师事务所基本信息查询')
  expect(firstMeant('唔做生意啦')).toContain('企业注销')
  expect(firstMeant('驾照到期在哪换')).toContain('机动车驾驶证换证')
  expect(firstMeant('老人坐公交')).toContain('老年人优待证')
})

test('numbers are found however they are written', () => {
  expect(unitsOf('2胎')).toEqual(['二胎'])
  expect(meaningsOf('一百二十', '一百二十')).toContain('120')
})

test('anything can be asked: long, empty, with control characters, as a pattern or as SQL', () => {
  for (const q of ['社'.repeat(10_000), 'a'.repeat(10_000), 'shebaoka '.repeat(1000), '(((.*)+)+$', "'; drop table x; --", '\u0000\u0001社保卡', '[^]]', '<script>alert(1)</script>', '😀'.repeat(5000)]) {
    const question = readQuestion(q, lexicon)
    expect(question.units.length).toBeLessThanOrEqual(12)
    expect([...question.core].length).toBeLessThanOrEqual(400)
  }
})

test('without a lexicon what was typed stands for itself', () => {
  expect(readQuestion('shebaoka 社宝卡').core).toBe('shebaoka 社宝卡')
})
