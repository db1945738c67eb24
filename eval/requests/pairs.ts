// How good clusters are: pairs of letters a person has read, against what `requests cluster` puts together.
// `node eval/requests/pairs.ts <letters.jsonl>`; the letters are not part of the project.
import { readFileSync } from 'node:fs'
import { cluster } from '../../server/modules/hot-topics/index.ts'
import { readRows } from '../../server/modules/triage/index.ts'

type Pair = { a: string; b: string; same: boolean }

const isPair = (value: unknown): value is Pair => typeof value === 'object' && value !== null && 'a' in value && 'b' in value && 'same' in value

const pairs = readFileSync(new URL('pairs.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line)).filter(isPair)
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Which letters? node eval/requests/pairs.ts <letters.jsonl>')
const rows = readRows(readFileSync(file, 'utf8'), { unlabelled: true })
const started = performance.now()
const groupOf = new Map(cluster(rows).flatMap((members, group) => members.map((nth) => [String(rows[nth]?.fields.id), group] as const)))
const seconds = Math.round((performance.now() - started) / 100) / 10
const known = pairs.filter(({ a, b }) => groupOf.has(a) && groupOf.has(b))
const together = known.filter(({ a, b }) => groupOf.get(a) === groupOf.get(b))
const right = together.filter(({ same }) => same).length
const rounded = (share: number): number => Math.round(share * 1000) / 1000
process.stdout.write(`${JSON.stringify({ rows: rows.length, seconds, pairs: known.length, together: together.length, precision: rounded(right / together.length), recall: rounded(right / known.filter(({ same }) => same).length) })}\n`)
