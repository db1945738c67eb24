// Tests of what packs state about handling: a chain that ends with nobody who decides is refused before a case gets stuck in it.
import { expect, test } from 'vitest'
import { brokenRules, changed } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'
const handled = (handling: string) => brokenRules(changed(first, 'decision: manual', `handling: ${handling}\ndecision: manual`)).map(({ rule }) => rule)

test('a chain of approval that ends with a clerk is refused, one that ends with the head is not', () => {
  expect(handled('{levels: [{role: approver, name: 审核}, {role: clerk, name: 归档}]}')).toEqual(['value-wrong'])
  expect(handled('{levels: [{role: clerk, name: 审查}, {role: approver, name: 审核}, {role: head, name: 批准}]}')).toEqual([])
})

test('a permit is decided within the time of the licensing law, longer only where an article of another law or regulation says so', () => {
  const limited = (kind: string, days: number, source: string, handling = '') => {
    const files = changed(first, 'statutory: 10, promised: 5, source: {title: 样例法}', `statutory: ${days}, promised: 5, source: ${source}`)
    return brokenRules({ ...files, [first]: (files[first] ?? '').replace('kind: permit', `kind: ${kind}`).replace('decision: manual', `${handling}decision: manual`) }).map(({ rule }) => rule)
  }
  const ownLaw = '{title: 中华人民共和国样例法, article: 第二十二条}'
  expect(limited('permit', 20, '{title: 样例清单}')).toEqual([])
  expect(limited('permit', 21, '{title: 样例清单}')).toEqual(['limit-too-long'])
  expect(limited('permit', 30, '{title: 中华人民共和国行政许可法, article: 第四十二条}')).toEqual(['limit-too-long'])
  expect(limited('permit', 30, '{title: 中华人民共和国样例法}')).toEqual(['limit-too-long'])
  expect(limited('permit', 60, ownLaw)).toEqual([])
  expect(limited('permit', 45, '{title: 样例清单}', 'handling: {joint: true}\n')).toEqual([])
  expect(limited('permit', 46, '{title: 样例清单}', 'handling: {joint: true}\n')).toEqual(['limit-too-long'])
  expect(limited('public-service', 60, '{title: 样例清单}')).toEqual([])
})

test('an authority nobody has defined cannot be asked, nor one authority twice, nor a procedure stated twice', () => {
  const asks = (line: string) => `{line: ${line}, days: 5, asks: 有意见吗, legalBasis: {title: 样例法}}`
  expect(handled(`{coSigners: [${asks('clouds')}]}`)).toEqual(['authority-unknown'])
  expect(handled(`{coSigners: [${asks('trees')}, ${asks('trees')}]}`)).toEqual(['id-duplicate'])
  expect(handled('{procedures: [{kind: testing, legalBasis: {title: 样例法}}, {kind: testing, legalBasis: {title: 样例法}}]}')).toEqual(['id-duplicate'])
})

test('an authority that is asked can be shown only what the service itself has', () => {
  const asks = (seen: string) => `{coSigners: [{line: trees, days: 5, asks: 有意见吗, legalBasis: {title: 样例法}, ${seen}}]}`
  expect(handled(asks('concepts: [tree.height], evidence: [card]'))).toEqual([])
  expect(handled(asks('concepts: [tree.number]'))).toEqual(['value-wrong'])
  expect(handled(asks('evidence: [first-result]'))).toEqual(['value-wrong'])
})

test('a visit needs the procedure inspection, a place among the concepts of the service, and a unit exactly where something is measured', () => {
  const law = '{title: 样例法}'
  const visit = (place: string, item: string) => `visit: {place: ${place}, legalBasis: ${law}, items: [{id: look, text: 合格, legalBasis: ${law}${item}}]}`
  const inspected = (part: string) => handled(`{procedures: [{kind: inspection, legalBasis: ${law}}], ${part}}`)
  expect(inspected(visit('person.name', ', needs: [measure], unit: 米'))).toEqual([])
  expect(handled(`{${visit('person.name', '')}}`)).toEqual(['value-wrong'])
  expect(inspected(visit('moon.crater', ''))).toEqual(['value-wrong'])
  expect(inspected(visit('person.name', ', needs: [measure]'))).toEqual(['value-wrong'])
})
