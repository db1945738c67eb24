// What several authorities miss as one list, and the last moment at which it goes out.
import { expect, it } from 'vitest'
import { gatherItems, isLastMoment } from './correction.ts'

it('the same document or value asked by two authorities is one item with the words of both, free words stay apart', () => {
  const gathered = gatherItems([
    { caseId: 'a', items: [{ what: '图看不清', evidence: 'layout' }, { what: '另说' }] },
    { caseId: 'b', items: [{ what: '缺排水点', evidence: 'layout' }, { what: '面积不对', concept: 'premises.area' }, { what: '另说' }] },
  ])
  expect(gathered.map(({ evidence, concept, asks }) => [evidence ?? concept ?? '', asks])).toEqual([
    ['layout', [{ caseId: 'a', what: '图看不清' }, { caseId: 'b', what: '缺排水点' }]], ['', [{ caseId: 'a', what: '另说' }]], ['premises.area', [{ caseId: 'b', what: '面积不对' }]], ['', [{ caseId: 'b', what: '另说' }]],
  ])
})

it('a list waits until three in the afternoon in China of the first last day, and no longer', () => {
  const lastOn = ['2026-03-10', '2026-03-09']
  expect(isLastMoment(lastOn, new Date('2026-03-09T06:59:00Z'))).toBe(false)
  expect(isLastMoment(lastOn, new Date('2026-03-09T07:00:00Z'))).toBe(true)
  expect(isLastMoment(lastOn, new Date('2026-03-09T16:30:00Z'))).toBe(true)
  expect(isLastMoment(['2026-03-10'], new Date('2026-03-09T23:00:00Z'))).toBe(false)
})
