// Finding the nearest of many vectors, against comparing with all of them.
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../../kernel/learning/chance.ts'
import { createNearestTexts } from './nearest-texts.ts'

const size = 20

const vectorsOf = (many: number, seed: number): Float32Array[] => {
  const random = chanceFrom(seed)
  return Array.from({ length: many }, () => {
    const vector = Float32Array.from({ length: size }, (_, at) => (random() + random() - 1) / (1 + at / 4))
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
    return vector.map((value) => value / length)
  })
}

const filledWith = (vectors: readonly Float32Array[]) => {
  const texts = createNearestTexts(size)
  for (const vector of vectors) texts.add(vector)
  return texts
}

describe('the nearest texts', () => {
  const vectors = vectorsOf(3000, 1)
  const texts = filledWith(vectors)

  test('are those a comparison with every text finds, hardly ever another', () => {
    let right = 0
    for (const asked of vectorsOf(50, 2)) {
      const all = vectors.map((_, number) => ({ number, likeness: texts.likenessOf(asked, number) })).sort((a, b) => b.likeness - a.likeness)
      const found = new Set(texts.nearest(asked, 5).map(({ number }) => number))
      right += all.slice(0, 5).filter(({ number }) => found.has(number)).length
    }
    expect(right).toBeGreaterThan(0.95 * 250)
  })

  test('begin with the text itself, at a likeness of one', () => {
    for (const number of [0, 17, 2999]) {
      const [first] = texts.nearest(vectors[number] ?? new Float32Array(size), 3)
      expect(first?.number).toBe(number)
      expect(first?.likeness).toBeCloseTo(1, 2)
    }
  })

  test('are the same each time and in every index filled the same way; of equal ones the earlier comes first', () => {
    const [asked = new Float32Array(size)] = vectorsOf(1, 3)
    const twice = filledWith([...vectors, asked, asked])
    expect(twice.nearest(asked, 2).map(({ number }) => number)).toEqual([3000, 3001])
    expect(filledWith(vectors).nearest(asked, 10)).toEqual(texts.nearest(asked, 10))
  })

  test('are none where there are no texts, and all where there are few', () => {
    const [asked = new Float32Array(size)] = vectorsOf(1, 4)
    expect(createNearestTexts(size).nearest(asked, 5)).toEqual([])
    expect(filledWith(vectors.slice(0, 3)).nearest(asked, 5)).toHaveLength(3)
  })

  test('take little memory, which is counted', () => {
    const { texts: many, bytes } = texts.size()
    expect(many).toBe(3000)
    expect(bytes).toBeLessThan(3000 * (size + 12) * 1.6)
  })
})
