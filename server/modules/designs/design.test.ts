// What a design may contain.
// Files count once, however often they are saved.
import { expect, it } from 'vitest'
import { designLimits, tooManyFiles } from './design.ts'

const files = (count: number, name = 'a') => Array.from({ length: count }, (_, index) => ({ file: `${name}${index}` }))

it('a design may hold a whole pack, and save all of it again; one file more than the limit is too many', () => {
  const all = files(designLimits.files)
  expect(tooManyFiles(all, all)).toBe(false)
  expect(tooManyFiles(all, files(1, 'b'))).toBe(true)
})
