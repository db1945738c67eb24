// What a consulted authority is shown: what the pack names for its opinion, of one and of each of a group, and its own opinion alone.
import { expect, test } from 'vitest'
import type { Principal } from '../../kernel/authz.ts'
import { testingPacks } from '../../testing/packs.ts'
import type { Service } from '../catalogue/definitions.ts'
import type { Case, HistoryLine } from './case.ts'
import { consultedHistory, consultedView } from './consulted-view.ts'
import { untouched } from './course.ts'
import { inventCase } from './testing.ts'

const energy: Principal = { kind: 'staff', id: 'e', name: '能源局丁', postings: [{ role: 'approver', line: 'energy', region: '990101' }] }
const opinion = (id: number, line: string) => ({ id, line, region: '990101', question: '?', askedOn: '2026-03-02', dueOn: null, answer: null, text: '', by: '', answeredOn: null })
const one: Case = inventCase({
  line: 'sky', region: '990101',
  content: [{ concept: 'telescope.model', value: 'A', source: 'applicant' }, { concept: 'applicant.name', value: '甲', source: 'profile' }],
  evidence: [{ evidence: 'receipt', needs: [], source: 'upload', files: [] }, { evidence: 'identity-card', needs: [], source: 'registry', files: [] }],
  checks: [{ requirement: 'adult', holds: true, inputs: [{ concept: 'applicant.name', value: '甲' }] }], corrections: [{ concept: 'applicant.name', value: '乙', source: 'applicant' }],
  course: { ...untouched, opinions: [opinion(1, 'water'), opinion(2, 'energy')], passed: [{ id: 'c', name: '经办', at: '', opinion: '内部意见' }] },
})
const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const permit = catalogue.services['telescope-permit']
const asking = (named: { concepts?: string[]; evidence?: string[] }): Service | undefined => permit && { ...permit, handling: { coSigners: [{ line: 'energy', days: 5, asks: { 'zh-CN': '?' }, legalBasis: { title: '样例法' }, ...named }] } }

test('values and documents are those named; where none are named, none are shown', () => {
  const seen = consultedView(energy, one, asking({ concepts: ['telescope.model'], evidence: ['receipt'] }), catalogue)
  expect([seen.content.map(({ concept }) => concept), seen.evidence.map(({ evidence }) => evidence), seen.checks, seen.corrections]).toEqual([['telescope.model'], ['receipt'], [], []])
  expect(consultedView(energy, one, asking({}), catalogue)).toMatchObject({ content: [], evidence: [] })
})

test('of how it was handled only its own opinion is shown', () => {
  expect(consultedView(energy, one, asking({}), catalogue).course).toEqual({ ...untouched, opinions: [one.course.opinions[1]] })
  const entry = (action: HistoryLine['action'], detail: Record<string, unknown>): HistoryLine => ({ caseId: one.id, action, actorKind: 'staff', actorId: '', actorName: '', at: '', detail })
  const history = [entry('submit', {}), entry('askOpinion', { line: 'water' }), entry('askOpinion', { line: 'energy' }), entry('giveOpinion', { opinion: 1, text: '水务意见' }), entry('giveOpinion', { opinion: 2, text: '能源意见' })]
  expect(consultedHistory(energy, one, history).map(({ action, detail }) => [action, detail['line'] ?? detail['text']])).toEqual([['askOpinion', 'energy'], ['giveOpinion', '能源意见']])
})
