// Rules that need several guides or measured cases, and the run over all of them.
// Guides are invented.
import { describe, expect, test } from 'vitest'
import { leastCases, nineInTen } from './measured-rules.ts'
import { lintGuides } from './lint.ts'
import { addressesOf } from './guide.ts'
import { findDeadLinks } from './link-check.ts'
import { NotPublic } from '../../kernel/public-address.ts'
import { documents, guide } from './testing-guide.ts'

const other = { key: 'G2', authority: { id: 'A2', name: '样例市文化局' }, region: { code: '440100', name: '样例市' } }
const found = (...guides: Parameters<typeof lintGuides>[0]) => lintGuides(guides).map(({ rule, guide: { key } }) => `${rule} ${key}`)

describe('the same service in two places', () => {
  test('that agree is in order', () => expect(found(guide(), guide(other))).toEqual([]))
  test('is found where the statutory limit is longer', () => expect(found(guide({ statutory: { days: 30, unit: 'working' } }), guide(other))).toEqual(['regions-differ-statutory G1']))
  test('is found where the promise is more than twice as long', () => {
    expect(found(guide({ promised: { days: 11, unit: 'working' } }), guide(other))).toEqual(['regions-differ-promised G1'])
    expect(found(guide({ promised: { days: 10, unit: 'working' } }), guide(other))).toEqual([])
  })
  test('is found where more documents are asked, by meaning and not by spelling', () => {
    expect(found(guide({ documents: documents('申请表', '场地证明') }), guide(other))).toEqual(['regions-differ-documents G1'])
    expect(found(guide({ documents: documents('《申请表》（一式两份）') }), guide(other))).toEqual([])
  })
  test('of another name is another service', () => expect(found(guide({ statutory: { days: 30, unit: 'working' } }), guide({ ...other, sameAs: 'another' }))).toEqual([]))
  test.each(['律师执业初审、复审', '海域使用权初始审核、审批', '海岛开发审批、审查'])('called %s may be two different steps, and nothing is said', (name) => {
    expect(found(guide({ name, promised: { days: 11, unit: 'working' } }), guide({ ...other, name }))).toEqual([])
  })
  test('with one step in its name is compared', () => expect(found(guide({ name: '海域使用预审', promised: { days: 11, unit: 'working' } }), guide({ ...other, name: '海域使用预审' }))).toEqual(['regions-differ-promised G1']))
})

describe('the front page of a website', () => {
  const at = (key: string, name: string, onlineUrl: string) => guide({ key, name, onlineUrl, sameAs: undefined })
  test('that several services give as their address is found for each', () => {
    expect(found(at('G1', '甲', 'http://www.a.example/'), at('G2', '乙', 'http://www.a.example'))).toEqual(['link-front-page G1', 'link-front-page G2'])
  })
  test('of a site made for one service is in order', () => expect(found(at('G1', '甲', 'http://www.a.example/'))).toEqual([]))
})

describe('measured cases', () => {
  const pack = guide({ source: 'pack', key: '440300/show', laws: ['样例法'], phones: undefined, promised: { days: 8, unit: 'working' } })
  const measure = (nine: number, cases = leastCases) => lintGuides([pack], { measured: [{ service: 'show', region: '440300', cases, nineInTen: nine }] }).map(({ rule }) => rule)
  test('that take longer than promised are found', () => expect(measure(9)).toEqual(['limit-against-cases']))
  test('that need half the promise are found', () => expect(measure(4)).toEqual(['limit-against-cases']))
  test('in between are in order', () => expect(measure(6)).toEqual([]))
  test('too few of them prove nothing', () => expect(measure(30, leastCases - 1)).toEqual([]))
  test('are summed up as the days within which nine in ten were done', () => {
    expect(nineInTen([{ days: 9, cases: 1 }, { days: 2, cases: 9 }])).toEqual({ cases: 10, nineInTen: 2 })
    expect(nineInTen([{ days: 9, cases: 2 }, { days: 2, cases: 8 }])).toEqual({ cases: 10, nineInTen: 9 })
    expect(nineInTen([])).toEqual({ cases: 0, nineInTen: 0 })
  })
})

describe('visiting addresses', () => {
  const answers: Record<string, number> = { 'https://a.example/ok': 200, 'https://a.example/login': 403, 'https://a.example/gone': 404, 'https://a.example/broken': 502 }
  const ask = (url: string) => (answers[url] === undefined ? Promise.reject(new Error('ENOTFOUND')) : Promise.resolve({ status: answers[url] }))
  test('finds those that are missing, broken or unreachable, and asks each once', async () => {
    const asked: string[] = []
    const urls = [...Object.keys(answers), 'https://nowhere.example/', 'https://a.example/ok']
    const dead = await findDeadLinks(urls, (url) => (asked.push(url), ask(url)))
    expect([...dead.keys()].sort()).toEqual(['https://a.example/broken', 'https://a.example/gone', 'https://nowhere.example/'])
    expect(asked).toHaveLength(5)
  })
  test('says nothing about an address inside somebody’s network', async () => {
    expect((await findDeadLinks(['http://10.1.2.3/'], () => Promise.reject(new NotPublic('http://10.1.2.3/')))).size).toBe(0)
  })
  test('makes a finding of the booking address too', () => {
    const url = 'https://book.example.gov.cn/street'
    expect(addressesOf(guide({ bookingUrl: url })).map((each) => each.url)).toEqual(['https://apply.example.gov.cn/street?id=1', url])
    expect(lintGuides([guide({ bookingUrl: url })], { dead: new Map([[url, '回应 404']]) })).toMatchObject([{ rule: 'link-dead', field: 'booking', says: url }])
  })
  test('makes a finding of each', () => {
    expect(lintGuides([guide()], { dead: new Map([['https://apply.example.gov.cn/street?id=1', '回应 404']]) })).toMatchObject([{ rule: 'link-dead', severity: 'error', against: '回应 404' }])
  })
})

test('findings come most serious first, each once', () => {
  const all = lintGuides([guide({ phones: [], promised: { days: 30, unit: 'working' }, documents: documents('其他材料', '其他材料') })])
  expect(all.map(({ severity }) => severity)).toEqual(['error', 'warning', 'notice'])
})
