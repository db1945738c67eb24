// The linear algebra of word vectors, against what can be worked out by hand.
import { describe, expect, test } from 'vitest'
import { along, atLengthOne, mainDirections, meanOf, ridge, rowsOf, sparseOf, times, timesTransposed } from './algebra.ts'

const close = (found: ArrayLike<number>, expected: readonly number[]): void => {
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 6)
}

test('the mean of rows is that of each column, and rows can be brought to length one', () => {
  close(meanOf(rowsOf([[1, 2], [3, 6]], 2)), [2, 4])
  close(atLengthOne(rowsOf([[3, 4], [0, 0]], 2)).numbers, [0.6, 0.8, 0, 0])
})

describe('the main directions', () => {
  test('of points along a line begin with that line', () => {
    const [line, across] = [mainDirections(rowsOf([[2, 2, 0], [-1, -1, 0], [0.1, -0.1, 0]], 3), 1), mainDirections(rowsOf([[2, 2, 0], [0.1, -0.1, 0]], 3), 2)]
    close(line.numbers, [Math.SQRT1_2, Math.SQRT1_2, 0])
    close(across.numbers.map(Math.abs), [Math.SQRT1_2, Math.SQRT1_2, 0, Math.SQRT1_2, Math.SQRT1_2, 0])
  })

  test('stand at right angles to each other, and the points go as far along them as before', () => {
    const points = rowsOf([[1, 2, 3], [0, 1, 5], [4, 4, 1], [2, 0, 2]], 3)
    const directions = mainDirections(points, 3)
    const [first, second] = [directions.numbers.subarray(0, 3), directions.numbers.subarray(3, 6)]
    expect(first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0)).toBeCloseTo(0, 8)
    const square = (numbers: Float64Array): number => numbers.reduce((sum, value) => sum + value * value, 0)
    expect(square(along(points, directions).numbers)).toBeCloseTo(square(points.numbers), 6)
  })

  test('are the same each time', () => {
    const points = rowsOf([[1, 2, 3], [0, 1, 5], [4, 4, 1]], 3)
    expect(mainDirections(points, 2)).toEqual(mainDirections(points, 2))
  })
})

describe('a sparse matrix', () => {
  const matrix = sparseOf([[[0, 1], [2, 2]], [], [[1, 3]]], 3)

  test('multiplies as the whole matrix would', () => {
    close(times(matrix, Float64Array.of(1, 10, 100)), [201, 0, 30])
    close(timesTransposed(matrix, Float64Array.of(1, 10, 100)), [1, 300, 2])
  })
})

describe('ridge regression by conjugate gradients', () => {
  test('finds what fits where something fits exactly, and less of it the stiffer it is', () => {
    const matrix = sparseOf([[[0, 1]], [[0, 1], [1, 1]], [[1, 2]]], 2)
    close(ridge(matrix, Float64Array.of(1, 3, 4), 1e-12), [1, 2])
    const stiff = ridge(matrix, Float64Array.of(1, 3, 4), 5)
    // (XᵀX + 5)·d = Xᵀy with XᵀX = [[2, 1], [1, 5]] and Xᵀy = [4, 11]
    close(stiff, [29 / 69, 73 / 69])
  })

  test('leaves alone what no row speaks of', () => {
    close(ridge(sparseOf([[[0, 1]]], 2), Float64Array.of(7), 1), [3.5, 0])
  })
})
