// The linear algebra word vectors are made with: main directions of many points, and the closest fit of sums to what they should be. Pure; the same
// numbers give the same result. Sources: Jacobi's rotations (Golub, Van Loan: Matrix Computations, 8.5), conjugate gradients (Hestenes, Stiefel 1952).

/** Rows of numbers, one behind the other: row r holds `width` numbers from r·width. */
export type Rows = { width: number; numbers: Float64Array }

export const rowsOf = (vectors: readonly ArrayLike<number>[], width: number): Rows => {
  const numbers = new Float64Array(vectors.length * width)
  for (const [row, vector] of vectors.entries()) for (let at = 0; at < width; at += 1) numbers[row * width + at] = vector[at] ?? 0
  return { width, numbers }
}

export const meanOf = ({ width, numbers }: Rows): Float64Array => {
  const mean = new Float64Array(width)
  for (let at = 0; at < numbers.length; at += 1) mean[at % width] = (mean[at % width] ?? 0) + (numbers[at] ?? 0)
  return mean.map((sum) => (sum * width) / Math.max(1, numbers.length))
}

/** Each row at length 1. */
export const atLengthOne = ({ width, numbers }: Rows): Rows => {
  const rows = numbers.slice()
  for (let from = 0; from < rows.length; from += width) {
    const row = rows.subarray(from, from + width)
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1
    for (let at = 0; at < width; at += 1) row[at] = (row[at] ?? 0) / length
  }
  return { width, numbers: rows }
}

/** Sums of products of every two columns, width × width. */
const products = ({ width, numbers }: Rows): Float64Array => {
  const sums = new Float64Array(width * width)
  for (let from = 0; from < numbers.length; from += width) {
    for (let one = 0; one < width; one += 1) {
      const value = numbers[from + one] ?? 0
      for (let other = one; other < width; other += 1) sums[one * width + other] = (sums[one * width + other] ?? 0) + value * (numbers[from + other] ?? 0)
    }
  }
  for (let one = 0; one < width; one += 1) for (let other = 0; other < one; other += 1) sums[one * width + other] = sums[other * width + one] ?? 0
  return sums
}

/** Turns two columns of a width × width matrix into each other by cosine c and sine s. */
const turnColumns = (matrix: Float64Array, width: number, p: number, q: number, c: number, s: number): void => {
  for (let row = 0; row < width; row += 1) {
    const [left, right] = [matrix[row * width + p] ?? 0, matrix[row * width + q] ?? 0]
    matrix[row * width + p] = c * left - s * right
    matrix[row * width + q] = s * left + c * right
  }
}

const turnRows = (matrix: Float64Array, width: number, p: number, q: number, c: number, s: number): void => {
  for (let column = 0; column < width; column += 1) {
    const [upper, lower] = [matrix[p * width + column] ?? 0, matrix[q * width + column] ?? 0]
    matrix[p * width + column] = c * upper - s * lower
    matrix[q * width + column] = s * upper + c * lower
  }
}

const mostSweeps = 30
const smallEnough = 1e-10

/** Eigenvectors of a symmetric width × width matrix as columns, with their eigenvalues, by Jacobi's rotations. */
const eigenvectors = (symmetric: Float64Array, width: number): { values: Float64Array; columns: Float64Array } => {
  const matrix = symmetric.slice()
  const columns = new Float64Array(width * width)
  for (let at = 0; at < width; at += 1) columns[at * width + at] = 1
  const trace = matrix.reduce((sum, value, at) => sum + (at % (width + 1) === 0 ? Math.abs(value) : 0), 0)
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let off = 0
    for (let p = 0; p < width - 1; p += 1) {
      for (let q = p + 1; q < width; q += 1) {
        const value = matrix[p * width + q] ?? 0
        off = Math.max(off, Math.abs(value))
        if (Math.abs(value) <= smallEnough * trace) continue
        const theta = ((matrix[q * width + q] ?? 0) - (matrix[p * width + p] ?? 0)) / (2 * value)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        turnColumns(matrix, width, p, q, c, t * c)
        turnRows(matrix, width, p, q, c, t * c)
        turnColumns(columns, width, p, q, c, t * c)
      }
    }
    if (off <= smallEnough * trace) break
  }
  return { values: Float64Array.from({ length: width }, (_, at) => matrix[at * width + at] ?? 0), columns }
}

