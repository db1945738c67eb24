// On which cores the database runs; that a real one keeps to it is in embedded-postgres.test.ts.
import { describe, expect, it } from 'vitest'
import { coresIn, onSecondOfTwoCores } from './cores.ts'

describe('the cores a process may use', () => {
  it.each([
    ['0-1', [0, 1]],
    ['3', [3]],
    ['0-2,5', [0, 1, 2, 5]],
    ['', []],
    ['none', []],
  ])('are read from %j', (list, cores) => {
    expect(coresIn(list)).toEqual(cores)
  })
})

const canKeepTo = () => true

describe('the database', () => {
  it('keeps to the second of two cores, whichever they are', () => {
    expect(onSecondOfTwoCores('postgres', ['-D', 'x'], { cores: [4, 7], canKeepTo })).toEqual(['taskset', ['-c', '7', 'postgres', '-D', 'x']])
  })

  it.each([[[0]], [[0, 1, 2]], [[]]])('runs wherever there is room with the cores %j', (cores) => {
    expect(onSecondOfTwoCores('postgres', ['-D', 'x'], { cores, canKeepTo })).toEqual(['postgres', ['-D', 'x']])
  })

  it('runs wherever there is room where nothing can keep it to a core', () => {
    expect(onSecondOfTwoCores('postgres', [], { cores: [0, 1], canKeepTo: () => false })).toEqual(['postgres', []])
  })
})
