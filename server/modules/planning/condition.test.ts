// A condition of a pack on what an authority knows: true is true, everything else is not.
import { expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { holdsFor } from './condition.ts'

it('holds only when the values settle it', () => {
  const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
  const rule = catalogue.services['lamp-dimming']?.requirements[0]?.rule
  if (!rule) throw new Error('the testing pack has changed')
  expect(['telescope.aperture'].map((concept) => [holdsFor(catalogue, rule, { [concept]: 80 }, '2026-03-02'), holdsFor(catalogue, rule, { [concept]: 60 }, '2026-03-02'), holdsFor(catalogue, rule, {}, '2026-03-02')])).toEqual([[true, false, false]])
})