/** The `most` directions in which rows differ most, the strongest first; each of length 1, its largest part positive. */
export const mainDirections = (rows: Rows, most: number): Rows => {
  const { width } = rows
  const { values, columns } = eigenvectors(products(rows), width)
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, most)
  return rowsOf(order.map((column) => {
    const direction = Float64Array.from({ length: width }, (_, at) => columns[at * width + column] ?? 0)
    const largest = direction.reduce((top, value) => (Math.abs(value) > Math.abs(top) ? value : top), 0)
    return largest < 0 ? direction.map((value) => -value) : direction
  }), width)
}

/** How far each row goes in each direction. */
export const along = ({ width, numbers }: Rows, directions: Rows): Rows => {
  const size = directions.numbers.length / width
  const many = numbers.length / width
  const parts = new Float64Array(many * size)
  for (let row = 0; row < many; row += 1) {
    for (let way = 0; way < size; way += 1) {
      let sum = 0
      for (let at = 0; at < width; at += 1) sum += (numbers[row * width + at] ?? 0) * (directions.numbers[way * width + at] ?? 0)
      parts[row * size + way] = sum
    }
  }
  return { width: size, numbers: parts }
}

/** Which columns have a number other than zero in each row, and which: row r from `ends[r - 1]` (or 0) to `ends[r]`. */
export type Sparse = { ends: Uint32Array; columns: Uint32Array; values: Float64Array; width: number }

export const sparseOf = (rows: readonly (readonly (readonly [column: number, value: number])[])[], width: number): Sparse => {
  let end = 0
  return {
    width, ends: Uint32Array.from(rows, (row) => (end += row.length)),
    columns: Uint32Array.from(rows.flat(), ([column]) => column), values: Float64Array.from(rows.flat(), ([, value]) => value),
  }
}

/** The matrix by a vector. */
export const times = ({ ends, columns, values }: Sparse, vector: Float64Array): Float64Array => {
  const result = new Float64Array(ends.length)
  for (let row = 0, at = 0; row < ends.length; row += 1) {
    let sum = 0
    for (const end = ends[row] ?? 0; at < end; at += 1) sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0)
    result[row] = sum
  }
  return result
}

/** A vector by the matrix. */
export const timesTransposed = ({ ends, columns, values, width }: Sparse, vector: Float64Array): Float64Array => {
  const result = new Float64Array(width)
  for (let row = 0, at = 0; row < ends.length; row += 1) {
    const factor = vector[row] ?? 0
    for (const end = ends[row] ?? 0; at < end; at += 1) {
      const column = columns[at] ?? 0
      result[column] = (result[column] ?? 0) + (values[at] ?? 0) * factor
    }
  }
  return result
}

const inner = (one: Float64Array, other: Float64Array): number => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

const mostSteps = 200
const closeEnough = 1e-6

/** What by the matrix comes closest to `wanted` while staying small: least |X·d − wanted|² + stiffness·|d|² (ridge regression). */
export const ridge = (matrix: Sparse, wanted: Float64Array, stiffness: number): Float64Array => {
  const found = new Float64Array(matrix.width)
  const rest = timesTransposed(matrix, wanted)
  const direction = rest.slice()
  let length = inner(rest, rest)
  const enough = closeEnough * closeEnough * length
  for (let step = 0; step < mostSteps && length > enough; step += 1) {
    const image = timesTransposed(matrix, times(matrix, direction))
    for (let at = 0; at < image.length; at += 1) image[at] = (image[at] ?? 0) + stiffness * (direction[at] ?? 0)
    const far = length / inner(direction, image)
    for (let at = 0; at < found.length; at += 1) {
      found[at] = (found[at] ?? 0) + far * (direction[at] ?? 0)
      rest[at] = (rest[at] ?? 0) - far * (image[at] ?? 0)
    }
    const left = inner(rest, rest)
    for (let at = 0; at < direction.length; at += 1) direction[at] = (rest[at] ?? 0) + (left / length) * (direction[at] ?? 0)
    length = left
  }
  return found
}
