// How telling a piece of words is, by how many of the lines the shipped model learnt from have it: common phrases little, names much.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRows } from './labelled.ts'
import { countPieces } from './likeness.ts'
import { trainingFolder } from './reading.ts'

type Known = { met: ReadonlyMap<string, number>; lines: number }

let known: Known | undefined

const read = (): Known => {
  const lines = readdirSync(trainingFolder).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readRows(readFileSync(join(trainingFolder, name), 'utf8')))
  const met = new Map<string, number>()
  for (const line of lines) for (const piece of countPieces(line).keys()) met.set(piece, (met.get(piece) ?? 0) + 1)
  return { met, lines: lines.length }
}

/** The same pieces are as telling in every process: shapes made at different times can be compared. */
export const rarityNow = (piece: string): number => {
  known ??= read()
  return Math.log((known.lines + 1) / ((known.met.get(piece) ?? 0) + 1)) + (piece.length > 2 ? 0 : 0.2)
}
