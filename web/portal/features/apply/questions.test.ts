// One question at a time: which are put, in which order, and what an answer would change.
// The second question is only put for one answer to the first.
import { describe, expect, it } from 'vitest'
import { changesBetween, listQuestions, optionsOf, planWith } from './questions.ts'
import { catalogue, draftOf } from './testing.ts'

const concepts = (...parts: Parameters<typeof draftOf>) => listQuestions(draftOf(...parts), catalogue).map(({ concept }) => concept)

describe('the questions', () => {
  it('are the open ones first of all', () => {
    expect(concepts()[0]).toBe('telescope.place')
  })

  it('keep the answered ones in reach, in the order of the matter', () => {
    expect(concepts({ answers: { 'telescope.place': 'hill' } })).toEqual(['telescope.place', 'telescope.lamp'])
    expect(concepts({ answers: { 'telescope.place': 'hill', 'telescope.lamp': true } })).toEqual(['telescope.place', 'telescope.lamp'])
  })

  it('leave out what another answer made needless', () => {
    expect(concepts({ answers: { 'telescope.place': 'home' } })).toEqual(['telescope.place'])
  })

  it('offer their choices, or yes and no', () => {
    const [place, lamp] = listQuestions(draftOf({ answers: { 'telescope.place': 'hill' } }), catalogue)
    expect([place && optionsOf(place).map(({ value }) => value), lamp && optionsOf(lamp).map(({ value }) => value)]).toEqual([['home', 'hill'], [true, false]])
  })
})

describe('an answer not given yet', () => {
  it('shows which services it brings in or leaves out', () => {
    const draft = draftOf({ answers: { 'telescope.place': 'hill' } })
    const open = planWith(draft, catalogue, 'telescope.lamp', null)
    expect(changesBetween(open, planWith(draft, catalogue, 'telescope.lamp', true))).toEqual({ included: ['lamp'], excluded: [] })
    expect(changesBetween(open, planWith(draft, catalogue, 'telescope.lamp', false))).toEqual({ included: [], excluded: ['lamp'] })
  })

  it('changes nothing where it makes no difference', () => {
    const draft = draftOf({ answers: { 'telescope.place': 'hill', 'telescope.lamp': true } })
    expect(changesBetween(draft.plan, planWith(draft, catalogue, 'telescope.lamp', true))).toEqual({ included: [], excluded: [] })
  })
})
