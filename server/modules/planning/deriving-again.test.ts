// Derived values worked out once more after something they follow from was put right.
import { expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { deriveAgain } from './deriving-again.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const on = '2026-03-02'

test('what follows from a value put right is worked out again, whatever it said before', () => {
  expect(deriveAgain(catalogue, ['applicant.adult', 'telescope.model'], ['applicant.birthDate'], { 'applicant.birthDate': '2010-01-01', 'applicant.adult': true }, on)).toEqual({ 'applicant.adult': false })
})

test('what follows from something else, or cannot be told, is left as it is', () => {
  expect(deriveAgain(catalogue, ['applicant.adult'], ['telescope.model'], { 'applicant.birthDate': '2010-01-01' }, on)).toEqual({})
  expect(deriveAgain(catalogue, ['applicant.adult'], ['applicant.birthDate'], {}, on)).toEqual({})
})
