// Which candidates answer a question, and in which order.
import { describe, expect, test } from 'vitest'
import { createLexicon } from './lexicon.ts'
import { createIndex, wordsOf } from './memory-index.ts'
import { readQuestion } from './question.ts'

type Described = { title: string; type: string; region: string; aliases: string[]; context: string; body: string }

const candidate = (title: string, more: Partial<Omit<Described, 'title'>> = {}): Described => ({ title, type: 'importedService', region: '990000', aliases: [], context: '', body: '', ...more })

const types = ['importedService', 'service', 'matter']

const lexicon = createLexicon([
  { said: '低保', meant: ['最低生活保障'], minor: false }, { said: '失业金', meant: ['失业保险金', '失业保险'], minor: false },
  { said: '残疾证', meant: ['残疾人证'], minor: false }, { said: '残疾证洗坏', meant: ['证件损毁补发'], minor: false }, { said: '丢', meant: ['遗失', '补领', '补办', '挂失'], minor: true }, { said: '丢了', meant: ['遗失', '补领', '补办', '挂失'], minor: true },
])

const ranked = (q: string, candidates: readonly Described[], near: (region: string) => boolean = () => false): string[] => {
  const index = createIndex<string>()
  for (const { title, type, region, aliases, context, body } of candidates) {
    index.put({ key: title, shelf: { type, region }, shown: title, ...wordsOf({ titles: [title], aliases, context: [context], body: [body] }) })
  }
  return index.find(readQuestion(q, lexicon), { taste: ({ type, region = '' }) => types.indexOf(type) * 0.05 + (near(region) ? 0.05 : 0) }).map(({ shown }) => shown)
}

describe('rank', () => {
  test('where it stands decides: title before alias before context before body', () => {
    const found = ranked('观星', [
      candidate('甲', { body: '观星' }), candidate('乙', { context: '观星' }), candidate('丙事项', { aliases: ['户外观星活动'] }), candidate('丁观星事项'),
    ])
    expect(found.slice(0, 2)).toEqual(['丁观星事项', '丙事项'])
    expect(found).not.toContain('甲')
  })

  test('a rare word says more than a common one', () => {
    const common = Array.from({ length: 30 }, (_, at) => candidate(`第${at}类登记`))
    expect(ranked('望远镜登记', [...common, candidate('望远镜维护')])[0]).toBe('望远镜维护')
  })

  test('the title that is exactly what was asked comes first, then the shortest that holds it', () => {
    expect(ranked('取水许可', [candidate('变更取水许可（取水权转让）'), candidate('取水许可注销'), candidate('取水许可')])).toEqual(['取水许可', '取水许可注销', '变更取水许可（取水权转让）'])
  })

  test('everyday words find official names', () => {
    expect(ranked('低保', [candidate('最低生活保障申请'), candidate('低温保存许可')])).toEqual(['最低生活保障申请'])
  })

  test('fragments of an official name are not the official name', () => {
    expect(ranked('失业金', [candidate('林业保护条例'), candidate('财产保险备案')])).toEqual([])
  })

  test('where nobody offers what a whole saying means, the words within it are found', () => {
    const candidates = [candidate('残疾人证换领'), candidate('无线电台执照换领')]
    expect(ranked('残疾证洗坏', candidates)).toEqual(['残疾人证换领'])
    expect(ranked('残疾证洗坏', [...candidates, candidate('证件损毁补发事项')])[0]).toBe('证件损毁补发事项')
  })

  test('a long text has less of a question than a title with the same words', () => {
    const long = `望远镜${'另外一些事情的说明'.repeat(12)}`
    expect(ranked('望远镜', [candidate(long), candidate('有关望远镜的几件小事以及其他一些说明')])[0]).toBe('有关望远镜的几件小事以及其他一些说明')
  })

  test('having the thing counts more than having what happened to it', () => {
    expect(ranked('残疾证丢了', [candidate('无线电台执照遗失补办'), candidate('残疾人证换领'), candidate('残疾人证挂失补办')])).toEqual(['残疾人证挂失补办', '残疾人证换领'])
  })

  test('what only informs comes after what does it, unless information was asked for', () => {
    const both = [candidate('护照进度查询'), candidate('办理护照事宜')]
    expect(ranked('护照', both)).toEqual(['办理护照事宜', '护照进度查询'])
    expect(ranked('护照查询', both)[0]).toBe('护照进度查询')
  })

  test('at equal fit a matter comes before a service, and one of the own region before one of another', () => {
    expect(ranked('观星', [candidate('观星一', { type: 'importedService' }), candidate('观星二', { type: 'service' }), candidate('观星三', { type: 'matter' })])).toEqual(['观星三', '观星二', '观星一'])
    expect(ranked('观星', [candidate('观星一', { region: '990200' }), candidate('观星二', { region: '990100' })], (region) => region === '990100')).toEqual(['观星二', '观星一'])
  })

  test('what has much less of the question than the best is left out', () => {
    expect(ranked('望远镜许可', [candidate('望远镜许可'), candidate('许可')])).toEqual(['望远镜许可'])
  })

  test('no candidates or no question: no results', () => {
    expect(ranked('观星', [])).toEqual([])
    expect(ranked('', [candidate('观星')])).toEqual([])
  })
})
