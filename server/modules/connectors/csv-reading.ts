// Reads a CSV file as it streams by, whatever its size: decodes, parses and maps each row, and says file and line of everything wrong.
// Text stays text: what looks like a formula is neither computed nor changed here; exports keep it from being computed elsewhere.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { CsvDefinition } from './connector-definition.ts'
import { sourceOf } from './connector-definition.ts'
import type { LoadProblem } from './load.ts'
import { mappingOf, type Mapped } from './source-mapping.ts'

export type CsvRead = { rows: number; digest: string; problems: LoadProblem[] }

const mostProblems = 100
const largestRow = 1_000_000

/** Bytes as text of an encoding; a byte that cannot stand there ends the reading. */
const decoded = (encoding: string, hash: { update: (chunk: Buffer) => unknown }) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true })
    for await (const chunk of source) {
      hash.update(chunk)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  }

/** Columns a definition reads by name; those in FEEL are not known here. */
const neededColumns = ({ keys, fields, asOf }: CsvDefinition): string[] =>
  [...new Set([...Object.values(keys), ...Object.values(fields).map((field) => sourceOf(field).from), ...(asOf === undefined ? [] : [asOf])])].filter((name) => !name.startsWith('=') && !name.startsWith('/'))

const headerProblem = (header: readonly string[], needed: readonly string[]): string | undefined => {
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) return `the column “${twice}” stands there twice`
  const missing = needed.filter((name) => !header.includes(name))
  return missing.length > 0 ? `the column ${missing.map((name) => `“${name}”`).join(', ')} is missing; there are ${header.map((name) => `“${name}”`).join(', ')}` : undefined
}

const rowProblems = ({ keys, faults }: Mapped, cells: readonly string[]): string[] => [
  ...(Object.keys(keys).length === 0 ? ['there is no number the record is found by'] : []),
  ...(cells.some((cell) => cell.includes('\u0000')) ? ['there is a zero byte'] : []),
  ...faults,
]

/** @param keep told of each good row, in order, until the first problem; may take its time */
export const readCsv = async (path: string, definition: CsvDefinition, keep: (row: Mapped, position: number) => Promise<void>): Promise<CsvRead> => {
  const map = mappingOf(definition)
  const hash = createHash('sha256')
  const problems: LoadProblem[] = []
  const note = (line: number, text: string): void => void (problems.length < mostProblems && problems.push({ line, text }))
  let header: string[] | undefined
  let unreadable = false
  let rows = 0
  let line = 0
  const parser = parse({ bom: true, delimiter: definition.delimiter ?? ',', info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: largestRow })
  const eachRow = async (source: AsyncIterable<{ record: string[]; info: { lines: number } }>): Promise<void> => {
    for await (const { record, info } of source) {
      line = info.lines
      if (!header) {
        header = record.map((name) => name.trim())
        const wrong = headerProblem(header, neededColumns(definition))
        if (wrong !== undefined) note(line, wrong)
        unreadable = wrong !== undefined
        continue
      }
      rows += 1
      // The rest is only counted, so that rows and digest are those of the file.
      if (unreadable || problems.length >= mostProblems) continue
      if (record.length !== header.length) note(line, `there are ${record.length} values, ${header.length} columns`)
      else {
        const mapped = map(Object.fromEntries(header.map((name, index) => [name, record[index]?.trim()])))
        const wrong = rowProblems(mapped, record)
        for (const text of wrong) note(line, text)
        if (problems.length === 0) await keep(mapped, rows)
      }
    }
  }
  try {
    await pipeline(createReadStream(path), decoded(definition.encoding ?? 'utf-8', hash), parser, eachRow)
  } catch (error) {
    const text = csvFault(error, definition.encoding ?? 'utf-8')
    if (text === undefined) throw error
    note(error instanceof CsvError && 'lines' in error ? Number(error['lines']) : line + 1, text)
  }
  return { rows, digest: hash.digest('hex'), problems }
}

const csvFault = (error: unknown, encoding: string): string | undefined => {
  if (error instanceof CsvError) return error.code === 'CSV_MAX_RECORD_SIZE' ? 'the row is too long; a quotation mark may be open' : `it is no CSV from here on (${error.code})`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? `it is not ${encoding} from somewhere here on` : undefined
}
