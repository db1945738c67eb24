// The history of an application as its applicant is told it.
import { describe, expect, it } from 'vitest'
import type { HistoryLine } from '../cases/index.ts'
import { trackedHistory } from './tracked-history.ts'

const cases = [{ id: 'a', service: 'stand' }, { id: 'b', service: 'lamp' }]
const line = (at: string, action: HistoryLine['action'], caseId: string, more: Partial<HistoryLine> = {}): HistoryLine => ({ at, action, caseId, actorKind: 'system', actorId: 'rules', actorName: 'rules', detail: {}, ...more })
const told = (history: readonly HistoryLine[]) => trackedHistory(history, cases).map(({ at, action, services }) => [at, action, services])

describe('the history an applicant is told', () => {
  it('says in one line what one actor did to several services at one moment, where it was done last', () => {
    expect(told([
      line('1', 'submit', 'a', { actorKind: 'person', actorName: '陈小满' }), line('1', 'submit', 'b', { actorKind: 'person', actorName: '陈小满' }),
      line('1', 'accept', 'a'), line('1', 'grant', 'a'), line('1', 'release', 'b'), line('1', 'accept', 'b'), line('1', 'grant', 'b'),
    ])).toEqual([['1', 'submit', ['stand', 'lamp']], ['1', 'release', ['lamp']], ['1', 'accept', ['stand', 'lamp']], ['1', 'grant', ['stand', 'lamp']]])
  })

  it('keeps apart what was done at another moment or by somebody else', () => {
    expect(told([line('1', 'accept', 'a'), line('1', 'accept', 'b', { actorName: '周正' }), line('2', 'accept', 'b')])).toEqual([['1', 'accept', ['stand']], ['1', 'accept', ['lamp']], ['2', 'accept', ['lamp']]])
  })

  it('leaves out who looked at a value and what officials propose among themselves, but not that a result may be revoked', () => {
    expect(told([line('1', 'reveal', 'a'), line('2', 'propose', 'a', { detail: { proposes: 'refuse' } }), line('3', 'propose', 'b', { detail: { proposes: 'revoke' } })])).toEqual([['3', 'propose', ['lamp']]])
  })

  it('says when somebody acted for the applicant', () => {
    expect(trackedHistory([line('1', 'submit', 'a', { detail: { actingFor: {} } })], cases)).toMatchObject([{ acting: true }])
  })

  it('is empty when nothing happened', () => {
    expect(told([])).toEqual([])
  })
})
