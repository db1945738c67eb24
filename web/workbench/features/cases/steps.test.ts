// The fields of each step of handling, and what is still missing before it is sent.
import { describe, expect, it } from 'vitest'
import type { CaseReply } from './queries.ts'
import { correctionField, correctionsIn, fieldsOf, firstValues, stepNames, wrongFields } from './steps.ts'

type Course = CaseReply['course']
const going = (id: number, kind: Course['procedures'][number]['kind']) => ({ id, kind, from: '2026-03-02', days: 5, heldOn: null, place: null, endedOn: null, outcome: null })
const named = { concept: 'telescope.model', name: { 'zh-CN': '型号' }, subject: 'telescope', type: 'text', value: 'a', display: { 'zh-CN': 'a' }, masked: false, source: 'applicant', sourceName: null, inputs: [], asOf: null }
const course: Course = {
  correctionUntil: null, answerBy: null, deemedAccepted: false, prechecked: false, levels: [], extension: { days: 10, extended: 0 }, procedures: [], procedureKinds: ['hearing', 'testing'], opinions: [], coSigners: [], proposals: [], proposable: ['extend', 'terminate'],
  result: { number: 'A-1', standing: 'valid', validUntil: null, edition: 1, content: [named], toCorrect: [], deliverBy: null, delivered: null },
}
const one = { course }

describe('a step of handling', () => {
  it('asks for a day and a place of a hearing, and for its record at the end, and for neither of a test', () => {
    expect(fieldsOf('beginProcedure', { kind: 'hearing' }, one)).toEqual(['kind', 'heldOn', 'place', 'days', 'reasons'])
    expect(fieldsOf('beginProcedure', { kind: 'testing' }, one)).toEqual(['kind', 'days', 'reasons'])
    const both = { course: { ...course, procedures: [going(1, 'hearing'), going(2, 'testing')] } }
    expect([fieldsOf('endProcedure', { procedure: '1' }, both), fieldsOf('endProcedure', { procedure: '2' }, both)]).toEqual([['procedure', 'outcome', 'record'], ['procedure', 'outcome']])
  })

  it('chooses by itself where there is one choice only', () => {
    expect(firstValues('endProcedure', { course: { ...course, procedures: [going(3, 'testing')] } })).toEqual({ procedure: '3' })
    expect(firstValues('beginProcedure', one)).toEqual({})
    expect(firstValues('beginProcedure', { course: { ...course, procedureKinds: ['hearing'] } })).toEqual({ kind: 'hearing' })
  })

  it('is sent only when everything is said; who only agrees to a proposal need not say more', () => {
    const agreeing: readonly string[] = ['extend', 'terminate', 'revoke', 'cancel']
    for (const step of stepNames) expect(wrongFields(step, {}, one).size > 0, step).toBe(!agreeing.includes(step))
  })

  it('proposes with what the proposal needs: days within the law, a ground, or the law it rests on', () => {
    expect(fieldsOf('propose', {}, one)).toEqual(['proposes'])
    expect([fieldsOf('propose', { proposes: 'extend' }, one), fieldsOf('propose', { proposes: 'terminate' }, one), fieldsOf('propose', { proposes: 'revoke' }, one)]).toEqual([['proposes', 'days', 'reasons'], ['proposes', 'ground', 'reasons'], ['proposes', 'law', 'reasons']])
    expect(wrongFields('propose', { proposes: 'extend', days: '11', reasons: '要再核实' }, one)).toEqual(new Set(['days']))
    expect(wrongFields('propose', { proposes: 'extend', days: '10', reasons: '要再核实' }, one)).toEqual(new Set())
    expect(firstValues('propose', { course: { ...course, proposable: ['terminate'] } })).toMatchObject({ proposes: 'terminate' })
  })

  it('corrects what was changed and nothing else', () => {
    expect(wrongFields('correctResult', { reasons: '写错了' }, one)).toEqual(new Set(['values']))
    const values = { reasons: '写错了', [correctionField('telescope.model')]: ' b ', [correctionField('telescope.other')]: 'c' }
    expect([correctionsIn(values, one), wrongFields('correctResult', values, one)]).toEqual([{ values: { 'telescope.model': 'b' }, asPutRight: [] }, new Set()])
  })

  it('has what was put right since in its field, and sends it as such unless the official writes something else', () => {
    const later = { course: { ...course, result: course.result && { ...course.result, toCorrect: [{ ...named, value: '1***9', display: { 'zh-CN': '1***9' }, masked: true }] } } }
    const field = correctionField('telescope.model')
    expect(firstValues('correctResult', later)).toEqual({ [field]: '1***9' })
    expect(correctionsIn({ [field]: '1***9' }, later)).toEqual({ values: {}, asPutRight: ['telescope.model'] })
    expect(correctionsIn({ [field]: '1239' }, later)).toEqual({ values: { 'telescope.model': '1239' }, asPutRight: [] })
  })
})
